// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe.openlineage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.RunEvent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.desist.lineage.ColumnLineage;
import org.desist.run.AttemptEnd;
import org.desist.run.RunContext;
import org.desist.run.RunObserver;
import org.desist.run.RunRecord;
import org.desist.run.Software;
import org.desist.run.StageEnd;

/**
 * Sends OpenLineage events of a run and its stages. A run that goes on keeps its identifier; a
 * stage that is kept has no events in that attempt. A process that is asked to stop says so; one
 * that is killed cannot.
 */
public final class LineageEvents implements RunObserver {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  private final LineageSettings settings;
  private final Clock clock;
  private EventSink sink;
  private EventFactory factory;
  private Thread farewell;
  private volatile String working;

  public LineageEvents(LineageSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void attemptStarted(RunContext context, List<RunRecord.Attempt> earlier) {
    OpenLineage events = new OpenLineage(URI.create("urn:desist:" + Software.version()));
    RunTables tables = new RunTables(context, settings.namespace(), ColumnLineage.read());
    factory = new EventFactory(events, settings, clock, context, earlier.size() + 1, tables);
    sink =
        settings.isEndpoint()
            ? new HttpSink(settings.endpoint(), settings.apiKey())
            : new FileSink(Path.of(settings.target()));
    farewell = new Thread(this::abort, "openlineage-abort");
    Runtime.getRuntime().addShutdownHook(farewell);
    send(factory.begun());
  }

  @Override
  public void stageStarted(RunContext context, String stage) {
    if (!context.folder().isComplete(stage)) {
      working = stage;
      send(factory.begun(stage));
    }
  }

  @Override
  public void stageEnded(RunContext context, StageEnd end) {
    working = null;
    switch (end.outcome()) {
      case DONE -> send(factory.finished(end.stage()));
      case FAILED -> send(factory.failed(end.stage(), end.failure()));
      case KEPT -> {}
    }
  }

  @Override
  public void attemptEnded(RunContext context, AttemptEnd end) {
    forget();
    try {
      switch (end.outcome()) {
        case FINISHED -> send(factory.finished());
        case PAUSED -> send(factory.paused());
        case FAILED -> send(factory.failed(end.failure()));
      }
    } finally {
      sink.close();
    }
    if (sink.lost() > 0) {
      context
          .progress()
          .note(
              String.format(
                  Locale.ROOT,
                  "%d lineage events could not be sent; the run is not affected",
                  sink.lost()));
    }
  }

  private void abort() {
    if (working != null) {
      send(factory.aborted(working));
    }
    send(factory.aborted());
    sink.close();
  }

  private void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(farewell);
    } catch (IllegalStateException e) {
      // The process is ending already: the farewell has been said.
      return;
    }
  }

  private void send(RunEvent event) {
    try {
      sink.send(JSON.writeValueAsString(event));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("events are always JSON", e);
    }
  }
}
