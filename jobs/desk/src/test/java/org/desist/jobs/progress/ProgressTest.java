// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.desist.jobs.terminal.Printer;
import org.desist.run.ProgressListener;
import org.desist.text.FigureText;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter text = new StringWriter();
  private final TickingClock clock = new TickingClock();

  @Test
  void linesAreOneAStageAndOneNowAndThen() {
    ProgressListener progress = open(ProgressStyle.LINES);

    progress.started("ingest", 5_000_000, "rows");
    progress.advanced("ingest", 10);
    clock.pass(Duration.ofSeconds(11));
    progress.advanced("ingest", 2_000_000);
    progress.advanced("ingest", 2_000_001);
    clock.pass(Duration.ofSeconds(54));
    progress.finished("ingest", "5,000,000 rows read, 12 refused");

    assertThat(text.toString().lines())
        .containsExactly(
            "ingest   2,000,000 of 5,000,000 rows",
            "ingest   5,000,000 rows read, 12 refused  (1 min 05 s)");
  }

  @Test
  void linesDoWithoutATotal() {
    ProgressListener progress = open(ProgressStyle.LINES);

    progress.started("link", 0, "models");
    clock.pass(Duration.ofSeconds(11));
    progress.advanced("link", 3);

    assertThat(text.toString().lines()).containsExactly("link     3 models");
  }

  @Test
  void jsonHasAnObjectALineWithRunAndStep() {
    ProgressListener progress = open(ProgressStyle.JSON);

    progress.started("ingest", 5, "rows");
    clock.pass(Duration.ofMillis(1500));
    progress.advanced("ingest", 3);
    progress.advanced("ingest", 4);
    progress.finished("ingest", "5 rows");
    progress.note("a word");

    assertThat(text.toString().lines())
        .containsExactly(
            "{\"time\":\"2019-07-01T00:00:00Z\",\"event\":\"started\",\"run\":\"r1\",\"step\":\"ingest\",\"total\":5,\"unit\":\"rows\"}",
            "{\"time\":\"2019-07-01T00:00:01.500Z\",\"event\":\"advanced\",\"run\":\"r1\",\"step\":\"ingest\",\"done\":3}",
            "{\"time\":\"2019-07-01T00:00:01.500Z\",\"event\":\"finished\",\"run\":\"r1\",\"step\":\"ingest\",\"summary\":\"5 rows\",\"millis\":1500}",
            "{\"time\":\"2019-07-01T00:00:01.500Z\",\"event\":\"note\",\"run\":\"r1\",\"text\":\"a word\"}");
  }

  @Test
  void aBarGivesWayToTheLineOfItsStage() {
    ProgressListener progress = open(ProgressStyle.BARS);

    progress.started("ingest", 5, "rows");
    progress.advanced("ingest", 3);
    progress.finished("ingest", "5 rows");

    assertThat(text.toString()).endsWith("\ringest   5 rows  (0.0 s)" + System.lineSeparator());
  }

  @Test
  void durationsReadAsPeopleSayThem() {
    assertThat(FigureText.took(Duration.ofMillis(840))).isEqualTo("0.8 s");
    assertThat(FigureText.took(Duration.ofSeconds(42))).isEqualTo("42 s");
    assertThat(FigureText.took(Duration.ofSeconds(185))).isEqualTo("3 min 05 s");
    assertThat(FigureText.took(Duration.ofMinutes(134))).isEqualTo("2 h 14 min");
  }

  private ProgressListener open(ProgressStyle style) {
    return style.open("r1", new Printer(text, false), clock);
  }

  private static final class TickingClock extends Clock {
    private Instant now = Instant.parse("2019-07-01T00:00:00Z");

    void pass(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
