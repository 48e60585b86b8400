// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.repository.JobsPlace;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** A job repository that fails at work: a full disk, or a server that went away. */
final class RepositoryFailure {
  private RepositoryFailure() {}

  /** Whether the repository is at the bottom of it. */
  static boolean isCauseOf(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof DataAccessException || cause instanceof TransactionException) {
        return true;
      }
    }
    return false;
  }

  /** What a user is told. What was complete is kept, so that going on costs little. */
  static DesistException of(String what, JobsPlace place, Throwable cause) {
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot %s: its job repository %s failed. Check the disk and its room, or the server, then resume the run."
            .formatted(what, place.label()),
        cause);
  }
}
