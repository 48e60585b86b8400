// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.repository;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.Folders;
import org.desist.run.RunFolder;
import org.desist.run.Shell;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.store.fs.FileUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * The embedded file {@code repository.mv.db}. A run opens the file itself, under a lock; everyone
 * else reads a copy in memory, so that looking at runs never keeps one from starting and leaves
 * nothing behind.
 */
final class H2Tables implements Tables {
  private static final String NAME = "repository";
  private static final String FILE = NAME + ".mv.db";

  private final JdbcConnectionPool pool;
  private final boolean isCopy;
  private final Runnable end;

  private H2Tables(Path file, Path out, String name, boolean isCopy, Runnable end) {
    this.isCopy = isCopy;
    this.end = end;
    // No write delay: what a step committed is in the file when the process is killed. Nor is
    // the small file rewritten on closing, which would only be one more moment to be killed in.
    String url =
        "jdbc:h2:%s;WRITE_DELAY=0;MAX_COMPACT_TIME=0;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE"
            .formatted(name);
    this.pool = JdbcConnectionPool.create(url, "sa", "");
    try {
      createTables(file, out);
    } catch (SQLException e) {
      close();
      // No disk keeps anyone from reading a copy: what cannot be read is the content.
      throw isCopy
          ? damaged(file, "it is no job repository", e)
          : JobDatabase.failure("open the job repository", e);
    } catch (DesistException e) {
      close();
      throw e;
    }
  }

  private static DesistException damaged(Path file, String why, Exception cause) {
    Path aside = file.resolveSibling(FILE + ".damaged");
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot use the history of runs in %s: %s. Bring it back from its backup, or move it away with: mv %s %s. Without it desist runs and desist show know no earlier run and none can be resumed; published versions, and what readers see, stay as they are."
            .formatted(file, why, Shell.quoted(file), Shell.quoted(aside)),
        cause);
  }

  static Tables open(Path folder, Path out) {
    if (!folder.getFileSystem().equals(FileSystems.getDefault())) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot keep the job repository in %s: its file needs a disk of this machine. Name a folder or a PostgreSQL database with --jobs."
              .formatted(folder));
    }
    if (!Files.isDirectory(folder)) {
      Folders.createPrivate(folder);
    }
    // A damaged file is left as it is: opened for writing, H2 would begin a new one in its place.
    copy(folder, out).ifPresent(Tables::close);
    String disk = NamedDisk.name(folder);
    Path file = folder.resolve(FILE);
    Tables tables = new H2Tables(file, out, disk + "/" + NAME, false, () -> NamedDisk.forget(disk));
    // The folder may be one that others use, too.
    Folders.closeToOthers(file);
    return tables;
  }

  static Optional<Tables> copy(Path folder, Path out) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    checkKind(file);
    String name = "nioMemFS:" + UUID.randomUUID();
    String copy = name + ".mv.db";
    try (OutputStream target = FileUtils.newOutputStream(copy, false)) {
      Files.copy(file, target);
    } catch (IOException e) {
      throw JobDatabase.failure("read " + file, e);
    }
    return Optional.of(new H2Tables(file, out, name, true, () -> FileUtils.tryDelete(copy)));
  }

  private static void checkKind(Path file) {
    if (!Files.isRegularFile(file)) {
      throw damaged(file, "it is no regular file", null);
    }
  }

  @Override
  public DataSource source() {
    return pool;
  }

  @Override
  public String databaseType() {
    return "H2";
  }

  @Override
  public boolean isLocked() {
    return false;
  }

  @Override
  public void close() {
    pool.dispose();
    end.run();
  }

  private void createTables(Path file, Path out) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      if (!hasTables(connection)) {
        if (isCopy && !RunFolder.names(out).isEmpty()) {
          // Runs have their folders after the tables: these were there.
          throw damaged(file, "it is cut off", null);
        }
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
}
