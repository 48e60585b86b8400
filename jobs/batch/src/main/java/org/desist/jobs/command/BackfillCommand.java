// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.desist.difference.CohortComparison;
import org.desist.difference.CohortComparison.CohortChange;
import org.desist.engine.Engine;
import org.desist.engine.EngineRoom;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.reoffending.RunOutcome;
import org.desist.jobs.replay.BackfillRange;
import org.desist.jobs.replay.BackfillScreen;
import org.desist.jobs.repository.JobsPlace;
import org.desist.jobs.runpage.NextSteps;
import org.desist.method.MethodFile;
import org.desist.run.Folders;
import org.desist.run.RunFolder;
import org.desist.run.RunSettings;
import org.desist.run.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code desist backfill}. */
@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Works a range of cohorts out again, in one run that covers the cohorts already published, too, and publishes them together.",
      "",
      "--plan goes as far as the marts, shows which cohorts would change and by how much, and publishes nothing; the same command without it goes on from there."
    },
    footer = {
      "",
      "Examples:",
      "  desist backfill --from 2012-01-01 --to 2013-10-01 --plan",
      "  desist backfill --from 2012-01-01 --to 2013-10-01",
      "  desist backfill --from 2016-01-01 --to 2017-07-01 --extracts extracts/2019-06-30-mended --plan"
    })
final class BackfillCommand implements Runnable {
  private static final String RATE = "reoffending_rate";
  private static final String MARTS = "disclose";

  @Option(
      names = "--from",
      paramLabel = "DATE",
      required = true,
      description = "First cohort of the range: earliest first day, included.")
  LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      required = true,
      description = "Last cohort of the range: latest first day, included.")
  LocalDate to;

  @Option(names = "--plan", description = "Show what would change; publish nothing.")
  boolean plan;

  @Mixin OutOption outOption;

  @Mixin JobsOption jobsOption;

  @Option(
      names = "--extracts",
      paramLabel = "DIR",
      description = "Folder of the snapshot's files (default: that of the current version's run).")
  Path extracts;

  @Option(
      names = "--snapshot",
      paramLabel = "DATE",
      description = "Date the extracts were taken (default: that of the current version's run).")
  LocalDate snapshot;

  @Option(
      names = "--method",
      paramLabel = "FILE",
      description = "Method file (default: that of the current version's run).")
  Path method;

  @Mixin KeyFileOption keyFileOption;

  @Option(
      names = "--make-current",
      description = "Let readers see its version even when they see a later snapshot.")
  boolean makeCurrent;

  @Option(
      names = "--again",
      description = "Redo what was done before, as after an update of the software.")
  boolean again;

  private final Console console;
  private final Services services;

  BackfillCommand(Console console, Services services) {
    this.console = console;
    this.services = services;
  }

  @Override
  public void run() {
    Path out = outOption.here("backfill");
    JobsPlace jobs = jobsOption.place(console, out);
    ChosenRun current = ChosenRun.of("backfill", out, jobs, null, keyFileOption.keyFile);
    BackfillRange range = new BackfillRange(from, to);
    RunSettings asked = asked(current);
    RunSettings settings =
        range.over(current.settings(), makeCurrent ? asked.makingCurrent() : asked);
    RunAction action = new RunAction(console, services, jobs);
    if (!plan) {
      if (again) {
        action.runAgain(settings, null);
      } else {
        action.run(settings, null);
      }
      return;
    }
    checkPublished(out, current.id());
    RunOutcome outcome = again ? action.againUpTo(settings, MARTS) : action.upTo(settings, MARTS);
    List<CohortChange> changes = compare(out, current.id(), outcome);
    changes.forEach(this::tell);
    BackfillScreen.print(range, changes, console.out());
    console.note(
        "planned",
        outcome.kind() == RunOutcome.Kind.ALREADY_DONE
            ? "Run %s did exactly this and is published: there is nothing to do."
                .formatted(outcome.runId())
            : "Run %s is complete up to its marts, and nothing is published. Publish it with the same command without --plan, or: %s"
                .formatted(outcome.runId(), new NextSteps(jobs).resume(out, outcome.runId())));
  }

  /** What is to be run, with the bounds of the published run. */
  private RunSettings asked(ChosenRun current) {
    RunSettings last = current.settings().inOrder();
    RunSettings published = last.with(last.files().withNamed(current.keyFile(), null));
    Map<String, String> origins = new LinkedHashMap<>(console.origins());
    String same = "as run " + current.id();
    origins.put("method", method == null ? same : Settings.TYPED);
    origins.put("engine", same);
    origins.computeIfPresent(
        "key-file", (key, from) -> from.equals(Settings.DEFAULT) ? same : from);
    return published
        .from(origins)
        .on(
            extracts == null ? published.input().extracts() : extracts.toAbsolutePath().normalize(),
            snapshot == null ? published.input().snapshot() : snapshot,
            method == null ? published.files().method() : MethodFile.named(method));
  }

  /** Before hours of work that nothing could be compared with. */
  private static void checkPublished(Path out, String published) {
    if (!Versions.below(out).has(published)) {
      throw new DesistException(
          ErrorCode.NOTHING_PUBLISHED,
          "Cannot compare with %s: its version is not in %s. Point to another, or publish first."
              .formatted(published, out));
    }
  }

  private List<CohortChange> compare(Path out, String published, RunOutcome outcome) {
    Versions versions = Versions.below(out);
    Path before = versions.folder(published).resolve("published").resolve(RATE);
    Path now =
        versions.has(outcome.runId())
            ? versions.folder(outcome.runId()).resolve("published").resolve(RATE)
            : RunFolder.of(out, outcome.runId()).stage("disclose").resolve("published_" + RATE);
    EngineOptions machine = new EngineOptions();
    Path spill = Folders.temporary("backfill");
    try (Engine engine = EngineRoom.open(machine.threads(), machine.memoryMb(), spill)) {
      return CohortComparison.of(engine, before, now);
    } finally {
      Folders.delete(spill);
    }
  }

  private void tell(CohortChange change) {
    if (console.isJson() && change.kind() != CohortChange.Kind.SAME) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("cohort_window", change.window());
      fields.put("cohort_start", change.start().toString());
      fields.put("change", change.kind().name());
      fields.put("national_rows", change.nationalRows());
      fields.put("local_rows", change.localRows());
      console.event("cohort_change", fields);
    }
  }
}
