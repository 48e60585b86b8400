// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import java.io.PrintWriter;
import org.desist.answer.Synthesis;
import org.desist.comparison.MetaAnalysis;
import org.desist.jobs.terminal.Paragraph;
import org.desist.jobs.terminal.TextTable;
import org.desist.text.FigureText;

/** Several requests together on a terminal, on one screen. */
public final class TextSynthesis {
  private TextSynthesis() {}

  /**
   * Prints it.
   *
   * @param synthesis of two studies or more
   */
  public static void print(Synthesis synthesis, PrintWriter screen) {
    PooledReport pooled = PooledReport.of(synthesis);
    screen.println("** " + pooled.banner().words() + " **");
    screen.println();
    pooled
        .sentences()
        .forEach(sentence -> Paragraph.print("  ", FigureText.keyboard(sentence), screen));
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

  private static TextTable table(PooledReport pooled) {
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
    for (PooledReport.Row row : pooled.rows()) {
      table.row(
          row.programme(),
          row.request(),
          row.people(),
          row.treated(),
          row.comparison(),
          FigureText.keyboard(row.difference()),
          row.weight(),
          row.isOverridden() ? "under an override" : "");
    }
    return table;
  }

  private static String heterogeneity(MetaAnalysis pooled) {
    return "between programmes %s points (tau); %s of the differences between them is not chance (I-squared); Q %s, p-value %s"
        .formatted(
            FigureText.decimals(100 * Math.sqrt(pooled.tauSquared()), 1),
            FigureText.percent(pooled.iSquared()),
            FigureText.decimals(pooled.heterogeneity(), 2),
            FigureText.pValue(pooled.heterogeneityP()));
  }
}
