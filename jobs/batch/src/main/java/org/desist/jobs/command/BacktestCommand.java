// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import org.desist.backtest.PublishedTable;
import org.desist.bridge.Bridge;
import org.desist.jobs.backtest.BacktestQuestion;
import org.desist.jobs.query.Query;
import org.desist.jobs.repository.JobsPlace;
import org.desist.method.MethodFile;
import org.desist.run.WindowKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desist backtest}. */
@Command(
    name = "backtest",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Sets own figures beside a table that somebody published, row by row: the long CSV of the"
          + " ministry's statistics.",
      "With --made-at, the run of the snapshot that the table was made at, each difference is"
          + " explained: what differed there already, and what moved since, by cause."
    },
    footer = {
      "",
      "Examples:",
      "  desist backtest published.csv",
      "  desist backtest published.csv --run 2019-03-31-0001",
      "  desist backtest published.csv --made-at 2019-03-31-0001 --run 2019-06-30-0001",
      "  desist backtest published.csv --restricted --format csv --to-file backtest.csv"
    })
final class BacktestCommand implements Runnable {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description =
          "CSV with the columns cohort, adult_child, geography_type, region, category, subcat1,"
              + " subcat2, offenders, reoffenders, reoffences (docs/backtest.md).")
  Path file;

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "Run whose figures are set beside it (default: the current version's).")
  String run;

  @Option(
      names = "--made-at",
      paramLabel = "RUN",
      description = "Run of the snapshot that the table was made at.")
  String madeAt;

  @Option(
      names = "--twelve-months",
      paramLabel = "four_quarters|year",
      defaultValue = "four_quarters",
      description =
          "What a cohort of twelve months is: four quarters, as published since 2017, or a year in"
              + " which everybody is in once (default: ${DEFAULT-VALUE}).")
  TwelveMonths twelveMonths;

  @Mixin OutOption outOption;

  @Mixin JobsOption jobsOption;

  @Mixin RowsOption rowsOption;

  @Option(
      names = "--restricted",
      description =
          "Restricted figures too: nothing is withheld, and adults and juveniles can be divided further.")
  boolean restricted;

  private final Console console;

  /** Lower case, as it is typed. */
  enum TwelveMonths {
    four_quarters(WindowKind.FOUR_QUARTERS),
    year(WindowKind.YEAR);

    private final WindowKind window;

    TwelveMonths(WindowKind window) {
      this.window = window;
    }
  }

  BacktestCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    PublishedTable published = PublishedTable.read(file, twelveMonths.window);
    published
        .ignored()
        .forEach(column -> console.note("ignored_column", "Not read: the column " + column));
    EngineOptions machine = new EngineOptions();
    JobsPlace jobs = jobsOption.place(console, outOption.here("backtest"));
    ChosenRun chosen = ChosenRun.of("backtest", outOption.out, jobs, run, null);
    BacktestQuestion question =
        new BacktestQuestion(
            outOption.out,
            chosen.id(),
            madeAt,
            restricted ? Query.Area.RESTRICTED : Query.Area.PUBLISHED,
            smallestCount(jobs, chosen),
            rowsOption.places());
    rowsOption.write(
        question.ask(published, new Bridge(machine.threads(), machine.memoryMb())).written(),
        console);
  }

  /** The larger of the two methods' smallest counts. */
  private int smallestCount(JobsPlace jobs, ChosenRun chosen) {
    int smallest = smallestCount(chosen);
    return madeAt == null
        ? smallest
        : Math.max(
            smallest, smallestCount(ChosenRun.of("backtest", outOption.out, jobs, madeAt, null)));
  }

  private static int smallestCount(ChosenRun chosen) {
    return MethodFile.read(chosen.settings().files().method()).disclosure().smallestCount();
  }
}
