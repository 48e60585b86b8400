// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.runpage;

import java.util.List;
import org.desist.guard.GuardCheck;
import org.desist.guard.GuardOutcome;
import org.desist.jobs.reoffending.RunRecord;

/** How a run stands, in a sentence. */
final class Verdicts {
  private Verdicts() {}

  static String of(RunRecord run, List<GuardCheck> checks) {
    return switch (run.status()) {
      case FINISHED -> finished(checks);
      case RUNNING -> "The run is at work; what was published before is unchanged.";
      case PAUSED -> "The run waits where it was asked to; nothing of it is published.";
      case STOPPED -> "The run was cut off; nothing of it is published.";
      case REFUSED ->
          "The run was refused; nothing of it is published, and nothing published has changed.";
      case FAILED ->
          "The run failed; nothing of it is published, and nothing published has changed.";
    };
  }

  private static String finished(List<GuardCheck> checks) {
    if (has(checks, GuardOutcome.EXEMPTED) || has(checks, GuardOutcome.ACCEPTED)) {
      return "Published, with guards that were let through: see below.";
    }
    if (has(checks, GuardOutcome.SOFT)) {
      return "Published; some figures moved more than usual: see the guards below.";
    }
    return has(checks, GuardOutcome.NOT_EVALUATED)
        ? "Published; some guards had too little history to be evaluated."
        : "Published.";
  }

  private static boolean has(List<GuardCheck> checks, GuardOutcome outcome) {
    return checks.stream().anyMatch(check -> check.outcome() == outcome);
  }
}
