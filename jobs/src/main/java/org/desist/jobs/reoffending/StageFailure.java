// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import java.io.IOException;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * The failure that ended a run. The job repository keeps the text of whatever a step throws, and a
 * library's message may hold a value from a row; so a step throws only this, with neither cause nor
 * trace, and the real failure stays in memory for the one who started the run.
 */
final class StageFailure extends RuntimeException {
  private final transient DesistException failure;

  private StageFailure(DesistException failure) {
    super(failure.code() + ": " + failure.getMessage(), null, false, false);
    this.failure = failure;
  }

  static StageFailure of(String stage, Throwable thrown) {
    return new StageFailure(explain(stage, thrown));
  }

  DesistException failure() {
    return failure;
  }

  private static DesistException explain(String stage, Throwable thrown) {
    if (thrown instanceof DesistException known) {
      return known;
    }
    if (thrown instanceof OutOfMemoryError) {
      return new DesistException(
          ErrorCode.ENGINE,
          "Cannot finish the stage %s: Java ran out of memory. Give it more, for example DESIST_JAVA_OPTS=-Xmx4g, then resume the run."
              .formatted(stage),
          thrown);
    }
    // Libraries wrap what the disk said, as Parquet does on closing a file.
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return new DesistException(
            ErrorCode.STORAGE,
            "Cannot finish the stage %s: %s. Check the disk and its room, then resume the run."
                .formatted(stage, cause.getMessage()),
            thrown);
      }
    }
    return new DesistException(
        ErrorCode.INTERNAL,
        "Cannot finish the stage %s: a fault of the software (%s)."
            .formatted(stage, thrown.getClass().getSimpleName()),
        thrown);
  }
}
