// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.desist.jobs.Terminal;
import org.junit.jupiter.api.Test;

class LineageCommandTest {
  private final Terminal terminal = new Terminal(Path.of(""), Map.of());

  @Test
  void aFigureIsFollowedDownToTheExtracts() {
    assertThat(terminal.type("lineage", "reoffending_rate.reoffenders")).isZero();

    assertThat(terminal.out().lines())
        .startsWith("published.reoffending_rate.reoffenders")
        .contains(
            "  published_reoffending_rate.reoffenders",
            "      reoffending_rate.reoffenders: changed; decides",
            "      method.smallest_count: decides",
            "  reported_cell.reoffenders",
            "      rows of index_profile: over many rows",
            "      index_profile.reoffended: decides",
            "Its value comes from",
            "  the method file",
            "Which rows it is made of is also decided by",
            "  the extracts");
    assertThat(terminal.out()).contains("    pnc_offence: ").contains("offence_start_date");
  }

  @Test
  void aBareNameMeansThePublishedMart() {
    terminal.type("lineage", "reoffending_rate");
    assertThat(terminal.out()).startsWith("published.reoffending_rate").contains("count_status");

    terminal.type("lineage", "restricted.reoffending_rate");
    assertThat(terminal.out())
        .startsWith("restricted.reoffending_rate")
        .doesNotContain("count_status");

    terminal.type("lineage", "cohort_member.person_key");
    assertThat(terminal.out())
        .startsWith("restricted.cohort_member.person_key")
        .contains("pnc_person.pnc_id: changed, as a keyed hash");
  }

  @Test
  void anyTableOfTheModelsCanBeAskedAbout() {
    terminal.type("lineage", "sanction.disposal");

    assertThat(terminal.out().lines())
        .startsWith("sanction.disposal")
        .contains("      offence_verdict.event_type: decides");
  }

  @Test
  void programsReadTheSameAsJson() throws IOException {
    terminal.type("lineage", "reoffending_rate.reoffenders", "--format", "json");

    JsonNode answer = new ObjectMapper().readTree(terminal.out());
    assertThat(answer.at("/name").asText()).isEqualTo("published.reoffending_rate");
    assertThat(answer.at("/columns/0/hops/0/field").asText())
        .isEqualTo("published_reoffending_rate.reoffenders");
    assertThat(answer.at("/columns/0/hops/0/sources/0/influence").asText())
        .isEqualTo("TRANSFORMATION");
    assertThat(answer.at("/columns/0/ends").findValuesAsText("table")).contains("raw_pnc_offence");
    assertThat(answer.at("/columns/0/row_ends").findValuesAsText("column"))
        .contains("offence_start_date");
  }

  @Test
  void oneColumnIsDrawn() {
    terminal.type("lineage", "sanction.disposal", "--format", "mermaid");

    assertThat(terminal.out())
        .startsWith("flowchart LR\n")
        .contains("[\"offence_verdict.disposal\"]")
        .contains(" --> ")
        .contains(" -.-> ");
    assertThat(terminal.type("lineage", "sanction", "--format", "mermaid")).isEqualTo(2);
    assertThat(terminal.err())
        .isEqualTo(
            "error BAD_ARGUMENT: Cannot draw the whole of sanction: name one column, such as sanction.person_no.\n");
  }

  @Test
  void whatIsNotThereIsAnError() {
    assertThat(terminal.type("lineage", "nothing")).isEqualTo(2);
    assertThat(terminal.err())
        .isEqualTo(
            "error BAD_ARGUMENT: Cannot find nothing: no model makes it. Name a mart of a run (desist query --marts), or a table of sql/, such as reoffending_rate.reoffenders.\n");

    assertThat(terminal.type("lineage", "published.cohort_member")).isEqualTo(2);
    assertThat(terminal.err()).contains("Cannot find published.cohort_member");

    assertThat(terminal.type("lineage", "sanction.nothing")).isEqualTo(2);
    assertThat(terminal.err())
        .contains("Cannot find the column nothing in sanction. Its columns are: person_no, event");
  }
}
