// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.desist.engine.EngineRoom;
import org.desist.engine.LocalTables;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.guard.Exemptions;
import org.desist.guard.FigureGuards;
import org.desist.guard.GuardCheck;
import org.desist.guard.GuardOutcome;
import org.desist.guard.GuardTable;
import org.desist.method.MethodTables;
import org.desist.model.SqlModel;
import org.desist.run.RunContext;
import org.desist.run.RunFolder;
import org.desist.run.Stage;

/**
 * Compares the marts with what was published before, last of all before publishing. What it found
 * is written whatever it comes to, so that it can be shown.
 */
final class GuardStage implements Stage {
  static final String NAME = GuardTable.STAGE;

  /** Marts have the same places in every run. */
  private static final RunFolder ANY = RunFolder.of(Path.of(""), NAME);

  private final Session session;
  private List<GuardCheck> found;

  GuardStage(Session session) {
    this.session = session;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean reads(String table) {
    return table.equals(StageInputs.table("store", SnapshotGuards.TABLE))
        || session.catalog().marts(ANY).containsValue(ANY.root().resolve(table));
  }

  @Override
  public void run(RunContext context) {
    Map<SqlModel.Mart, Path> marts = session.catalog().marts(context.folder());
    context.progress().started(NAME, 0, "checks");
    List<GuardCheck> checks = checks(context, marts);
    Exemptions.Applied applied =
        Exemptions.read(context.settings().files().exemptions())
            .apply(checks, context.settings().input().snapshot());
    GuardTable.write(
        session.engine(context),
        applied.checks(),
        context.folder().stage(NAME).resolve(GuardTable.NAME));
    applied.notes().forEach(context.progress()::note);
    context.progress().finished(NAME, summary(applied.checks()));
    found = applied.checks();
  }

  /** Always by DuckDB, as content hashes are: many small questions would each cost Spark a job. */
  private List<GuardCheck> checks(RunContext context, Map<SqlModel.Mart, Path> marts) {
    List<GuardCheck> checks = new ArrayList<>();
    try (LocalTables tables =
        EngineRoom.COMPARISON.tables(
            context.settings().engine().threads(), context.folder().spill())) {
      checks.addAll(
          GuardTable.read(tables, context.folder().stage("store").resolve(SnapshotGuards.TABLE)));
      context.progress().advanced(NAME, checks.size());
      MethodTables.hold(tables.engine(), session.method(), context.settings().input().snapshot());
      tables.hold(session.thisRun(context));
      checks.addAll(new FigureGuards(tables, context, session.method()).check(marts));
      context.progress().advanced(NAME, checks.size());
    }
    return checks;
  }

  private static String summary(List<GuardCheck> checks) {
    Map<GuardOutcome, Long> counts =
        checks.stream().collect(Collectors.groupingBy(GuardCheck::outcome, Collectors.counting()));
    List<String> parts = new ArrayList<>();
    for (GuardOutcome outcome : GuardOutcome.values()) {
      if (counts.containsKey(outcome)) {
        parts.add(
            String.format(
                Locale.ROOT, "%,d %s", counts.get(outcome), outcome.label().replace('_', ' ')));
      }
    }
    return String.join(", ", parts);
  }

  /** Readers see nothing of a version with a check that failed and that nobody has exempted. */
  @Override
  public Optional<DesistException> refusal(RunContext context) {
    List<GuardCheck> failed =
        found(context).stream().filter(check -> check.outcome() == GuardOutcome.HARD).toList();
    return failed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DesistException(
                ErrorCode.GUARD,
                "Cannot publish %s: %s. Nothing has been published. See whether the figures are right (docs/guards.md); if they are, write an exemption with its reason into a file and resume with: desist resume %s --exemptions FILE --out %s"
                    .formatted(
                        context.runId(),
                        failed.stream().map(GuardCheck::sentence).collect(Collectors.joining("; ")),
                        context.runId(),
                        context.settings().out())));
  }

  private List<GuardCheck> found(RunContext context) {
    if (found == null) {
      try (LocalTables tables = EngineRoom.COMPARISON.tables(1, context.folder().spill())) {
        found = GuardTable.read(tables, context.folder().stage(NAME).resolve(GuardTable.NAME));
      }
    }
    return found;
  }
}
