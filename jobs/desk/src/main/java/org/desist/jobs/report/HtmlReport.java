// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import java.nio.file.Path;
import java.util.Map;
import org.desist.answer.Answer;
import org.desist.jobs.page.Pages;

/**
 * An answer as one page that needs nothing else: no network, no script. Outcomes are in it only
 * where {@link Answer#isShown()}. The same answer gives the same bytes.
 */
public final class HtmlReport {
  private HtmlReport() {}

  /** The page. */
  public static String render(Answer answer) {
    return Pages.render("org/desist/jobs/report/report.html", Map.of("report", Report.of(answer)));
  }

  /**
   * Writes the page into a file.
   *
   * @throws org.desist.error.DesistException STORAGE when it cannot be written
   */
  public static void write(Answer answer, Path file) {
    Pages.write("report", render(answer), file);
  }
}
