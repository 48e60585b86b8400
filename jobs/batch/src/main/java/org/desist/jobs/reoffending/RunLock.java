// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import org.desist.error.DesistException;
import org.desist.jobs.repository.JobsFolder;
import org.desist.jobs.repository.JobsPlace;
import org.desist.run.OutLock;

/**
 * What keeps runs apart before the job repository is opened: the lock file of the output folder,
 * where it lies on a disk, and that of a folder of job repositories that is not the output folder's
 * own, since one process at a time can write there. (PostgreSQL has a lock of its own, taken with
 * the connection.)
 */
final class RunLock implements AutoCloseable {
  private final Deque<OutLock> held = new ArrayDeque<>();

  private RunLock() {}

  /**
   * Takes all of them, or none.
   *
   * @throws DesistException LOCKED when another process holds one
   */
  static RunLock take(JobsPlace place, Path out, Clock clock) {
    RunLock lock = new RunLock();
    try {
      if (isOnDisk(out)) {
        lock.held.push(OutLock.take(out, clock));
      }
      if (place instanceof JobsFolder jobs && !place.equals(JobsPlace.below(out))) {
        lock.held.push(OutLock.take(jobs.folder(), clock));
      }
      return lock;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Whether a process of this machine holds the lock that tells. */
  static boolean isHeld(JobsPlace place, Path out) {
    if (isOnDisk(out)) {
      return OutLock.isHeld(out);
    }
    return place instanceof JobsFolder jobs && OutLock.isHeld(jobs.folder());
  }

  @Override
  public void close() {
    while (!held.isEmpty()) {
      held.pop().close();
    }
  }

  private static boolean isOnDisk(Path out) {
    return out.getFileSystem().equals(FileSystems.getDefault());
  }
}
