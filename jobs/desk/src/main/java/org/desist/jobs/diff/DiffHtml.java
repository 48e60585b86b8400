// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.diff;

import java.util.Map;
import org.desist.jobs.page.Pages;

/** A comparison of runs as one page that needs nothing else. */
public final class DiffHtml {
  private DiffHtml() {}

  /** The page. */
  public static String render(RunDiff diff) {
    return Pages.render(
        "org/desist/jobs/diff/diff.html", Map.of("diff", diff, "verdict", DiffText.verdict(diff)));
  }
}
