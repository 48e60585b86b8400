// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.desist.error.DesistException;
import org.desist.facts.RunFacts;
import org.desist.run.AttemptEnd;
import org.desist.run.RunContext;
import org.desist.run.RunObserver;
import org.desist.run.RunRecord;
import org.desist.run.Software;
import org.desist.run.StageEnd;

/**
 * Sends a trace of each attempt to an OTLP endpoint. The settings are OpenTelemetry's own
 * variables; a {@code TRACEPARENT} makes the attempt part of the trace that started it. An endpoint
 * that does not answer costs a run no more than {@link #PATIENCE_SECONDS} at its end.
 */
public final class TraceSender implements RunObserver {
  static final long PATIENCE_SECONDS = 2;

  // Kept, or the level that is set on it would be collected with it.
  private static final Logger LIBRARY = Logger.getLogger("io.opentelemetry");

  private final Map<String, String> environment;
  private final Map<String, Span> spans = new HashMap<>();
  private OpenTelemetrySdk sdk;
  private Span attempt;

  /**
   * A sender.
   *
   * @param environment the process's variables
   */
  public TraceSender(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public void attemptStarted(RunContext context, List<RunRecord.Attempt> earlier) {
    // It logs on standard error, where a program may be reading JSON lines.
    LIBRARY.setLevel(Level.OFF);
    sdk =
        AutoConfiguredOpenTelemetrySdk.builder()
            .disableShutdownHook()
            .addPropertiesSupplier(this::properties)
            .build()
            .getOpenTelemetrySdk();
    attempt =
        tracer()
            .spanBuilder("desist.reoffending")
            .setParent(parent())
            .setAttribute("desist.run", context.runId())
            .setAttribute("desist.attempt", earlier.size() + 1)
            .setAttribute("desist.engine", context.settings().engine().kind().name())
            .setAttribute("desist.snapshot", context.settings().input().snapshot().toString())
            .startSpan();
  }

  @Override
  public void stageStarted(RunContext context, String stage) {
    if (attempt == null) {
      return;
    }
    spans.put(
        stage,
        tracer()
            .spanBuilder("desist.stage " + stage)
            .setParent(Context.root().with(attempt))
            .setAttribute("desist.run", context.runId())
            .setAttribute("desist.stage", stage)
            .setAttribute("desist.engine", context.settings().engine().kind().name())
            .startSpan());
  }

  @Override
  public void stageEnded(RunContext context, StageEnd end) {
    Span span = spans.remove(end.stage());
    if (span == null) {
      return;
    }
    span.setAttribute("desist.outcome", end.outcome().name().toLowerCase(Locale.ROOT));
    if (end.stage().equals("ingest") && end.failure() == null) {
      try (RunFacts facts = new RunFacts(context.settings().out(), context.runId())) {
        List<RunFacts.Arrival> arrivals = facts.arrivals();
        span.setAttribute("desist.rows", arrivals.stream().mapToLong(a -> a.rows()).sum());
        span.setAttribute("desist.bytes", arrivals.stream().mapToLong(a -> a.bytes()).sum());
      }
    }
    fail(span, end.failure());
    span.end();
  }

  @Override
  public void attemptEnded(RunContext context, AttemptEnd end) {
    if (attempt == null) {
      // Its settings could not be used, which has been noted.
      return;
    }
    attempt.setAttribute("desist.outcome", end.outcome().name().toLowerCase(Locale.ROOT));
    fail(attempt, end.failure());
    attempt.end();
    CompletableResultCode sent =
        sdk.getSdkTracerProvider().forceFlush().join(PATIENCE_SECONDS, TimeUnit.SECONDS);
    boolean isSent = sent.isDone() && sent.isSuccess();
    // Without waiting: what is left unsent now stays unsent.
    sdk.getSdkTracerProvider().shutdown();
    if (!isSent) {
      context.progress().note("The trace of the run could not be sent; the run is not affected");
    }
  }

  private static void fail(Span span, DesistException failure) {
    if (failure != null) {
      span.setAttribute("error.type", failure.code().name());
      span.setStatus(StatusCode.ERROR, failure.code().name());
    }
  }

  private Tracer tracer() {
    return sdk.getTracer("org.desist.jobs", Software.version());
  }

  /** The variables that OpenTelemetry reads, and what stands where one is not set. */
  private Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>();
    properties.put("otel.service.name", "desist");
    properties.put("otel.metrics.exporter", "none");
    properties.put("otel.logs.exporter", "none");
    properties.put("otel.exporter.otlp.protocol", "http/protobuf");
    properties.put("otel.exporter.otlp.timeout", Long.toString(1000 * PATIENCE_SECONDS));
    environment.forEach(
        (name, value) -> {
          if (name.startsWith("OTEL_")) {
            properties.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
          }
        });
    return properties;
  }

  private Context parent() {
    return W3CTraceContextPropagator.getInstance()
        .extract(Context.root(), environment, new Variables());
  }

  /** {@code traceparent} is {@code TRACEPARENT} among variables. */
  private static final class Variables implements TextMapGetter<Map<String, String>> {
    @Override
    public Iterable<String> keys(Map<String, String> carrier) {
      return carrier.keySet();
    }

    @Override
    public String get(Map<String, String> carrier, String key) {
      return carrier.get(key.toUpperCase(Locale.ROOT));
    }
  }
}
