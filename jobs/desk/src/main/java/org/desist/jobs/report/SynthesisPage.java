// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import java.nio.file.Path;
import java.util.Map;
import org.desist.answer.Synthesis;
import org.desist.jobs.page.Pages;

/** Several requests together as one page: no network, no script, and always the same bytes. */
public final class SynthesisPage {
  private SynthesisPage() {}

  /** The page. */
  public static String render(Synthesis synthesis) {
    return Pages.render(
        "org/desist/jobs/report/synthesis.html", Map.of("page", PooledReport.of(synthesis)));
  }

  /**
   * Writes the page into a file.
   *
   * @throws org.desist.error.DesistException STORAGE when it cannot be written
   */
  public static void write(Synthesis synthesis, Path file) {
    Pages.write("synthesis", render(synthesis), file);
  }
}
