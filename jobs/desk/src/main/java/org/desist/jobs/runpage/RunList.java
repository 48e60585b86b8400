// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.runpage;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.desist.engine.LocalTables;
import org.desist.facts.RunFacts;
import org.desist.jobs.terminal.TextTable;
import org.desist.jobs.terminal.Tone;
import org.desist.run.RunRecord;

/** The list of runs. */
public final class RunList {
  private final Path out;

  /** For the runs of an output folder. */
  public RunList(Path out) {
    this.out = out;
  }

  /**
   * A run in the list.
   *
   * @param status how it stands
   * @param started local time
   * @param took as people read it
   * @param published {@code current}, {@code yes} or {@code no}
   * @param guards publication checks that failed, in a word or two; empty when none did
   */
  public record Row(
      String run,
      String snapshot,
      String windows,
      String engine,
      String status,
      String started,
      String took,
      String published,
      String guards) {}

  /** The runs, by name. */
  public List<Row> rows(List<RunRecord> runs) {
    if (runs.isEmpty()) {
      return List.of();
    }
    try (LocalTables tables = RunPageBuilder.tables(out)) {
      return runs.stream().map(run -> row(tables, run)).toList();
    }
  }

  private Row row(LocalTables tables, RunRecord run) {
    RunFacts facts = new RunFacts(out, run.id(), tables);
    return new Row(
        run.id(),
        run.settings().input().snapshot().toString(),
        RunPageBuilder.windows(run.settings()),
        run.settings().engine().kind().name(),
        run.status().label(),
        RunPageBuilder.TIME.format(run.last().started()),
        RunPageBuilder.took(run.last().took()),
        facts.published(),
        RunPageBuilder.failedChecks(facts.guards()));
  }

  /** A line per run. */
  public void print(List<RunRecord> runs, PrintWriter screen) {
    TextTable table =
        TextTable.open()
            .left("run")
            .left("snapshot")
            .spare()
            .left("windows")
            .spare()
            .left("engine")
            .spare()
            .left("status")
            .toned(Verdicts::tone)
            .left("started")
            .whole()
            .right("took")
            .whole()
            .left("published")
            .left("guards")
            .toned(guards -> guards.isEmpty() ? Optional.empty() : Optional.of(Tone.WARN));
    for (Row row : rows(runs)) {
      table.row(
          row.run(),
          row.snapshot(),
          row.windows(),
          row.engine(),
          row.status(),
          row.started(),
          row.took(),
          row.published().equals("no") ? "" : row.published(),
          row.guards());
    }
    screen.println(table.isEmpty() ? "No runs yet. Start one with: desist run" : table.text());
    screen.flush();
  }
}
