// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.desist.error.DesistException;
import org.desist.linkage.NameComparisons.NameLikeness;
import org.desist.linkage.PersonList.Identifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldComparisonTest {
  @ParameterizedTest
  @CsvSource({
    "Smith, John, SMITH, Jon, exact",
    "O'Brien, Mary, OBRIEN, Mary, exact",
    "Johnson, Ann, Johnsen, Ann, high",
    "Jones, Ann, Johnson, Ann, medium",
    "Okafor, James, James, Okafor, exchanged with forename",
    "Okafor, James, Jamie, Okafor, different",
    "Smith, John, Patel, John, different",
    ", John, Smith, John, neutral",
  })
  void gradesSurnames(String a, String forenamesA, String b, String forenamesB, String level) {
    assertThat(level(0, person(a, forenamesA, null), person(b, forenamesB, null))).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    "Smith, José Luis, Smith, JOSE  LUIS, exact",
    "Smith, John Paul, Smith, John, first equal",
    "Smith, Michael, Smith, Micheal, high",
    "Smith, Dwayne, Smith, Duane, medium",
    "Smith, J, Smith, John, medium",
    "Smith, John, Smith, Peter, different",
    "Okafor, James, James, Okafor, neutral",
    "Smith, John, Smith, , neutral",
  })
  void gradesForenames(String a, String forenamesA, String b, String forenamesB, String level) {
    assertThat(level(1, person(a, forenamesA, null), person(b, forenamesB, null))).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    "1980-03-04, 1980-03-04, equal",
    "1980-03-04, 1980-04-03, day and month exchanged",
    "1980-03-04, 1981-03-04, one part different",
    "1980-03-04, 1980-05-04, one part different",
    "1980-03-04, 1980-03-14, one part different",
    "1980-03-04, 1981-04-03, different",
    "1980-03-04, 1980-05-14, different",
    "1980-03-04, , neutral",
  })
  void gradesDatesOfBirth(LocalDate a, LocalDate b, String level) {
    assertThat(level(2, person("A", "B", a), person("A", "B", b))).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"M, M, equal", "M, F, different", "U, M, different", "U, U, equal", "M, , neutral"})
  void gradesSex(String a, String b, String level) {
    Identifiers left = new Identifiers("1", "A", "B", null, a);
    Identifiers right = new Identifiers("2", "A", "B", null, b);

    assertThat(level(3, left, right)).isEqualTo(level);
  }

  @Test
  void gradesAFurtherField() {
    FieldComparison suburb = NameComparisons.alike("suburb", 0);
    PersonList left = PersonList.of(List.of(with("Winston Hills"), with("miami"), with(null)));
    PersonList right =
        PersonList.of(List.of(with("winston hills "), with("winston hill"), with("perth")));

    assertThat(suburb.level(left, 0, right, 0)).isEqualTo(1);
    assertThat(suburb.level(left, 0, right, 1)).isEqualTo(2);
    assertThat(suburb.level(left, 1, right, 2)).isEqualTo(4);
    assertThat(suburb.level(left, 2, right, 0)).isEqualTo(FieldComparison.NEUTRAL);
  }

  @Test
  void refusesLimitsOutOfOrder() {
    assertThatThrownBy(() -> new NameLikeness(0.8, 0.9))
        .isInstanceOf(DesistException.class)
        .hasMessage(
            "Cannot grade names with limits 0.8 and 0.9: give a high limit of at most 1 and a"
                + " medium one between 0 and it.");
  }

  private static String level(int comparison, Identifiers left, Identifiers right) {
    FieldComparison grader = NameComparisons.standard().get(comparison);
    int level = grader.level(PersonList.of(List.of(left)), 0, PersonList.of(List.of(right)), 0);
    return level == FieldComparison.NEUTRAL ? "neutral" : grader.levels().get(level - 1).name();
  }

  private static Identifiers person(String surname, String forenames, LocalDate birth) {
    return new Identifiers("1", surname, forenames, birth, "M");
  }

  private static Identifiers with(String extra) {
    return new Identifiers("1", "A", "B", null, "M", Arrays.asList(extra));
  }
}
