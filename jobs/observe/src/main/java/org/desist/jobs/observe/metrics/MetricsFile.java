// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe.metrics;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.desist.run.AttemptEnd;
import org.desist.run.Folders;
import org.desist.run.ReaderAccess;
import org.desist.run.RunContext;
import org.desist.run.RunObserver;
import org.desist.run.RunRecord;
import org.desist.run.StageEnd;

/**
 * Keeps a file in Prometheus's text form, as node_exporter's textfile collector reads it: written
 * when an attempt begins and when it ends, each time atomically.
 */
public final class MetricsFile implements RunObserver {
  private final Path file;
  private final Clock clock;
  private final List<StageEnd> stages = new ArrayList<>();
  private Instant started;
  private int number;

  /**
   * Keeps a file.
   *
   * @param file its name ends in {@code .prom}, or the collector does not look at it
   */
  public MetricsFile(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  @Override
  public void attemptStarted(RunContext context, List<RunRecord.Attempt> earlier) {
    stages.clear();
    number = earlier.size() + 1;
    started = clock.instant();
    write(context, null);
  }

  @Override
  public void stageEnded(RunContext context, StageEnd end) {
    stages.add(end);
  }

  @Override
  public void attemptEnded(RunContext context, AttemptEnd end) {
    write(context, end);
  }

  private void write(RunContext context, AttemptEnd end) {
    RunMetrics metrics = new RunMetrics(context, number, started, List.copyOf(stages), end);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    // Its name ends otherwise: the collector reads whatever ends in .prom.
    Path draft = file.resolveSibling("." + file.getFileName() + ".draft");
    try {
      PrometheusTextFormatWriter.create()
          .write(text, metrics.snapshots(), EscapingScheme.UNDERSCORE_ESCAPING);
      if (file.getParent() != null) {
        Folders.createOpen(file.getParent());
      }
      Files.write(draft, text.toByteArray());
      // The collector runs as another account.
      ReaderAccess.open(draft);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
