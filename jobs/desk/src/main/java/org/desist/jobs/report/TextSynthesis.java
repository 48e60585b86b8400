// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import java.io.PrintWriter;
import org.desist.answer.Figures;
import org.desist.answer.Synthesis;
import org.desist.comparison.MetaAnalysis;
import org.desist.jobs.screen.Paragraph;
import org.desist.jobs.screen.TextTable;

/** Several requests together on a terminal, on one screen. */
public final class TextSynthesis {
  private TextSynthesis() {}

  /**
   * Prints it.
   *
   * @param synthesis of two studies or more
   */
  public static void print(Synthesis synthesis, PrintWriter screen) {
    Pooled pooled = Pooled.of(synthesis);
    screen.println("** " + pooled.banner().words() + " **");
    screen.println();
    pooled.sentences().forEach(sentence -> Paragraph.print("  ", plain(sentence), screen));
    screen.println();
    screen.println(table(pooled).text());
    screen.println();
    Paragraph.print("  Spread    ", heterogeneity(synthesis.pooled()), screen);
    synthesis
        .leftOut()
        .forEach(
            one ->
                Paragraph.print(
                    "  Left out  ",
                    "%s (%s): %s".formatted(one.programme(), one.request(), one.reason()),
                    screen));
    screen.flush();
  }

  private static TextTable table(Pooled pooled) {
    TextTable table =
        TextTable.open()
            .left("programme")
            .left("request")
            .right("people")
            .right("participants")
            .right("comparison")
            .left("difference in points")
            .right("weight")
            .left("");
    for (Pooled.Row row : pooled.rows()) {
      table.row(
          row.programme(),
          row.request(),
          row.people(),
          row.treated(),
          row.comparison(),
          plain(row.difference()),
          row.weight(),
          row.isOverridden() ? "under an override" : "");
    }
    return table;
  }

  private static String heterogeneity(MetaAnalysis pooled) {
    return "between programmes %s points (tau); %s of the differences between them is not chance (I-squared); Q %s, p-value %s"
        .formatted(
            Figures.decimals(100 * Math.sqrt(pooled.tauSquared()), 1),
            Figures.percent(pooled.iSquared()),
            Figures.decimals(pooled.heterogeneity(), 2),
            Figures.pValue(pooled.heterogeneityP()));
  }

  /** Terminals have a minus of their own. */
  private static String plain(String text) {
    return text.replace('\u2212', '-');
  }
}
