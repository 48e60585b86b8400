// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.desist.ProjectFolder;
import org.junit.jupiter.api.Test;

/** The rule book derives the statuses of the very rows that are shipped as an example. */
class ScorecardExampleTest {
  private static final Path EXAMPLE =
      ProjectFolder.file("data-samples", "scorecard-haringey-2013-14", "performance_measure.csv");
  private static final Path RULES = ProjectFolder.file("docs", "rules", "27-scorecard.md");

  @Test
  void everyRowOfTheExampleIsInTheRuleBook() throws IOException {
    List<String> lines = Files.readAllLines(EXAMPLE);
    String rules = Files.readString(RULES).replaceAll(" +", " ");

    assertThat(lines).hasSize(20);
    for (String line : lines) {
      assertThat(rules).contains("| " + String.join(" | ", line.split(",", -1)).strip() + " |");
    }
  }
}
