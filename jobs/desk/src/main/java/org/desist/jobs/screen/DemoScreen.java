// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.screen;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.desist.answer.Answer;
import org.desist.jobs.query.MartDatabase;
import org.desist.jobs.query.Query;
import org.desist.jobs.report.AnswerBanner;
import org.desist.jobs.terminal.TextTable;
import org.desist.jobs.terminal.Tone;
import org.desist.run.Shell;
import org.desist.text.FigureText;

/** What the demo showed, on one screen of at most 24 lines: its point, and what to open. */
public final class DemoScreen {
  private final Path out;
  private final String run;

  /** The screen of a demo whose run published a version. */
  public DemoScreen(Path out, String run) {
    this.out = out;
    this.run = run;
  }

  /**
   * Prints it.
   *
   * @param answers to the sample requests, in their order
   * @param pages what to open, by what it is
   * @param reports of the answers, in their order
   */
  public void print(
      List<Answer> answers, Map<String, Path> pages, List<Path> reports, PrintWriter screen) {
    screen.println();
    Map<String, Tone> tones = new HashMap<>();
    TextTable table =
        TextTable.open()
            .left("In short")
            .left("")
            .toned(words -> Optional.ofNullable(tones.get(words)));
    try (MartDatabase marts = MartDatabase.ofRun(out, run, Query.Area.PUBLISHED)) {
      Headline headline = new Headline(marts, new AreaNames());
      headline.cohort().ifPresent(cohort -> rates(table, headline, cohort));
    }
    for (Answer answer : answers) {
      AnswerBanner banner = AnswerBanner.of(answer);
      tones.put(banner.words(), tone(banner));
      table.row(answer.protocol().programme(), banner.words());
    }
    screen.println(table.text());
    screen.println();
    TextTable open = TextTable.open().left("Open").left("");
    pages.forEach((what, page) -> open.row(what, page.toString()));
    for (int r = 0; r < reports.size(); r++) {
      open.row(r == 0 ? "the answers" : "", reports.get(r).toString());
    }
    screen.println(open.text());
    screen.println();
    screen.println(
        "Ask: %s query%s --marts; docs/brief.md has questions."
            .formatted(Shell.COMMAND, Shell.out(out)));
    screen.flush();
  }

  private static Tone tone(AnswerBanner banner) {
    return switch (banner.tone()) {
      case "lower" -> Tone.GOOD;
      case "higher" -> Tone.BAD;
      default -> Tone.WARN;
    };
  }

  private static void rates(TextTable table, Headline headline, Headline.Cohort cohort) {
    table.row("Cohort", cohort.text());
    headline
        .areas("national", cohort)
        .forEach(
            nation ->
                table.row(
                    "Reoffended within a year",
                    "%s of %s people"
                        .formatted(
                            FigureText.percent(nation.rate(), 1),
                            FigureText.count(nation.offenders()))));
    List<Headline.Area> regions = headline.areas("region", cohort);
    Comparator<Headline.Area> byRate = Comparator.comparingDouble(Headline.Area::rate);
    Optional<Headline.Area> lowest = regions.stream().min(byRate);
    lowest.ifPresent(area -> table.row("Lowest region", area.text()));
    regions.stream().max(byRate).ifPresent(area -> table.row("Highest region", area.text()));
  }
}
