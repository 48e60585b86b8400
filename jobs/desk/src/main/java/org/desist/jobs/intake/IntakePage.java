// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.desist.jobs.page.Pages;
import org.desist.text.FigureText;

/**
 * Where all requests stand, as one page for the desk: no network, no script, no personal data and
 * none of the senders' references. It counts people as they are, so it is its owner's alone.
 */
final class IntakePage {
  private static final DateTimeFormatter SEEN =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm 'UTC'", Locale.UK)
          .withZone(ZoneOffset.UTC);

  private IntakePage() {}

  /** A state as the page explains it. */
  public record StateRow(String words, String tone, String count, String meaning, String next) {}

  static String render(IntakeSummary summary) {
    List<StateRow> states =
        Arrays.stream(IntakeState.values())
            .map(
                state ->
                    new StateRow(
                        state.words(),
                        state.tone(),
                        FigureText.count(summary.counts().getOrDefault(state.name(), 0)),
                        state.meaning(),
                        state.next()))
            .toList();
    return Pages.render(
        "org/desist/jobs/intake/intake.html",
        Map.of(
            "intake", summary, "states", states, "seen", SEEN.format(Instant.parse(summary.at()))));
  }
}
