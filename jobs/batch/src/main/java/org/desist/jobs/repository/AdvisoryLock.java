// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.repository;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.desist.engine.Resources;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/** The lock of an output folder among all who use one PostgreSQL database, by its full name. */
final class AdvisoryLock {
  private static final String TAKE = "select pg_try_advisory_lock(?)";
  private static final String HOLDER = "org/desist/jobs/repository/lock-holder.sql";

  /** How long the server may take to see that a process that was killed just now is gone. */
  private static final int TRIES = 20;

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private AdvisoryLock() {}

  /** How this process is called in the server's lists. */
  static String thisProcess() {
    return String.format(
        Locale.ROOT, "desist process %d on %s", ProcessHandle.current().pid(), host());
  }

  static void take(Connection connection, Path out) throws SQLException {
    for (int i = 0; i < TRIES; i++) {
      if (tryTake(connection, out)) {
        return;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new DesistException(
        ErrorCode.LOCKED,
        "Cannot start in %s: another process works there (%s). Wait until it has ended, or give another folder with --out."
            .formatted(out, holder(connection, out).orElse("another process")));
  }

  /** Who holds the lock, and since when. */
  static Optional<String> holder(Connection connection, Path out) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(Resources.text(HOLDER))) {
      statement.setLong(1, JobNames.lockKey(out));
      try (ResultSet result = statement.executeQuery()) {
        return result.next()
            ? Optional.of(result.getString("name") + " since " + result.getString("since"))
            : Optional.empty();
      }
    }
  }

  private static boolean tryTake(Connection connection, Path out) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
      statement.setLong(1, JobNames.lockKey(out));
      try (ResultSet result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "an unnamed machine";
    }
  }
}
