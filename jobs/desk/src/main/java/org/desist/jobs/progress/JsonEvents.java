// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes one JSON object a line, each with its time and what happened. */
public final class JsonEvents {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final PrintWriter out;
  private final Clock clock;

  /** Writes to {@code out}. */
  public JsonEvents(PrintWriter out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /**
   * One event.
   *
   * @param event what happened, such as {@code finished}
   * @param fields in their order; none may hold personal data
   */
  public synchronized void write(String event, Map<String, ?> fields) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    line.put("event", event);
    line.putAll(fields);
    try {
      // A program reads it: never on several lines.
      out.print(MAPPER.writeValueAsString(line) + System.lineSeparator());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    out.flush();
  }
}
