// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.desist.engine.Engine;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.guard.ArrivalGuards;
import org.desist.guard.GuardCheck;
import org.desist.guard.GuardOutcome;
import org.desist.guard.GuardTable;
import org.desist.method.Guards;
import org.desist.run.RunContext;

/** Refuses a snapshot whose rows are too often wrong, or too few or too many to be believed. */
final class SnapshotGuards {
  /** The folder of what was checked, in that of the stage. */
  static final String TABLE = GuardTable.OF_ARRIVAL;

  private final Engine engine;
  private final Guards levels;

  SnapshotGuards(Engine engine, Guards levels) {
    this.engine = engine;
    this.levels = levels;
  }

  /**
   * Checks, writes down what was found, and then refuses.
   *
   * @throws DesistException TOO_MANY_REJECTS naming each resource and its first refused row; VOLUME
   *     naming each resource, unless the run accepts it
   */
  void check(RunContext context) {
    ArrivalGuards guards = new ArrivalGuards(engine, levels);
    List<GuardCheck> rejects = guards.rejects();
    List<GuardCheck> volume = guards.volume(context);
    List<GuardCheck> all = new ArrayList<>(rejects);
    all.addAll(volume);
    GuardTable.write(engine, all, context.folder().stage("store").resolve(TABLE));
    refuseRejects(context, failed(rejects));
    refuseVolume(failed(volume));
  }

  private static List<GuardCheck> failed(List<GuardCheck> checks) {
    return checks.stream().filter(check -> check.outcome() == GuardOutcome.HARD).toList();
  }

  private static void refuseRejects(RunContext context, List<GuardCheck> failed) {
    if (!failed.isEmpty()) {
      throw new DesistException(
          ErrorCode.TOO_MANY_REJECTS,
          "Cannot use the snapshot: too many rows were refused. %s. Every refused row and its reasons are in %s. Have the extract mended and run again."
              .formatted(
                  failed.stream()
                      .map(check -> check.subject() + ": " + check.words())
                      .collect(Collectors.joining("; ")),
                  context.folder().stage("store").resolve("quarantine")));
    }
  }

  private static void refuseVolume(List<GuardCheck> failed) {
    if (!failed.isEmpty()) {
      throw new DesistException(
          ErrorCode.VOLUME,
          "Cannot use the snapshot: %s. Check that the extract is complete; if it is right as it is, run again with --accept VOLUME."
              .formatted(
                  failed.stream()
                      .map(check -> check.subject() + " has " + check.words())
                      .collect(Collectors.joining("; "))));
    }
  }
}
