// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.desist.ProjectFolder;
import org.desist.publish.MartContract;
import org.junit.jupiter.api.Test;

/**
 * Every mart has rows that somebody expected without running it: by a rule case, or by a test that
 * is named here with its reason.
 */
class ExpectedMartsTest {
  private static final Pattern EXPECTED = Pattern.compile("(?m)^expect (?:published[ _])?(\\w+)");
  private static final String BATCH = "jobs/batch/src/test/java/org/desist/jobs/";

  /** Marts that no rule case expects, and the file whose test does. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          // What a baseline is frozen from, compared with the rates of the same run.
          "baseline_cell",
          "pipeline/samples/src/test/java/org/desist/stage/YardstickInvariantTest.java",
          // Rows of corrections, which come by a replay.
          "quarantine_closed",
          BATCH + "replay/QuarantineReplayTest.java",
          // Checks compare versions, which a rule case does not have.
          "guard",
          BATCH + "command/CurrentCommandTest.java",
          // Answers of requests.
          "comparison_result",
          "pipeline/comparison/src/test/java/org/desist/inquiry/AnswerTest.java",
          "comparison_balance",
          "pipeline/comparison/src/test/java/org/desist/inquiry/AnswerTest.java",
          "comparison_attrition",
          "pipeline/comparison/src/test/java/org/desist/inquiry/AnswerTest.java");

  @Test
  void everyMartIsExpectedSomewhere() {
    Set<String> byRule = new TreeSet<>();
    for (SpecFile file : SpecFiles.all()) {
      EXPECTED.matcher(file.source()).results().forEach(found -> byRule.add(found.group(1)));
    }
    for (MartContract.Mart mart : MartContract.read().resources()) {
      assertThat(byRule.contains(mart.table()) || ELSEWHERE.containsKey(mart.table()))
          .as(
              "Nobody expects rows of the mart %s: add a case with 'expect %s' to a file of %s",
              mart.path(),
              mart.table(),
              ProjectFolder.file("pipeline/core/src/test/resources/spec"))
          .isTrue();
    }
    assertThat(byRule)
        .as("marts that a rule case expects by now: take them out of ELSEWHERE")
        .doesNotContainAnyElementsOf(ELSEWHERE.keySet());
  }

  @Test
  void theTestsThatAreNamedAreThere() throws IOException {
    for (Map.Entry<String, String> mart : ELSEWHERE.entrySet()) {
      Path test = ProjectFolder.file(mart.getValue());
      assertThat(test).as(mart.getKey()).exists();
      assertThat(Files.readString(test))
          .as("%s names %s", test, mart.getKey())
          .containsPattern("\\b" + mart.getKey() + "\\b");
    }
  }
}
