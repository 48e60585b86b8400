// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.util.Locale;
import org.desist.bridge.Bridge;
import org.desist.bridge.CellBridge.RateCell;
import org.desist.jobs.bridge.BridgeAnswer;
import org.desist.jobs.bridge.BridgeQuestion;
import org.desist.jobs.query.Query;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code desist bridge}. */
@Command(
    name = "bridge",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says why a published figure moved between two versions, in points that add up exactly: late"
          + " convictions, corrected records, linkage, method change, offender mix.",
      "Causes of few people are put together, so that the answer may be published; with"
          + " --restricted each is shown with its people."
    },
    footer = {
      "",
      "Examples:",
      "  desist bridge --from 2019-03-31-0001 --to 2019-06-30-0001",
      "  desist bridge --from 2019-03-31-0001 --to 2019-06-30-0001 --where \"cohort_window ="
          + " 'quarter' and cohort_start = date '2017-07-01' and geography_type = 'region' and"
          + " breakdown = 'total'\" --format csv --to-file bridge.csv"
    })
final class BridgeCommand implements Runnable {
  @Option(
      names = "--from",
      paramLabel = "RUN",
      required = true,
      description = "Run of the earlier version, as desist runs lists it.")
  String from;

  @Option(
      names = "--to",
      paramLabel = "RUN",
      required = true,
      description = "Run of the later version.")
  String to;

  @Option(
      names = "--mart",
      paramLabel = "MART",
      defaultValue = "reoffending_rate",
      description = "The mart whose figures moved (default, and the only one: ${DEFAULT-VALUE}).")
  String mart;

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description =
          "Picks rows of the mart, at most 20, in SQL (default: the national total of the latest"
              + " cohort that is no longer followed, a year's before a quarter's).")
  String where;

  @Mixin OutOption outOption;

  @Mixin JobsOption jobsOption;

  @Mixin RowsOption rowsOption;

  @Option(
      names = "--restricted",
      description = "Show every cause with its people, and figures that are withheld.")
  boolean restricted;

  private final Console console;

  BridgeCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    EngineOptions machine = new EngineOptions();
    BridgeQuestion question =
        new BridgeQuestion(
            outOption.out,
            jobsOption.place(console, outOption.here("bridge")),
            from,
            to,
            mart,
            where,
            rowsOption.places(),
            restricted ? Query.Area.RESTRICTED : Query.Area.PUBLISHED);
    BridgeAnswer answer = question.ask(new Bridge(machine.threads(), machine.memoryMb()));
    rowsOption.write(answer.written(), console);
    notes(answer);
  }

  private void notes(BridgeAnswer answer) {
    for (RateCell cell : answer.withheld()) {
      console.note(
          "withheld",
          "Not bridged: %s from %s, %s %s, %s %s: its rate is withheld in one of the versions."
              .formatted(
                  cell.cohortWindow(),
                  cell.cohortStart(),
                  cell.geographyType(),
                  cell.geographyCode(),
                  cell.breakdown(),
                  cell.category()));
    }
    single(answer.onlyBefore(), from);
    single(answer.onlyAfter(), to);
    answer.singles().forEach(column -> console.note("single_column", column.words(from, to)));
  }

  private void single(long rows, String run) {
    if (rows > 0) {
      console.note(
          "single",
          String.format(Locale.ROOT, "Not bridged: %,d rows that only %s has.", rows, run));
    }
  }
}
