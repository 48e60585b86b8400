// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.runpage;

import java.util.List;
import java.util.Map;
import org.desist.jobs.diff.MartDiff;
import org.desist.jobs.diff.MartDiff.Change;
import org.desist.jobs.page.Pages;
import org.desist.text.FigureText;

/** A page that needs nothing else: no network, no script. */
public final class PageHtml {
  private static final int REASONS = 8;

  private PageHtml() {}

  /** The page. */
  public static String render(RunPage page) {
    return Pages.render(
        "org/desist/jobs/runpage/page.html",
        Map.of(
            "page",
            page,
            "tone",
            tone(page.state()),
            "moved",
            moved(page.moved()),
            "often",
            page.refused().stream().limit(REASONS).toList(),
            "seldom",
            page.refused().stream().skip(REASONS).toList()));
  }

  /** The colour of the verdict; its words say the same. */
  private static String tone(String state) {
    return switch (state) {
      case "finished" -> "lower";
      case "refused", "failed", "unstarted" -> "higher";
      case "paused", "stopped" -> "sealed";
      default -> "open";
    };
  }

  /** A row of the table of marts. */
  public record Moved(
      String mart, String added, String removed, String changed, List<String> biggest) {}

  static List<Moved> moved(List<MartDiff> diffs) {
    return diffs.stream()
        .filter(MartDiff::isMoved)
        .map(
            diff ->
                new Moved(
                    diff.mart().replaceFirst("published\\.", ""),
                    FigureText.count(diff.added()),
                    FigureText.count(diff.removed()),
                    FigureText.count(diff.changed()),
                    diff.biggest().stream().limit(2).map(PageHtml::words).toList()))
        .toList();
  }

  private static String words(Change change) {
    return change.words() + " in " + change.place();
  }
}
