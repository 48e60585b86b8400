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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
      "  desist bridge 2019-03-31-0001 2019-06-30-0001",
      "  desist bridge 2019-03-31-0001 2019-06-30-0001 --where \"cohort_window ="
          + " 'quarter' and cohort_start = date '2017-07-01' and geography_type = 'region' and"
          + " breakdown = 'total'\" --format csv --to-file bridge.csv"
    })
final class BridgeCommand implements Runnable {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "RUN",
      description = "Run of the earlier version, as desist runs lists it.")
  String earlier;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "RUN",
      description = "Run of the later version.")
  String later;

  /** Published commands still say so. */
  @Option(names = "--from", hidden = true)
  void setFrom(String run) {
    earlier = run;
  }

  /** Published commands still say so. */
  @Option(names = "--to", hidden = true)
  void setTo(String run) {
    later = run;
  }

  @Spec CommandSpec spec;

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
      description = "Restricted figures too: every cause with its people, and what is withheld.")
  boolean restricted;

  private final Console console;

  BridgeCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    if (earlier == null || later == null) {
      throw new ParameterException(
          spec.commandLine(), "Cannot tell what to compare: name two runs, the earlier one first.");
    }
    EngineOptions machine = new EngineOptions();
    BridgeQuestion question =
        new BridgeQuestion(
            outOption.out,
            jobsOption.place(console, outOption.here("bridge")),
            earlier,
            later,
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
    single(answer.onlyBefore(), earlier);
    single(answer.onlyAfter(), later);
    answer.singles().forEach(column -> console.note("single_column", column.words(earlier, later)));
  }

  private void single(long rows, String run) {
    if (rows > 0) {
      console.note(
          "single",
          String.format(Locale.ROOT, "Not bridged: %,d rows that only %s has.", rows, run));
    }
  }
}
