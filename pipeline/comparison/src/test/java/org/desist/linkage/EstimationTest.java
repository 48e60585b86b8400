// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.desist.linkage.Estimation.Training;
import org.desist.linkage.PersonList.Identifiers;
import org.junit.jupiter.api.Test;

class EstimationTest {
  private static final LinkageSettings SETTINGS = LinkageSettings.usual();

  @Test
  void findsWithoutLabelsHowOftenFieldsAreWrong() {
    InventedPeople invented = new InventedPeople(3, 30_000, 3_000, 0.05);

    Estimation estimation =
        Estimation.of(
            PersonList.of(invented.entries),
            PersonList.of(invented.people),
            NameComparisons.standard(),
            SETTINGS);

    assertThat(estimation.matched()[0][0]).isCloseTo(0.95, within(0.02));
    assertThat(estimation.matched()[1][0]).isCloseTo(0.95, within(0.02));
    assertThat(estimation.matched()[2][0]).isCloseTo(0.95, within(0.03));
    assertThat(estimation.matched()[3][0]).isCloseTo(0.95, within(0.02));
    assertThat(estimation.expectedMatches()).isCloseTo(2_700, within(120.0));
    // Sixty years of birthdays; 85 men in 100, one sex in twenty mistyped in the short list.
    assertThat(estimation.strangers()[2][0]).isCloseTo(1.0 / (60 * 365), within(0.3e-5));
    assertThat(estimation.strangers()[3][0]).isCloseTo(0.7205, within(0.01));
  }

  @Test
  void theSharesOfAComparisonAddUpToOne() {
    InventedPeople invented = new InventedPeople(5, 2_000, 100, 0.05);

    Estimation estimation =
        Estimation.of(
            PersonList.of(invented.entries),
            PersonList.of(invented.people),
            NameComparisons.standard(),
            SETTINGS);

    for (double[][] shares : List.of(estimation.matched(), estimation.strangers())) {
      for (double[] comparison : shares) {
        double sum = 0;
        for (double share : comparison) {
          assertThat(share).isPositive();
          sum += share;
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
      }
    }
  }

  @Test
  void keepsToTypicalSharesWhereThereIsNothingToLearnFrom() {
    PersonList one =
        PersonList.of(List.of(new Identifiers("1", "Lee", "Ann", LocalDate.of(1990, 1, 2), "F")));
    PersonList other =
        PersonList.of(List.of(new Identifiers("2", "Rao", "Dev", LocalDate.of(1970, 5, 6), "M")));

    Estimation estimation = Estimation.of(one, other, NameComparisons.standard(), SETTINGS);

    double[][] typical = LevelShares.typical(NameComparisons.standard());
    for (int k = 0; k < typical.length; k++) {
      assertThat(estimation.matched()[k]).containsExactly(typical[k], within(1e-12));
    }
  }

  @Test
  void namesakesDoNotTeachHowOftenBirthDatesDiffer() {
    Training namesakes = Training.standard().get(1);
    double[] typical = {0.92, 0.01, 0.05, 0.02};
    double[] counted = {60, 0, 20, 120};

    double[] shares = namesakes.shares(new BirthDateComparison(), counted, typical, 1e-9);

    assertThat(shares).containsExactly(new double[] {0.735, 0, 0.245, 0.02}, within(1e-9));
  }

  @Test
  void typicalSharesAddUpToOne() {
    for (double[] shares : LevelShares.typical(NameComparisons.standard())) {
      assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
    }
  }
}
