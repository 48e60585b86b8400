// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.repository;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Optional;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.support.JobOperatorFactoryBean;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/** The job repository, as one output folder sees it. */
public final class JobDatabase implements AutoCloseable {
  private final JobsPlace place;
  private final String job;
  private final Tables tables;
  private final PlatformTransactionManager transactions;
  private final JobRepository repository;

  private JobDatabase(JobsPlace place, String job, Tables tables) {
    this.place = place;
    this.job = job;
    this.tables = tables;
    this.transactions = new JdbcTransactionManager(tables.source());
    try {
      this.repository = repository(tables);
    } catch (Exception e) {
      tables.close();
      throw failure("open the job repository", e);
    }
  }

  /**
   * Opens the repository for a run, creating it at first. On PostgreSQL this takes the folder's
   * lock as well, on the connection that writes: whoever lost the one has lost the other.
   *
   * @throws DesistException LOCKED when another run is at work, STORAGE when it cannot be reached,
   *     NO_ACCESS when it refuses the user
   */
  public static JobDatabase open(JobsPlace place, Path out) {
    return new JobDatabase(
        place,
        JobNames.of(place, out),
        place instanceof JobsServer server
            ? PostgresTables.lock(server, out)
            : H2Tables.open(((JobsFolder) place).folder(), out));
  }

  /** Opens the repository for reading, beside a run or without; empty when nothing has run yet. */
  public static Optional<JobDatabase> read(JobsPlace place, Path out) {
    Optional<Tables> tables =
        place instanceof JobsServer server
            ? PostgresTables.read(server, out)
            : H2Tables.copy(((JobsFolder) place).folder(), out);
    return tables.map(found -> new JobDatabase(place, JobNames.of(place, out), found));
  }

  public JobsPlace place() {
    return place;
  }

  /** The name of the output folder's job. */
  public String job() {
    return job;
  }

  /** Whether a run is at work on the output folder, where the repository can tell. */
  public boolean isLocked() {
    return tables.isLocked();
  }

  public JobRepository repository() {
    return repository;
  }

  /** Starts jobs in the calling thread. */
  public JobOperator operator() {
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
    tables.close();
  }

  private JobRepository repository(Tables opened) throws Exception {
    JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
    factory.setDataSource(opened.source());
    factory.setTransactionManager(transactions);
    factory.setDatabaseType(opened.databaseType());
    // The lock keeps runs of one folder apart, and those of others must not fail each other's
    // inserts, which is what serialisable transactions do.
    factory.setIsolationLevelForCreateEnum(Isolation.READ_COMMITTED);
    factory.afterPropertiesSet();
    return oneAtATime(factory.getObject());
  }

  /** Parts of a step write side by side, and all that they have may be one connection. */
  private static JobRepository oneAtATime(JobRepository repository) {
    return (JobRepository)
        Proxy.newProxyInstance(
            JobRepository.class.getClassLoader(),
            new Class<?>[] {JobRepository.class},
            (proxy, method, arguments) -> {
              synchronized (repository) {
                try {
                  return method.invoke(repository, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              }
            });
  }

  static DesistException failure(String what, Exception cause) {
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot %s: %s. Check that the disk is writable and has room, then run again."
            .formatted(what, cause.getMessage()),
        cause);
  }
}
