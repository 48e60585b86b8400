// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.desist.ProjectFolder;
import org.desist.contract.ListedValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A breakdown or geography of the model stands wherever it must be written out again: each test
 * names the file that lacks it.
 */
class BreakdownTest {
  private static final String MODEL = "sql/model/40_measure/reported_cell.sql";
  private static final String REPEATS = "sql/model/50_baseline/repeat_cell.sql";
  private static final String CONTRACT =
      "pipeline/core/src/main/resources/contract/marts.datapackage.json";
  private static final String METHOD = "docs/method.md";
  private static final String ORACLE = "pipeline/core/src/test/java/org/desist/oracle/Member.java";

  @ParameterizedTest
  @ValueSource(strings = {"breakdown", "geography_type"})
  void theContractListsThoseOfTheModel(String column) throws IOException {
    check(CONTRACT, column, ListedValues.ofMarts().of("published/reoffending_rate/" + column));
  }

  /** Without it the persons and intervals of four quarters would be wrong. */
  @ParameterizedTest
  @ValueSource(strings = {"breakdown", "geography_type"})
  void peopleWhoAreInMoreThanOnceAreCountedByThoseOfTheModel(String column) throws IOException {
    assertThat(of(REPEATS, column))
        .as("%s: each %s that %s has", REPEATS, column, MODEL)
        .containsAll(ofModel(column));
  }

  @Test
  void theMethodDescribesThoseOfTheModel() throws IOException {
    String table = only(METHOD, "\\| `breakdown` \\| `category` \\|\n[^\n]+\n((?:\\|[^\n]+\n)+)");
    check(METHOD, "breakdown", all(table, "(?m)^\\| `(\\w+)`"));
    String places = only(METHOD, "\\*\\*Geographies\\*\\*: ([^.]+)\\.");
    check(METHOD, "geography_type", all(places.replaceAll("[(][^)]*[)]", ""), "`(\\w+)`"));
  }

  @Test
  void theSecondCalculationHasThoseOfTheModel() throws IOException {
    World world = Histories.crowd(1, 20);
    for (List<Member> members : Oracle.of(world, Histories.settings()).memberRecords().values()) {
      for (Member member : members) {
        check(ORACLE, "breakdown", member.everyBreakdown().keySet());
        check(ORACLE, "geography_type", member.everyGeography().keySet());
      }
    }
  }

  @Test
  void aBreakdownIsAColumnOfTheMembersWhoseValuesTheContractLists() throws IOException {
    for (String breakdown : ofModel("breakdown")) {
      assertThat(breakdown.equals("total") || !categories(breakdown).isEmpty())
          .as("%s lists the categories of %s", CONTRACT, breakdown)
          .isTrue();
    }
  }

  private static List<String> categories(String breakdown) {
    return ListedValues.ofMarts().of("restricted/cohort_member/" + breakdown);
  }

  private static void check(String file, String column, Iterable<String> listed)
      throws IOException {
    assertThat(listed)
        .as("%s: each %s that %s has", file, column, MODEL)
        .containsExactlyInAnyOrderElementsOf(ofModel(column));
  }

  private static List<String> ofModel(String column) throws IOException {
    return of(MODEL, column);
  }

  private static List<String> of(String model, String column) throws IOException {
    return List.of(only(model, " for " + column + " in \\(([^)]+)\\)").strip().split(",\\s*"));
  }

  private static String only(String file, String pattern) throws IOException {
    List<String> found = all(Files.readString(ProjectFolder.file(file)), pattern);
    assertThat(found).as("%s: %s", file, pattern).hasSize(1);
    return found.get(0);
  }

  private static List<String> all(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(result -> result.group(1)).toList();
  }
}
