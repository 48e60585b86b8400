// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import java.util.Optional;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.error.MachineTrouble;

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
    Optional<DesistException> trouble =
        MachineTrouble.in(thrown, "finish the stage " + stage, "resume the run");
    if (trouble.isPresent()) {
      return trouble.get();
    }
    return new DesistException(
        ErrorCode.INTERNAL,
        "Cannot finish the stage %s: a fault of the software (%s)."
            .formatted(stage, thrown.getClass().getSimpleName()),
        thrown);
  }
}
