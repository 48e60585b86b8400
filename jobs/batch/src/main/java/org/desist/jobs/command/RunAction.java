// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.guard.Exemptions;
import org.desist.identity.KeyFile;
import org.desist.jobs.observe.OutsideObservers;
import org.desist.jobs.reoffending.ReoffendingRuns;
import org.desist.jobs.reoffending.RunHistory;
import org.desist.jobs.reoffending.RunOutcome;
import org.desist.jobs.repository.JobsPlace;
import org.desist.jobs.runpage.NextSteps;
import org.desist.jobs.runpage.RunPageObserver;
import org.desist.jobs.screen.ClosingScreen;
import org.desist.publish.CurrentVersion;
import org.desist.run.EngineKind;
import org.desist.run.RunObserver;
import org.desist.run.RunSettings;
import org.desist.run.Versions;
import org.desist.storage.Locations;

/** Runs, and says what came of it. */
final class RunAction {
  private final Console console;
  private final Services services;
  private final JobsPlace jobs;
  private final RunPageObserver page;
  private final StopNotice stop;
  private final String then;

  RunAction(Console console, Services services, JobsPlace jobs) {
    this(console, services, jobs, "");
  }

  /**
   * Runs as a part of something.
   *
   * @param then what to do when a run that was stopped has been resumed, in a sentence
   */
  RunAction(Console console, Services services, JobsPlace jobs, String then) {
    this.then = then;
    this.console = console;
    this.services = services;
    this.jobs = jobs;
    this.stop = new StopNotice(console);
    this.page = new RunPageObserver(jobs, console.clock(), text -> console.note("page", text));
  }

  RunOutcome run(RunSettings settings, String until) {
    return reported(upTo(settings, until), settings.out());
  }

  RunOutcome runAgain(RunSettings settings, String until) {
    return reported(againUpTo(settings, until), settings.out());
  }

  /** Runs as far as asked and says nothing of it; the caller does. */
  RunOutcome upTo(RunSettings settings, String until) {
    return told(settings, () -> runs().until(until).run(settings));
  }

  /** The same from the first stage under a new name. */
  RunOutcome againUpTo(RunSettings settings, String until) {
    return told(settings, () -> runs().until(until).runAgain(settings));
  }

  /** Runs like {@link #run} and ends in the screen even when there was nothing to do. */
  void demonstrate(RunSettings settings) {
    RunOutcome outcome = told(settings, () -> runs().run(settings));
    report(outcome, settings.out());
    if (outcome.kind() == RunOutcome.Kind.ALREADY_DONE) {
      new ClosingScreen(settings.out(), outcome.runId()).print(console.out());
    }
  }

  void resume(Path out, String runId, UnaryOperator<RunSettings> changed, String until) {
    // A run that cannot be found has no settings to make a page of.
    RunSettings settings = RunHistory.read(jobs, out).run(runId).settings();
    report(
        told(changed.apply(settings), () -> runs().until(until).resume(out, runId, changed)), out);
  }

  /** A run that fails before it has a name gets a page all the same. */
  private RunOutcome told(RunSettings settings, Supplier<RunOutcome> work) {
    try (StopNotice notice = stop) {
      notice.watch(settings.out(), jobs, then);
      check(settings);
      return work.get();
    } catch (DesistException e) {
      page.failed(settings, e);
      throw e;
    }
  }

  private ReoffendingRuns runs() {
    return new ReoffendingRuns(services.stages(), console.clock(), console::progress, observers())
        .keptIn(jobs);
  }

  private List<RunObserver> observers() {
    List<RunObserver> all =
        new ArrayList<>(OutsideObservers.asked(console.environment(), console.clock()));
    all.add(page);
    all.add(stop);
    return all;
  }

  private RunOutcome reported(RunOutcome outcome, Path out) {
    report(outcome, out);
    return outcome;
  }

  private void report(RunOutcome outcome, Path out) {
    if (outcome.kind() == RunOutcome.Kind.ALREADY_DONE) {
      console.noteOfRun(
          "nothing_to_do",
          outcome.runId(),
          "Nothing to do: run %s did exactly this and is published. Redo it with --again.%s"
              .formatted(outcome.runId(), beside(outcome.runId(), out)));
      return;
    }
    if (outcome.kind() == RunOutcome.Kind.MADE_CURRENT) {
      console.noteOfRun(
          "made_current",
          outcome.runId(),
          "Nothing to work out: run %s did exactly this and is published. Readers see it from now on."
              .formatted(outcome.runId()));
      return;
    }
    if (outcome.kind() == RunOutcome.Kind.PAUSED) {
      console.noteOfRun(
          "paused",
          outcome.runId(),
          "Run %s stands where it was asked to; nothing is published yet. Go on with: %s"
              .formatted(outcome.runId(), new NextSteps(jobs).resume(out, outcome.runId())));
      return;
    }
    new ClosingScreen(out, outcome.runId()).print(console.out());
    published(outcome.runId(), out);
  }

  /** Whether readers see it, last of all: nobody should have to look for that. */
  private void published(String run, Path out) {
    String beside = beside(run, out);
    if (console.isJson()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("run", run);
      fields.put("current", beside.isEmpty());
      fields.put("readers_see", Versions.below(out).current().orElse(null));
      fields.put("text", beside.strip());
      console.event("published", fields);
    } else if (!beside.isEmpty()) {
      console.err().println("Published as the version %s.%s".formatted(run, beside));
    }
  }

  /**
   * What readers see in place of a run's version, and how to change that; empty when they see it.
   */
  private String beside(String run, Path out) {
    Optional<String> seen = Versions.below(out).current();
    return seen.filter(run::equals).isPresent()
        ? ""
        : " Readers still see %s. To let them see %s: %s"
            .formatted(
                seen.map(other -> other + snapshot(out, other)).orElse("nothing"),
                run,
                new NextSteps(jobs).makeCurrent(out, run, "this is the version to show"));
  }

  private static String snapshot(Path out, String run) {
    return CurrentVersion.below(out)
        .snapshot(run)
        .map(day -> ", of the snapshot of " + day)
        .orElse("");
  }

  /** What would fail later anyway fails before anything is written. */
  private static void check(RunSettings settings) {
    if (!Files.isDirectory(settings.input().extracts())) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot read the extracts: there is no folder %s. Name one with --extracts DIR."
              .formatted(settings.input().extracts()));
    }
    if (Locations.isRemote(settings.out()) && settings.engine().kind() != EngineKind.spark) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot write to %s with DuckDB, which writes this machine's files. Use --engine spark."
              .formatted(settings.out()));
    }
    if (settings.cohorts().from() != null
        && settings.cohorts().to() != null
        && settings.cohorts().from().isAfter(settings.cohorts().to())) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot use --from %s with --to %s: it is later. Swap them."
              .formatted(settings.cohorts().from(), settings.cohorts().to()));
    }
    KeyFile.read(settings.files().key());
    Exemptions.read(settings.files().exemptions());
  }
}
