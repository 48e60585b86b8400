// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.desist.jobs.Terminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineageEventsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** For a machine with much else to do. */
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

  @TempDir Path folder;
  private WatchedWorld world;
  private Path file;

  @BeforeEach
  void watch() {
    world = new WatchedWorld(folder);
    file = folder.resolve("events.jsonl");
  }

  @Test
  void aRunAndItsStagesAreToldToAnEndpoint() throws IOException {
    try (Endpoint endpoint = Endpoint.answering(201)) {
      Map<String, String> environment =
          Map.of(
              "OPENLINEAGE_URL",
              endpoint.url() + "/",
              "OPENLINEAGE_API_KEY",
              "secret",
              "OPENLINEAGE_NAMESPACE",
              "justice");
      assertThat(world.run(environment).exit()).isZero();

      assertThat(endpoint.posts())
          .allSatisfy(
              post -> {
                assertThat(post.path()).isEqualTo("/api/v1/lineage");
                assertThat(post.authorization()).isEqualTo("Bearer secret");
              });
      List<JsonNode> events = new ArrayList<>();
      for (Endpoint.Post post : endpoint.posts()) {
        events.add(JSON.readTree(new String(post.body(), StandardCharsets.UTF_8)));
      }
      assertThat(events).hasSizeGreaterThan(16).allSatisfy(EventRules::check);
      assertThat(events.stream().map(LineageEventsTest::headline))
          .startsWith(
              "START desist.reoffending",
              "START desist.reoffending.ingest",
              "COMPLETE desist.reoffending.ingest",
              "START desist.reoffending.store")
          .endsWith("COMPLETE desist.reoffending.publish", "COMPLETE desist.reoffending");
      JsonNode run = events.get(0);
      assertThat(run.at("/job/namespace").asText()).isEqualTo("justice");
      assertThat(run.at("/run/facets/nominalTime/nominalStartTime").asText())
          .isEqualTo("2019-06-30T00:00:00Z");
      assertThat(events.get(1).at("/run/facets/parent/run/runId")).isEqualTo(run.at("/run/runId"));
      assertThat(events.get(events.size() - 1).at("/run/facets/processing_engine/name").asText())
          .isEqualTo("DuckDB");
    }
  }

  @Test
  void tablesHaveColumnsNumbersAndLineage() throws IOException {
    world.run(toFile());
    List<JsonNode> events = events();

    JsonNode sanction = output(event(events, "COMPLETE desist.reoffending.cohort"), "sanction");
    assertThat(sanction.at("/namespace").asText()).isEqualTo("file");
    assertThat(sanction.at("/name").asText()).isEqualTo(world.out() + "/cohort/sanction");
    assertThat(sanction.at("/facets/dataSource/uri").asText())
        .contains("/runs/2019-06-30-0001/cohort/sanction");
    assertThat(sanction.at("/facets/schema/fields").findValuesAsText("name"))
        .contains("disposal", "event_date");
    JsonNode disposal = sanction.at("/facets/columnLineage/fields/disposal/inputFields");
    assertThat(disposal.findValuesAsText("field")).containsExactly("disposal", "event_type");
    assertThat(disposal.findValuesAsText("subtype"))
        .containsExactly("TRANSFORMATION", "CONDITIONAL");
    assertThat(sanction.at("/outputFacets/outputStatistics/rowCount").asLong()).isPositive();
    assertThat(sanction.at("/outputFacets/outputStatistics/size").asLong()).isPositive();

    JsonNode ingest = event(events, "COMPLETE desist.reoffending.ingest");
    JsonNode persons = input(ingest, "pnc_person");
    assertThat(persons.at("/inputFacets/dataQualityMetrics/rowCount").asLong()).isEqualTo(69);
    JsonNode offences = input(ingest, "pnc_offence");
    assertThat(
            offences
                .at("/inputFacets/dataQualityAssertions/assertions")
                .findValuesAsText("assertion"))
        .contains("bad_pattern", "not_in_enum");

    JsonNode rate =
        output(event(events, "COMPLETE desist.reoffending"), "published/reoffending_rate");
    JsonNode start = rate.at("/facets/columnLineage/fields/cohort_start/inputFields");
    assertThat(start.findValuesAsText("name")).containsExactly("cohort_window");
    assertThat(
            rate.at("/facets/columnLineage/fields/reoffenders/inputFields")
                .findValuesAsText("field"))
        .contains("offence_id", "smallest_count");
    JsonNode key =
        output(event(events, "COMPLETE desist.reoffending"), "restricted/cohort_member")
            .at("/facets/columnLineage/fields/person_key/inputFields");
    assertThat(key.findValuesAsText("field")).containsExactly("pnc_id");
    assertThat(key.findValue("masking").asBoolean()).isTrue();
    assertThat(
            event(events, "START desist.reoffending.cohort")
                .at("/job/facets/sourceCode/sourceCode")
                .asText())
        .contains("-- table: sanction\n");
  }

  @Test
  void aRunThatGoesOnKeepsItsIdentifier() throws IOException {
    world.run(toFile(), "--until", "ingest");
    world.run(toFile(), "--until", "store");

    List<JsonNode> events = events();
    assertThat(events.stream().map(LineageEventsTest::headline))
        .containsExactly(
            "START desist.reoffending",
            "START desist.reoffending.ingest",
            "COMPLETE desist.reoffending.ingest",
            "RUNNING desist.reoffending",
            "RUNNING desist.reoffending",
            "START desist.reoffending.store",
            "COMPLETE desist.reoffending.store",
            "RUNNING desist.reoffending");
    assertThat(events.get(7).at("/run/runId")).isEqualTo(events.get(0).at("/run/runId"));
    assertThat(events.get(7).at("/run/facets/tags/tags").findValuesAsText("value"))
        .contains("2019-06-30-0001", "2");
  }

  @Test
  void aRefusedRunSaysWhy() throws IOException {
    assertThat(world.runRefused(toFile()).exit()).isEqualTo(3);

    List<JsonNode> events = events();
    assertThat(events).allSatisfy(EventRules::check);
    assertThat(events.stream().map(LineageEventsTest::headline))
        .containsExactly(
            "START desist.reoffending",
            "START desist.reoffending.ingest",
            "FAIL desist.reoffending.ingest",
            "FAIL desist.reoffending");
    assertThat(events.get(3).at("/run/facets/errorMessage/message").asText())
        .startsWith("MISSING_COLUMN: Cannot ")
        .contains("pnc_person.csv");
    assertThat(events.get(3).at("/run/facets/errorMessage").has("stackTrace")).isFalse();
  }

  @Test
  void theRunThatStartedItIsItsParent() throws IOException {
    UUID task = UUID.fromString("0193a4f2-1111-7000-8000-000000000001");
    UUID dag = UUID.fromString("0193a4f2-1111-7000-8000-000000000002");
    Map<String, String> environment =
        Map.of(
            "DESIST_LINEAGE",
            file.toString(),
            "OPENLINEAGE_PARENT_ID",
            "airflow/reoffending_nightly.ingest/" + task,
            "OPENLINEAGE_ROOT_PARENT_ID",
            "airflow/reoffending_nightly/" + dag);
    world.run(environment, "--until", "ingest");

    JsonNode parent = events().get(0).at("/run/facets/parent");
    assertThat(parent.at("/run/runId").asText()).isEqualTo(task.toString());
    assertThat(parent.at("/job/name").asText()).isEqualTo("reoffending_nightly.ingest");
    assertThat(parent.at("/root/run/runId").asText()).isEqualTo(dag.toString());
    assertThat(events().get(1).at("/run/facets/parent/root/run/runId").asText())
        .isEqualTo(dag.toString());
  }

  @Test
  void anEndpointThatIsDownOrSilentDelaysNoRun() {
    Map<String, String> nobody = Map.of("OPENLINEAGE_URL", "http://127.0.0.1:1");
    Terminal terminal = world.run(nobody, "--until", "ingest");
    assertThat(terminal.exit()).isZero();
    assertThat(terminal.err())
        .contains("4 lineage events could not be sent; the run is not affected");

    try (Endpoint silent = Endpoint.silent()) {
      Map<String, String> environment = Map.of("OPENLINEAGE_URL", silent.url());
      Instant before = Instant.now();
      // Nothing is left to do, so that what takes time is the endpoint.
      assertThat(world.run(environment, "--until", "ingest").exit()).isZero();
      assertThat(Duration.between(before, Instant.now()))
          .isGreaterThan(PATIENCE.minusMillis(500))
          .isLessThan(LONG_ENOUGH);
    }
    try (Endpoint unwilling = Endpoint.answering(500)) {
      Map<String, String> environment = Map.of("OPENLINEAGE_URL", unwilling.url());
      assertThat(world.run(environment, "--until", "ingest").exit()).isZero();
      assertThat(unwilling.posts()).hasSize(1);
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("openlineage");
  }

  private Map<String, String> toFile() {
    return Map.of("DESIST_LINEAGE", file.toString());
  }

  private List<JsonNode> events() throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      events.add(JSON.readTree(line));
    }
    return events;
  }

  private static String headline(JsonNode event) {
    return event.at("/eventType").asText() + " " + event.at("/job/name").asText();
  }

  private static JsonNode event(List<JsonNode> events, String headline) {
    return events.stream().filter(e -> headline(e).equals(headline)).findFirst().orElseThrow();
  }

  private static JsonNode output(JsonNode event, String name) {
    return named(event.get("outputs"), name);
  }

  private static JsonNode input(JsonNode event, String name) {
    return named(event.get("inputs"), name);
  }

  private static JsonNode named(JsonNode datasets, String name) {
    for (JsonNode dataset : datasets) {
      if (dataset.get("name").asText().endsWith("/" + name)) {
        return dataset;
      }
    }
    throw new AssertionError("no " + name);
  }
}
