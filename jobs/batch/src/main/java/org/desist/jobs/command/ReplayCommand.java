// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.desist.contract.DataPackage;
import org.desist.contract.Resource;
import org.desist.correction.Correction;
import org.desist.correction.Judgement;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.reoffending.RunHistory;
import org.desist.jobs.replay.ReplayScreen;
import org.desist.jobs.repository.JobsPlace;
import org.desist.publish.VersionManifest;
import org.desist.run.Fingerprint;
import org.desist.run.OutLock;
import org.desist.run.RunSettings;
import org.desist.run.Versions;
import org.desist.stage.QuarantineReplay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desist replay}. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Takes corrected rows that a run rejected: checks only those, closes those that pass, and publishes a new version of the same snapshot.",
      "",
      "--template writes the rejected rows of a table, with the reasons, to a file that only its owner may read. Correct it, delete the lines you leave, and hand it in."
    },
    footer = {
      "",
      "Examples:",
      "  desist replay --quarantine 2019-06-30-0001 --template pnc_event",
      "  desist replay --quarantine 2019-06-30-0001 pnc_event-corrected.csv --plan",
      "  desist replay --quarantine 2019-06-30-0001 pnc_event-corrected.csv"
    })
final class ReplayCommand implements Runnable {
  @Parameters(
      paramLabel = "CORRECTED.csv",
      arity = "0..1",
      description = "Corrected rows of one table, CSV in UTF-8.")
  Path corrected;

  @Option(
      names = "--quarantine",
      paramLabel = "RUN",
      required = true,
      description = "The run that refused them, as desist runs lists it.")
  String run;

  @Option(
      names = "--resource",
      paramLabel = "NAME",
      description = "The table (default: the one that the file's name begins with).")
  String resource;

  @Option(
      names = "--template",
      paramLabel = "NAME",
      description = "Write the refused rows of this table for correction, and stop.")
  String template;

  @Option(
      names = "--to-file",
      paramLabel = "FILE",
      description = "File for --template (default: NAME-corrected.csv).")
  Path toFile;

  @Option(names = "--plan", description = "Show what would be closed; close and publish nothing.")
  boolean plan;

  @Mixin OutOption outOption;

  @Mixin JobsOption jobsOption;

  @Mixin KeyFileOption keyFileOption;

  private final Console console;
  private final Services services;

  ReplayCommand(Console console, Services services) {
    this.console = console;
    this.services = services;
  }

  @Override
  public void run() {
    if ((corrected == null) == (template == null)) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot tell what to do: give a file of corrected rows, or --template NAME to get the rows to correct.");
    }
    Path out = outOption.here("replay");
    JobsPlace jobs = jobsOption.place(console, out);
    RunHistory history = RunHistory.read(jobs, out);
    RunSettings settings = history.run(run).settings();
    Path key =
        keyFileOption.keyFile == null ? null : keyFileOption.keyFile.toAbsolutePath().normalize();
    Map<String, String> origins = new LinkedHashMap<>(settings.origins());
    origins.putAll(console.origins());
    if (key == null) {
      origins.put("key-file", "as run " + run);
    }
    settings = settings.from(origins);
    settings = key == null ? settings : settings.with(settings.files().withNamed(key, null));
    String fingerprint = history.extractsFingerprint(run);
    checkExtracts(settings.input().extracts(), fingerprint);
    QuarantineReplay replay = new QuarantineReplay(settings, run, fingerprint);
    if (template != null) {
      write(replay, out);
    } else if (close(replay, settings)) {
      new RunAction(console, services, jobs).run(settings, null);
    }
  }

  private void checkExtracts(Path extracts, String fingerprint) {
    if (!Files.isDirectory(extracts) || !Fingerprint.ofFolder(extracts).equals(fingerprint)) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot replay the quarantine of %s: %s does not hold the files that it read. Bring them back, or run on the new delivery."
              .formatted(run, extracts));
    }
  }

  private void write(QuarantineReplay replay, Path out) {
    Path file = toFile == null ? Path.of(template + "-corrected.csv") : toFile;
    if (Files.exists(file)) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot write %s: it is there already. Name another file with --to-file."
              .formatted(file));
    }
    int rows;
    OutLock lock = OutLock.take(out, console.clock());
    try {
      rows = replay.template(template, file);
    } finally {
      lock.close();
    }
    console.note(
        "template",
        String.format(
            Locale.ROOT,
            "Wrote %,d refused rows of %s to %s, readable by you only: they are personal data. Correct them, delete those you leave, then: desist replay --quarantine %s %s",
            rows,
            template,
            file,
            run,
            file));
  }

  /** Puts the rows that pass in force; false when that was only planned. */
  private boolean close(QuarantineReplay replay, RunSettings settings) {
    if (!Files.isRegularFile(corrected)) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot read the corrected rows: there is no file %s.".formatted(corrected));
    }
    checkCurrent(settings);
    Optional<Correction> earlier = replay.inForce().from(Fingerprint.ofFile(corrected));
    if (earlier.isPresent()) {
      console.note(
          "closed_before",
          String.format(
              Locale.ROOT,
              "The rows of %s are closed already: correction %d of this snapshot.",
              corrected,
              earlier.get().number()));
      return !plan;
    }
    String table = resource == null ? named(corrected) : resource;
    // What is judged lies for a while among the runs, and must be in force before others come.
    OutLock lock = OutLock.take(settings.out(), console.clock());
    try {
      Judgement judgement = replay.judge(table, corrected);
      ReplayScreen.print(judgement, console.out());
      if (plan) {
        console.note(
            "planned", "Nothing was changed. Leave out --plan to close the rows that pass.");
        return false;
      }
      if (judgement.answers().isEmpty()) {
        throw new DesistException(
            ErrorCode.NOTHING_CLOSED,
            String.format(
                Locale.ROOT,
                "Cannot close a row of %s: each of its %,d rows fails. Correct them by code, field and line as listed, then replay again.",
                corrected,
                judgement.failed()));
      }
      replay.close(corrected, judgement);
      if (console.isJson()) {
        console.event(
            "closed",
            Map.of(
                "resource", table,
                "rows", judgement.answers().size(),
                "freed", judgement.freed()));
      }
      return true;
    } finally {
      lock.close();
    }
  }

  /** Readers must not be taken back to an older snapshot. */
  private void checkCurrent(RunSettings settings) {
    Versions versions = Versions.below(settings.out());
    Optional<String> current = versions.current();
    if (current.isEmpty()) {
      return;
    }
    String seen = VersionManifest.read(versions.folder(current.get())).snapshot();
    if (LocalDate.parse(seen).isAfter(settings.input().snapshot())) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot replay the quarantine of %s: readers see %s, a later snapshot, and would be taken back. Replay on a run of that snapshot."
              .formatted(run, current.get()));
    }
  }

  /** {@code pnc_event} of {@code pnc_event-mended-2.csv}. */
  private static String named(Path file) {
    String name = file.getFileName().toString();
    return DataPackage.extracts().resources().stream()
        .map(Resource::name)
        .filter(name::startsWith)
        .max(Comparator.comparingInt(String::length))
        .orElseThrow(
            () ->
                new DesistException(
                    ErrorCode.BAD_ARGUMENT,
                    "Cannot tell which table %s corrects: name it with --resource, or begin the file's name with it."
                        .formatted(name)));
  }
}
