// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.openlineage.client.OpenLineage.RunEvent;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * What the standard asks of an event, in this project's words: the fields that must be there, their
 * forms, and that every facet says who made it and by which schema. The standard's own classes must
 * be able to read it.
 */
final class EventRules {
  private static final ObjectMapper STANDARD =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private EventRules() {}

  static void check(JsonNode event) {
    OffsetDateTime.parse(event.at("/eventTime").asText());
    URI.create(event.at("/producer").asText());
    assertThat(event.at("/schemaURL").asText())
        .matches("https://openlineage\\.io/spec/[0-9-]+/OpenLineage\\.json#/\\$defs/RunEvent");
    UUID.fromString(event.at("/run/runId").asText());
    assertThat(event.at("/job/namespace").asText()).isNotEmpty();
    assertThat(event.at("/job/name").asText()).isNotEmpty();
    facets(event.at("/run/facets"));
    facets(event.at("/job/facets"));
    for (String side : new String[] {"inputs", "outputs"}) {
      for (JsonNode dataset : event.get(side)) {
        assertThat(dataset.at("/namespace").asText()).isNotEmpty();
        assertThat(dataset.at("/name").asText()).isNotEmpty();
        facets(dataset.at("/facets"));
        facets(dataset.at("/inputFacets"));
        facets(dataset.at("/outputFacets"));
      }
    }
    readable(event);
  }

  private static void facets(JsonNode facets) {
    for (JsonNode facet : facets) {
      assertThat(facet.at("/_producer").asText()).isEqualTo("urn:desist:0.1.0");
      assertThat(facet.at("/_schemaURL").asText())
          .matches("https://openlineage\\.io/spec/facets/[0-9-]+/\\w+\\.json#/\\$defs/\\w+");
    }
  }

  private static void readable(JsonNode event) {
    try {
      RunEvent read = STANDARD.treeToValue(event, RunEvent.class);
      assertThat(read.getRun().getRunId()).hasToString(event.at("/run/runId").asText());
      assertThat(read.getInputs()).hasSize(event.get("inputs").size());
      assertThat(read.getOutputs()).hasSize(event.get("outputs").size());
      if (read.getRun().getFacets().getErrorMessage() != null) {
        assertThat(read.getRun().getFacets().getErrorMessage().getAdditionalProperties()).isEmpty();
      }
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
