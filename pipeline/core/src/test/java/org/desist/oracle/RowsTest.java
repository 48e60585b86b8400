// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowsTest {
  private static final List<String> KEY = List.of("id");

  @Test
  void kindsOfNumbersAndDatesDoNotMatterAndNeitherDoesOrder() {
    List<Map<String, Object>> expected =
        List.of(row(1, 0.25, LocalDate.of(2016, 2, 29)), row(2, null, null));
    List<Map<String, Object>> actual =
        List.of(
            row(2L, null, null),
            row(1L, new BigDecimal("0.2500000000001"), java.sql.Date.valueOf("2016-02-29")));
    assertThat(Rows.differences(expected, actual, KEY)).isEmpty();
  }

  @Test
  void aDifferenceIsNamedByKeyAndColumn() {
    assertThat(Rows.differences(List.of(row(1, 0.25, "a")), List.of(row(1, 0.2500001, "a")), KEY))
        .containsExactly("1: value expected 0.25, was 0.2500001");
  }

  @Test
  void aNullIsNotAZeroAndATruthIsNotAOne() {
    assertThat(Rows.differences(List.of(row(1, null, true)), List.of(row(1, 0, 1)), KEY))
        .containsExactlyInAnyOrder(
            "1: value expected null, was 0", "1: other expected true, was 1");
  }

  @Test
  void missingUnexpectedAndRepeatedRowsAreFound() {
    assertThat(
            Rows.differences(
                List.of(row(1, 1, 1), row(2, 2, 2)),
                List.of(row(2, 2, 2), row(2, 2, 2), row(3, 3, 3)),
                KEY))
        .hasSize(3)
        .anyMatch(line -> line.startsWith("missing: 1"))
        .anyMatch(line -> line.startsWith("not expected: 3"))
        .anyMatch(line -> line.startsWith("twice in actual: 2"));
  }

  @Test
  void aMissingColumnIsADifferenceAndAMissingKeyAMistake() {
    Map<String, Object> bare = Map.of("id", 1);
    assertThat(
            Rows.differences(
                List.of(row(1, 1, 1), row(2, 1, 1)), List.of(bare, Map.of("id", 2)), KEY))
        .containsExactly("no column other", "no column value");
    assertThatThrownBy(() -> Rows.differences(List.of(bare), List.of(bare), List.of("key")))
        .hasMessageContaining("no key column key in expected");
  }

  @Test
  void onlyTheFirstDifferencesAreShown() {
    List<Map<String, Object>> many = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      many.add(row(i, i, i));
    }
    assertThat(Rows.differences(many, List.of(row(99, 1, 1)), KEY))
        .hasSize(21)
        .last()
        .isEqualTo("and 31 more");
  }

  @Test
  void aTableThatOnlyOneSideHasIsOneLine() {
    List<Map<String, Object>> rows = List.of(row(1, 1, 1), row(2, 2, 2));
    assertThat(Rows.differences(rows, List.of(), KEY))
        .containsExactly("not one row, and 2 are expected");
    assertThat(Rows.differences(List.of(), rows, KEY))
        .containsExactly("not one row expected, and there are 2");
  }

  @Test
  void aBreakdownThatOnlyOneSideHasIsOneLineAndHidesNothingElse() {
    List<String> key = List.of("breakdown", "category");
    List<Map<String, Object>> expected =
        List.of(cell("sex", "M", 1), cell("sex", "F", 2), cell("segment", "drugs", 3));
    List<Map<String, Object>> actual =
        List.of(cell("sex", "M", 1), cell("sex", "F", 4), cell("court", "x", 3));
    assertThat(Rows.differences(expected, actual, key))
        .containsExactly(
            "missing: all 1 rows of breakdown segment",
            "not expected: all 1 rows of breakdown court",
            "sex | F: people expected 2, was 4");
  }

  @Test
  void surplusIsToTheLastBitAndABreakdownOfOneSideOneLine() {
    List<Map<String, Object>> first = List.of(cell("sex", "M", 1), cell("segment", "drugs", 3));
    assertThat(Rows.surplus(first, List.of(cell("sex", "M", 1))))
        .containsExactly("missing: all 1 rows of breakdown segment");
    assertThat(Rows.surplus(List.of(row(1, 0.25, 1)), List.of(row(1, 0.2500000001, 1)))).hasSize(2);
    assertThat(Rows.surplus(first, first)).isEmpty();
  }

  private static Map<String, Object> cell(String breakdown, String category, int people) {
    return Map.of("breakdown", breakdown, "category", category, "people", people);
  }

  @Test
  void aColumnCanBeReplaced() {
    assertThat(Rows.replace(List.of(row(1, "a", 2)), "value", "key", text -> text + "!").get(0))
        .containsEntry("key", "a!")
        .doesNotContainKey("value")
        .containsEntry("id", 1);
  }

  private static Map<String, Object> row(Object id, Object value, Object other) {
    Map<String, Object> row = new HashMap<>();
    row.put("id", id);
    row.put("value", value);
    row.put("other", other);
    return row;
  }
}
