// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.runpage;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.desist.guard.GuardCheck;
import org.desist.guard.GuardName;
import org.desist.guard.GuardOutcome;
import org.desist.jobs.terminal.Tone;
import org.desist.run.RunRecord;
import org.desist.run.RunStatus;

/** How a run stands, in a sentence. */
final class Verdicts {
  private Verdicts() {}

  /**
   * The sentence.
   *
   * @param published {@code current}, {@code yes} or {@code no}
   */
  static String of(RunRecord run, String published, List<GuardCheck> checks) {
    if (run.status() != RunStatus.FINISHED && !published.equals("no")) {
      return published.equals("current")
          ? "Published, and readers see it; the history of the run is incomplete."
          : "Published beside the version readers see; the history of the run is incomplete.";
    }
    return switch (run.status()) {
      case FINISHED -> finished(checks, published);
      case RUNNING -> "The run is at work; what was published before is unchanged.";
      case PAUSED -> "The run waits where it was asked to; nothing of it is published.";
      case STOPPED -> "The run was cut off; nothing of it is published.";
      case REFUSED ->
          "The run was refused; nothing of it is published, and nothing published has changed.";
      case FAILED ->
          "The run failed; nothing of it is published, and nothing published has changed.";
    };
  }

  /** How good it is that a run stands so; empty while that is open. */
  static Optional<Tone> tone(String status) {
    return Arrays.stream(RunStatus.values())
        .filter(known -> known.label().equals(status))
        .findFirst()
        .flatMap(
            known ->
                switch (known) {
                  case FINISHED -> Optional.of(Tone.GOOD);
                  case RUNNING -> Optional.empty();
                  case PAUSED, STOPPED -> Optional.of(Tone.WARN);
                  case REFUSED, FAILED -> Optional.of(Tone.BAD);
                });
  }

  private static String finished(List<GuardCheck> checks, String published) {
    if (published.equals("no")) {
      return "It was published, and its version has been removed since.";
    }
    if (!published.equals("current") && isBehind(checks)) {
      return "Published as a version; readers still see one of a later snapshot.";
    }
    if (has(checks, GuardOutcome.EXEMPTED) || has(checks, GuardOutcome.ACCEPTED)) {
      return "Published, with guards that were let through: see below.";
    }
    if (has(checks, GuardOutcome.SOFT)) {
      return "Published, with soft guards that somebody should look at: see below.";
    }
    return has(checks, GuardOutcome.NOT_EVALUATED)
        ? "Published; some guards had too little history to be evaluated."
        : "Published.";
  }

  private static boolean isBehind(List<GuardCheck> checks) {
    return checks.stream()
        .anyMatch(
            check ->
                check.guard() == GuardName.SNAPSHOT_ORDER && check.outcome() == GuardOutcome.SOFT);
  }

  private static boolean has(List<GuardCheck> checks, GuardOutcome outcome) {
    return checks.stream().anyMatch(check -> check.outcome() == outcome);
  }
}
