// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.desist.backtest.PublishedTable;
import org.desist.jobs.backtest.BacktestQuestion;
import org.desist.jobs.reoffending.RunOutcome;
import org.desist.jobs.terminal.RowsWriter;
import org.desist.method.MethodFile;
import org.desist.run.RunSettings;
import org.desist.run.WindowKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code desist run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs the whole way from a folder of extracts to published marts.",
      "",
      "The snapshot (its date and the content of its files), the windows, the method and the"
          + " contracts identify a run: running the same again does nothing, and a run that was"
          + " stopped resumes where it stopped."
    },
    footer = {
      "",
      "Examples:",
      "  desist run --extracts extracts/2019-06-30 --snapshot 2019-06-30 --key-file person.key",
      "  desist run --extracts extracts/2019-06-30 --snapshot 2019-06-30 --window all --from"
          + " 2012-01-01"
    })
final class RunCommand implements Runnable {
  @Option(
      names = "--extracts",
      paramLabel = "DIR",
      required = true,
      description = "Folder of the snapshot's files.")
  Path extracts;

  @Option(
      names = "--snapshot",
      paramLabel = "DATE",
      required = true,
      description = "Date the extracts were taken, such as 2019-06-30.")
  LocalDate snapshot;

  @Mixin OutOption outOption;

  @Mixin JobsOption jobsOption;

  @Option(
      names = "--window",
      paramLabel = "WINDOW",
      split = ",",
      defaultValue = "quarter",
      description =
          "Cohort windows: quarter, year, four_quarters or all (default: ${DEFAULT-VALUE}).")
  List<String> windows;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First cohort: earliest first day, included.")
  LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Last cohort: latest first day, included.")
  LocalDate to;

  @Settings.Of(Settings.Name.METHOD)
  @Option(
      names = "--method",
      paramLabel = "FILE",
      description =
          "Method file, or the name of a shipped method: moj-2017, moj-2017-ogrs4g (default: ${bundle:setting-method:-moj-2017}).")
  Path method;

  @Option(
      names = "--contracts",
      paramLabel = "DIR",
      description =
          "Folder of contract files, *.yaml: whose payments are calculated (default: none).")
  Path contracts;

  @Settings.Of(Settings.Name.KEY_FILE)
  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "Key of the person keys (default: ${bundle:setting-key-file:-none}).")
  Path keyFile;

  @Option(
      names = "--accept",
      paramLabel = "CODE",
      split = ",",
      description = "Accept what would refuse the snapshot; VOLUME is the only such code.")
  List<Acceptable> accept = List.of();

  @Option(
      names = "--exemptions",
      paramLabel = "FILE",
      description =
          "Publication checks that may fail, each with a reason and an end (docs/guards.md).")
  Path exemptions;

  @Option(
      names = "--make-current",
      description =
          "Let readers see its version even when they see a later snapshot (default: it is published beside that one).")
  boolean makeCurrent;

  @Option(names = "--again", description = "Redo a run that has been done, under a new name.")
  boolean again;

  @Option(
      names = "--backtest",
      paramLabel = "FILE",
      description =
          "Table that somebody published, set beside the figures once they are published, as desist"
              + " backtest does (default: none).")
  Path backtest;

  @Mixin UntilOption untilOption;

  @Mixin EngineOptions engineOptions;

  private final Console console;
  private final Services services;

  /** File-level codes that a user may accept. */
  enum Acceptable {
    VOLUME
  }

  RunCommand(Console console, Services services) {
    this.console = console;
    this.services = services;
  }

  @Override
  public void run() {
    // A table that cannot be read is no reason to fail after the night's work.
    Optional<PublishedTable> published =
        Optional.ofNullable(backtest)
            .map(file -> PublishedTable.read(file, WindowKind.FOUR_QUARTERS));
    RunAction action = new RunAction(console, services, jobsOption.place(console, outOption.out));
    RunSettings settings = makeCurrent ? settings().makingCurrent() : settings();
    RunOutcome outcome =
        again
            ? action.runAgain(settings, untilOption.stage)
            : action.run(settings, untilOption.stage);
    if (published.isPresent() && outcome.kind() != RunOutcome.Kind.PAUSED) {
      console.out().println();
      BacktestQuestion.published(outOption.out, outcome.runId())
          .ask(published.get())
          .written()
          .write(RowsWriter.Format.table, null, console.out());
    }
  }

  private RunSettings settings() {
    return new RunSettings(
            outOption.out,
            new RunSettings.SnapshotInput(absolute(extracts), snapshot, accepted()),
            new RunSettings.CohortChoice(Windows.parse(windows), from, to),
            new RunSettings.NamedFiles(
                MethodFile.named(method),
                absolute(contracts),
                absolute(keyFile),
                absolute(exemptions)),
            engineOptions.choice())
        .from(console.origins());
  }

  private Set<String> accepted() {
    Set<String> codes = new TreeSet<>();
    accept.forEach(code -> codes.add(code.name()));
    return codes;
  }

  /** A run may be resumed from another folder. */
  private static Path absolute(Path path) {
    return path == null ? null : path.toAbsolutePath().normalize();
  }
}
