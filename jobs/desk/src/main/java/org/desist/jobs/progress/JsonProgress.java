// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.desist.run.ProgressListener;

/**
 * Progress as JSON lines with the run's and the step's name; at most one a second while it lasts.
 */
final class JsonProgress implements ProgressListener {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final JsonEvents events;
  private final Clock clock;
  private final String runId;
  private final Map<String, Instant> started = new LinkedHashMap<>();
  private final Map<String, Instant> shown = new LinkedHashMap<>();

  JsonProgress(JsonEvents events, Clock clock, String runId) {
    this.events = events;
    this.clock = clock;
    this.runId = runId;
  }

  @Override
  public synchronized void started(String stage, long total, String unit) {
    started.put(stage, clock.instant());
    shown.put(stage, clock.instant());
    Map<String, Object> fields = fields(stage);
    if (total > 0) {
      fields.put("total", total);
    }
    fields.put("unit", unit);
    events.write("started", fields);
  }

  @Override
  public synchronized void advanced(String stage, long done) {
    Instant now = clock.instant();
    Instant before = shown.get(stage);
    if (before == null || Duration.between(before, now).compareTo(PAUSE) < 0) {
      return;
    }
    shown.put(stage, now);
    Map<String, Object> fields = fields(stage);
    fields.put("done", done);
    events.write("advanced", fields);
  }

  @Override
  public synchronized void finished(String stage, String summary) {
    Map<String, Object> fields = fields(stage);
    fields.put("summary", summary);
    Instant begun = started.remove(stage);
    if (begun != null) {
      fields.put("millis", Duration.between(begun, clock.instant()).toMillis());
    }
    events.write("finished", fields);
  }

  @Override
  public synchronized void note(String text) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("run", runId);
    fields.put("text", text);
    events.write("note", fields);
  }

  private Map<String, Object> fields(String stage) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("run", runId);
    fields.put("step", stage);
    return fields;
  }
}
