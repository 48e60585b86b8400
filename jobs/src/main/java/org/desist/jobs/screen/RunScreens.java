// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.screen;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.desist.jobs.progress.Durations;
import org.desist.jobs.reoffending.RunHistory;
import org.desist.jobs.reoffending.RunRecord;
import org.desist.jobs.reoffending.RunStatus;
import org.desist.run.RunSettings;
import org.desist.run.Versions;
import org.desist.run.WindowKind;

/** The list of runs and the page of one. */
public final class RunScreens {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final Versions versions;

  /** For the runs of an output folder. */
  public RunScreens(Path out) {
    this.versions = Versions.below(out);
  }

  /** A line per run. */
  public void list(RunHistory history, PrintWriter screen) {
    TextTable table =
        TextTable.open()
            .left("run")
            .left("snapshot")
            .left("windows")
            .left("engine")
            .left("status")
            .left("started")
            .right("took")
            .left("published");
    for (RunRecord run : history.runs()) {
      table.row(
          run.id(),
          run.settings().snapshot().toString(),
          windows(run.settings()),
          run.settings().engine(),
          run.status().label(),
          TIME.format(run.last().started()),
          took(run.last().took()),
          published(run));
    }
    screen.println(table.isEmpty() ? "No runs yet. Start one with: desist run" : table.text());
    screen.flush();
  }

  /** One run: its settings, its starts and how long each stage took. */
  public void show(RunRecord run, PrintWriter screen) {
    RunSettings settings = run.settings();
    TextTable facts = TextTable.open().left("Run").left(run.id());
    facts.row("status", run.status().label());
    facts.row("published", published(run).isEmpty() ? "no" : published(run));
    facts.row("snapshot", settings.snapshot().toString());
    facts.row("extracts", settings.extracts().toString());
    facts.row("windows", windows(settings));
    facts.row("cohorts from", settings.from() == null ? "the first" : settings.from().toString());
    facts.row("cohorts to", settings.to() == null ? "the last" : settings.to().toString());
    facts.row(
        "method", settings.methodFile() == null ? "built in" : settings.methodFile().toString());
    facts.row("contracts", settings.contracts() == null ? "none" : settings.contracts().toString());
    facts.row("engine", settings.engine());
    screen.println(facts.text());
    screen.println();
    for (RunRecord.Attempt attempt : run.attempts()) {
      attempt(attempt, screen);
    }
    if (run.status() != RunStatus.FINISHED && run.status() != RunStatus.RUNNING) {
      screen.println("Go on with it: desist resume " + run.id());
    }
    screen.flush();
  }

  private static void attempt(RunRecord.Attempt attempt, PrintWriter screen) {
    TextTable table =
        TextTable.open()
            .left("Start %d, %s".formatted(attempt.number(), TIME.format(attempt.started())))
            .left("")
            .right("took");
    for (RunRecord.Step step : attempt.steps()) {
      table.row(step.stage(), step.status(), step.took() == null ? "" : took(step.took()));
    }
    table.row("in all", "", took(attempt.took()));
    screen.println(table.text());
    if (attempt.error() != null) {
      screen.println(attempt.error() + ": " + attempt.message());
    }
    screen.println();
  }

  private String published(RunRecord run) {
    if (!versions.has(run.id())) {
      return "";
    }
    return versions.current().filter(run.id()::equals).isPresent() ? "current" : "yes";
  }

  private static String windows(RunSettings settings) {
    return settings.windows().stream().map(WindowKind::label).collect(Collectors.joining(","));
  }

  private static String took(Duration took) {
    return took == null ? "did not end" : Durations.text(took);
  }
}
