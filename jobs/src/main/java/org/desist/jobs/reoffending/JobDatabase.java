// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.support.JobOperatorFactoryBean;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job repository, an embedded H2 file {@code OUT/jobs/repository.mv.db}. A run opens the file
 * itself, under the lock; everyone else reads a copy, so that looking at runs never keeps one from
 * starting.
 */
final class JobDatabase implements AutoCloseable {
  private static final String NAME = "repository";
  private static final String FILE = NAME + ".mv.db";

  private final JdbcConnectionPool pool;
  private final Path temporary;
  private final PlatformTransactionManager transactions;
  private final JobRepository repository;

  private JobDatabase(Path folder, Path temporary) {
    this.temporary = temporary;
    // No write delay: what a step committed is in the file when the process is killed. Nor is
    // the small file rewritten on closing, which would only be one more moment to be killed in.
    String url =
        "jdbc:h2:file:%s;WRITE_DELAY=0;MAX_COMPACT_TIME=0;TRACE_LEVEL_FILE=0"
            .formatted(folder.toAbsolutePath().resolve(NAME));
    this.pool = JdbcConnectionPool.create(url, "sa", "");
    this.transactions = new JdbcTransactionManager(pool);
    this.repository = open();
  }

  /** Opens the repository of an output folder for a run, creating it at first. */
  static JobDatabase open(Path out) {
    Path folder = folder(out);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw failure("create " + folder, e);
    }
    return new JobDatabase(folder, null);
  }

  /** Opens a copy of the repository for reading; empty when nothing has run yet. */
  static Optional<JobDatabase> copy(Path out) {
    Path file = folder(out).resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      Path temporary = Files.createTempDirectory("desist-jobs");
      Files.copy(file, temporary.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
      return Optional.of(new JobDatabase(temporary, temporary));
    } catch (IOException e) {
      throw failure("copy " + file, e);
    }
  }

  JobRepository repository() {
    return repository;
  }

  PlatformTransactionManager transactions() {
    return transactions;
  }

  /** Starts jobs in the calling thread. */
  JobOperator operator() {
    try {
      JobOperatorFactoryBean factory = new JobOperatorFactoryBean();
      factory.setJobRepository(repository);
      factory.setJobRegistry(new MapJobRegistry());
      factory.setTransactionManager(transactions);
      factory.afterPropertiesSet();
      return factory.getObject();
    } catch (Exception e) {
      throw failure("start the job operator", e);
    }
  }

  @Override
  public void close() {
    pool.dispose();
    if (temporary != null) {
      try {
        Files.deleteIfExists(temporary.resolve(FILE));
        Files.deleteIfExists(temporary);
      } catch (IOException e) {
        throw failure("delete " + temporary, e);
      }
    }
  }

  private static Path folder(Path out) {
    return out.resolve("jobs");
  }

  private JobRepository open() {
    try {
      createTables();
      JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
      factory.setDataSource(pool);
      factory.setTransactionManager(transactions);
      factory.setDatabaseType("H2");
      factory.afterPropertiesSet();
      return factory.getObject();
    } catch (Exception e) {
      pool.dispose();
      throw failure("open the job repository", e);
    }
  }

  private void createTables() throws SQLException {
    try (Connection connection = pool.getConnection()) {
      if (!hasTables(connection)) {
        ScriptUtils.executeSqlScript(
            connection, new ClassPathResource("org/springframework/batch/core/schema-h2.sql"));
      }
    }
  }

  private static boolean hasTables(Connection connection) throws SQLException {
    try (var tables =
        connection.getMetaData().getTables(null, "PUBLIC", "BATCH_JOB_INSTANCE", null)) {
      return tables.next();
    }
  }

  private static DesistException failure(String what, Exception cause) {
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot %s: %s. Check that the disk is writable and has room, then run again."
            .formatted(what, cause.getMessage()),
        cause);
  }
}
