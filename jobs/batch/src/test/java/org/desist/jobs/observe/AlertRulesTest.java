// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.desist.ProjectFolder;
import org.junit.jupiter.api.Test;

/** The rules for alerts that come with the project, and the page about metrics. */
class AlertRulesTest {
  private static final Path DOCS = ProjectFolder.file("docs");
  private static final Path METRICS =
      ProjectFolder.file(
          "jobs/observe/src/main/java/org/desist/jobs/observe/metrics/RunMetrics.java");
  private static final Pattern NAME = Pattern.compile("\\bdesist_[a-z_]+\\b");

  @Test
  void rulesAskOnlyForMetricsThatThereAre() throws IOException {
    JsonNode rules =
        new YAMLMapper()
            .readTree(Files.readString(DOCS.resolve("alerts.yaml")))
            .at("/groups/0/rules");

    assertThat(rules).hasSizeGreaterThan(5);
    for (JsonNode rule : rules) {
      assertThat(rule.at("/alert").asText()).startsWith("Desist");
      assertThat(rule.at("/labels/severity").asText()).isIn("page", "ticket");
      assertThat(rule.at("/annotations/summary").asText()).isNotEmpty();
      assertThat(rule.at("/annotations/action").asText()).isNotEmpty();
      assertThat(names(rule.at("/expr").asText())).isNotEmpty().isSubsetOf(written());
    }
  }

  @Test
  void thePageListsEveryMetric() throws IOException {
    assertThat(names(Files.readString(DOCS.resolve("observability.md")))).containsAll(written());
  }

  private static Set<String> written() throws IOException {
    return names(Files.readString(METRICS));
  }

  private static Set<String> names(String text) {
    Set<String> names = new TreeSet<>();
    NAME.matcher(text).results().map(MatchResult::group).forEach(names::add);
    return names;
  }
}
