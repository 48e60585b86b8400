// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.progress;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.desist.run.ProgressListener;
import org.desist.text.FigureText;

/** Plain lines for a log: one when a stage ends, one now and then while it lasts. */
final class LineProgress implements ProgressListener {
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final PrintWriter out;
  private final Clock clock;
  private final Map<String, Work> works = new LinkedHashMap<>();

  LineProgress(PrintWriter out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public synchronized void started(String stage, long total, String unit) {
    works.put(stage, new Work(clock.instant(), clock.instant(), total, unit));
  }

  @Override
  public synchronized void advanced(String stage, long done) {
    Work work = works.get(stage);
    Instant now = clock.instant();
    if (work == null || Duration.between(work.shown(), now).compareTo(PAUSE) < 0) {
      return;
    }
    works.put(stage, work.shownAt(now));
    String total = work.total() > 0 ? FigureText.text(" of %,d", work.total()) : "";
    line(stage, FigureText.text("%,d%s %s", done, total, work.unit()));
  }

  @Override
  public synchronized void finished(String stage, String summary) {
    Work work = works.remove(stage);
    String took =
        work == null
            ? ""
            : "  (" + FigureText.took(Duration.between(work.started(), clock.instant())) + ")";
    line(stage, summary + took);
  }

  @Override
  public synchronized void note(String text) {
    out.println(text);
    out.flush();
  }

  private void line(String stage, String text) {
    out.println(FigureText.text("%-8s %s", stage, text));
    out.flush();
  }

  private record Work(Instant started, Instant shown, long total, String unit) {
    Work shownAt(Instant instant) {
      return new Work(started, instant, total, unit);
    }
  }
}
