// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.screen;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.desist.facts.RunFacts;
import org.desist.jobs.query.MartDatabase;
import org.desist.jobs.query.Query;
import org.desist.jobs.terminal.TextTable;
import org.desist.jobs.terminal.Tone;
import org.desist.run.RunFolder;
import org.desist.run.Shell;
import org.desist.run.Versions;
import org.desist.text.FigureText;

/**
 * What a run ends in: what arrived, rejected rows and their reasons, who is in the cohorts, the
 * headline rates, what came of the targets, where the files are and what to ask next. Everything is
 * read from the run's own version.
 */
public final class ClosingScreen {
  /** As the user typed it, so that an example can be pasted. */
  private final Path out;

  private final String run;

  /** The screen of a run that published a version. */
  public ClosingScreen(Path out, String run) {
    this.out = out;
    this.run = run;
  }

  /** Prints it. */
  public void print(PrintWriter screen) {
    try (MartDatabase marts = MartDatabase.ofRun(out, run, Query.Area.RESTRICTED);
        RunFacts facts = new RunFacts(out, run)) {
      screen.println();
      table(screen, ArrivalTables.arrived(facts));
      table(screen, ArrivalTables.refused(facts));
      AreaNames names = new AreaNames();
      Headline headline = new Headline(marts, names);
      Optional<Headline.Cohort> cohort = headline.cohort();
      if (cohort.isPresent()) {
        table(screen, headline.cohorts());
        screen.println(Tone.STRONG.mark("The latest " + cohort.get().text()));
        screen.println();
        table(screen, headline.members(cohort.get()));
        table(screen, headline.rates(cohort.get()));
        long small = headline.smallProviders(cohort.get());
        if (small > 0) {
          screen.println(
              FigureText.text("%d more providers have too few people for a rate.%n", small));
        }
        table(screen, new ComparisonTable(marts, names).of(cohort.get()));
        table(screen, TargetTable.of(marts, names));
      }
      files(screen, marts.runId());
      if (Versions.below(out).current().filter(run::equals).isPresent()) {
        examples(screen, cohort);
      }
    }
    screen.flush();
  }

  private static void table(PrintWriter screen, TextTable table) {
    if (!table.isEmpty()) {
      screen.println(table.text());
      screen.println();
    }
  }

  private void files(PrintWriter screen, String runId) {
    Path version = Versions.below(out).folder(runId);
    screen.println(Tone.STRONG.mark("Where it is"));
    screen.println("  published marts     " + version.resolve("published"));
    screen.println("  restricted marts    " + version.resolve("restricted"));
    screen.println("  the run's page      " + out.resolve("pages").resolve(runId + ".html"));
    screen.println("  the run's stages    " + RunFolder.of(out, runId).root());
    screen.println();
  }

  private void examples(PrintWriter screen, Optional<Headline.Cohort> cohort) {
    String start = cohort.map(found -> found.start().toString()).orElse("2016-01-01");
    String window = cohort.map(Headline.Cohort::window).orElse("quarter");
    String where = Shell.out(out);
    screen.println(Tone.STRONG.mark("Ask more"));
    screen.println(
        "  %s query%s \"select category, offenders, reoffending_rate from reoffending_rate where cohort_window = '%s' and cohort_start = date '%s' and geography_type = 'national' and breakdown = 'index_category'\""
            .formatted(Shell.COMMAND, where, window, start));
    screen.println(
        "  %s query%s \"select cohort_start, reoffending_rate, rate_lower, rate_upper from reoffending_rate where cohort_window = 'quarter' and geography_type = 'national' and breakdown = 'total' order by cohort_start\""
            .formatted(Shell.COMMAND, where));
    screen.println(
        "  %s query%s --restricted \"select code, field, count(*) as rows from quarantine group by all order by rows desc\""
            .formatted(Shell.COMMAND, where));
  }
}
