// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.desist.jobs.terminal.Printer;
import org.desist.jobs.terminal.TerminalWidth;
import org.desist.run.ProgressListener;
import org.desist.text.FigureText;

/** A bar per stage on a terminal; when a stage ends, its line with what it did takes its place. */
final class BarProgress implements ProgressListener {
  /** A terminal writes ^C behind it. */
  private static final int WIDTH = Math.min(77, TerminalWidth.columns() - 3);

  private final Printer out;
  private final Clock clock;
  private final Map<String, Work> works = new LinkedHashMap<>();

  BarProgress(Printer out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public synchronized void started(String stage, long total, String unit) {
    Work before = works.remove(stage);
    if (before != null) {
      before.bar().close();
    }
    works.put(stage, new Work(bar(stage, total, unit), clock.instant()));
  }

  @Override
  public synchronized void advanced(String stage, long done) {
    Work work = works.get(stage);
    if (work != null) {
      work.bar().stepTo(done);
    }
  }

  @Override
  public synchronized void finished(String stage, String summary) {
    Work work = works.remove(stage);
    String took = "";
    if (work != null) {
      work.bar().close();
      took = "  (" + FigureText.took(Duration.between(work.started(), clock.instant())) + ")";
    }
    line(FigureText.text("%-8s %s%s", stage, summary, took));
  }

  @Override
  public synchronized void note(String text) {
    line(text);
  }

  private ProgressBar bar(String stage, long total, String unit) {
    return new ProgressBarBuilder()
        .setTaskName(FigureText.text("%-8s", stage))
        // A bar without a known end is a moving one.
        .setInitialMax(total > 0 ? total : -1)
        .setUnit(" " + unit, 1)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(250)
        .setMaxRenderedLength(WIDTH)
        .setConsumer(new Screen(out))
        .clearDisplayOnFinish()
        .build();
  }

  private void line(String text) {
    out.codes("\r" + " ".repeat(WIDTH) + "\r");
    out.println(text);
  }

  private record Work(ProgressBar bar, Instant started) {}

  /** Draws over one line of the terminal. */
  private record Screen(Printer out) implements ProgressBarConsumer {
    @Override
    public int getMaxRenderedLength() {
      return WIDTH;
    }

    @Override
    public void accept(String rendered) {
      out.codes("\r");
      out.print(rendered);
      out.flush();
    }

    @Override
    public void clear() {
      out.codes("\r" + " ".repeat(WIDTH) + "\r");
      out.flush();
    }

    @Override
    public void close() {
      clear();
    }
  }
}
