// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.desist.error.DesistException;
import org.desist.jobs.repository.JobDatabase;
import org.desist.jobs.repository.JobsPlace;
import org.desist.jobs.repository.JobsServer;
import org.desist.publish.CurrentVersion;

/** A change of the version readers see, by the one process at work in the output folder. */
public final class PointerChange {
  private PointerChange() {}

  /**
   * Makes a version current.
   *
   * @return the run that readers saw before; empty when they saw nothing
   * @throws DesistException LOCKED when a run is at work; else as {@link CurrentVersion#set}
   */
  public static Optional<String> make(
      JobsPlace jobs, Path out, Clock clock, String run, String reason) {
    RunLock lock = RunLock.take(jobs, out, clock);
    try {
      return jobs instanceof JobsServer
          ? onServer(jobs, out, run, reason)
          : CurrentVersion.below(out).set(run, reason);
    } finally {
      lock.close();
    }
  }

  /** The database has a lock of its own, held by the connection. */
  private static Optional<String> onServer(JobsPlace jobs, Path out, String run, String reason) {
    JobDatabase database = JobDatabase.open(jobs, out);
    try {
      return CurrentVersion.below(out).set(run, reason);
    } finally {
      database.close();
    }
  }
}
