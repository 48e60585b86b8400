// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desist.jobs.Terminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceSenderTest {
  /** For a machine with much else to do. */
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

  @TempDir Path folder;
  private WatchedWorld world;

  @BeforeEach
  void watch() {
    world = new WatchedWorld(folder);
  }

  @Test
  void anAttemptIsASpanWithOneForEachStage() throws IOException {
    try (Endpoint endpoint = Endpoint.answering(200)) {
      Map<String, String> environment =
          Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint.url(), "OTEL_SERVICE_NAME", "nightly");
      assertThat(world.run(environment, "--until", "link").exit()).isZero();

      assertThat(endpoint.posts()).extracting(Endpoint.Post::path).containsOnly("/v1/traces");
      List<Span> spans = spans(endpoint);
      assertThat(spans)
          .extracting(Span::getName)
          .containsExactlyInAnyOrder(
              "desist.reoffending",
              "desist.stage ingest",
              "desist.stage store",
              "desist.stage link");
      Span attempt = span(spans, "desist.reoffending");
      Span ingest = span(spans, "desist.stage ingest");
      assertThat(ingest.getParentSpanId()).isEqualTo(attempt.getSpanId());
      assertThat(ingest.getTraceId()).isEqualTo(attempt.getTraceId());
      assertThat(attempt.getParentSpanId().isEmpty()).isTrue();
      assertThat(texts(attempt.getAttributesList()))
          .containsEntry("desist.run", "2019-06-30-0001")
          .containsEntry("desist.engine", "duckdb")
          .containsEntry("desist.attempt", "1")
          .containsEntry("desist.outcome", "paused");
      assertThat(texts(ingest.getAttributesList()))
          .containsEntry("desist.stage", "ingest")
          .containsEntry("desist.rows", "637")
          .containsEntry("desist.outcome", "done");
      assertThat(ingest.getEndTimeUnixNano()).isGreaterThan(ingest.getStartTimeUnixNano());
      assertThat(texts(resource(endpoint).getAttributesList()))
          .containsEntry("service.name", "nightly");
    }
  }

  @Test
  void aTraceThatStartedTheRunGoesOnInIt() throws IOException {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    String span = "00f067aa0ba902b7";
    try (Endpoint endpoint = Endpoint.answering(200)) {
      Map<String, String> environment =
          Map.of(
              "OTEL_EXPORTER_OTLP_ENDPOINT",
              endpoint.url(),
              "TRACEPARENT",
              "00-%s-%s-01".formatted(trace, span));
      world.run(environment, "--until", "ingest");

      Span attempt = span(spans(endpoint), "desist.reoffending");
      assertThat(HexFormat.of().formatHex(attempt.getTraceId().toByteArray())).isEqualTo(trace);
      assertThat(HexFormat.of().formatHex(attempt.getParentSpanId().toByteArray())).isEqualTo(span);
    }
  }

  @Test
  void aRefusedRunIsAnErrorWithItsCode() throws IOException {
    try (Endpoint endpoint = Endpoint.answering(200)) {
      world.runRefused(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint.url()));

      for (String name : List.of("desist.reoffending", "desist.stage ingest")) {
        Span span = span(spans(endpoint), name);
        assertThat(span.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
        assertThat(span.getStatus().getMessage()).isEqualTo("MISSING_COLUMN");
        assertThat(texts(span.getAttributesList()))
            .containsEntry("error.type", "MISSING_COLUMN")
            .containsEntry("desist.outcome", "failed");
      }
    }
  }

  @Test
  void anEndpointThatIsDownOrSilentDelaysNoRun() {
    world.run(Map.of(), "--until", "ingest");
    Map<String, String> nobody = Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1");
    try (Endpoint silent = Endpoint.silent()) {
      for (Map<String, String> environment :
          List.of(nobody, Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", silent.url()))) {
        Instant before = Instant.now();
        Terminal terminal = world.run(environment, "--until", "ingest");

        assertThat(terminal.exit()).isZero();
        assertThat(terminal.err())
            .contains("The trace of the run could not be sent; the run is not affected");
        assertThat(Duration.between(before, Instant.now())).isLessThan(LONG_ENOUGH);
      }
    }
  }

  @Test
  void settingsThatCannotBeUsedFailNoRun() {
    Map<String, String> environment =
        Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "no address", "OTEL_BSP_SCHEDULE_DELAY", "soon");
    Terminal terminal = world.run(environment, "--until", "ingest");

    assertThat(terminal.exit()).isZero();
    assertThat(terminal.err()).containsOnlyOnce("TraceSender could not do its part");
  }

  private static List<Span> spans(Endpoint endpoint) throws IOException {
    List<Span> spans = new ArrayList<>();
    for (Endpoint.Post post : endpoint.posts()) {
      ExportTraceServiceRequest.parseFrom(post.body())
          .getResourceSpansList()
          .forEach(
              resource ->
                  resource
                      .getScopeSpansList()
                      .forEach(scope -> spans.addAll(scope.getSpansList())));
    }
    return spans;
  }

  private static Resource resource(Endpoint endpoint) throws IOException {
    return ExportTraceServiceRequest.parseFrom(endpoint.posts().get(0).body())
        .getResourceSpans(0)
        .getResource();
  }

  private static Span span(List<Span> spans, String name) {
    return spans.stream().filter(span -> span.getName().equals(name)).findFirst().orElseThrow();
  }

  private static Map<String, String> texts(List<KeyValue> attributes) {
    Map<String, String> texts = new TreeMap<>();
    for (KeyValue attribute : attributes) {
      texts.put(
          attribute.getKey(),
          attribute.getValue().hasIntValue()
              ? Long.toString(attribute.getValue().getIntValue())
              : attribute.getValue().getStringValue());
    }
    return texts;
  }
}
