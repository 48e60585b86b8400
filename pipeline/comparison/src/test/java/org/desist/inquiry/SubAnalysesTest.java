// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.desist.answer.OutcomeResult;
import org.desist.answer.OutcomeResult.Status;
import org.desist.comparison.Balance.BalanceThresholds;
import org.desist.inquiry.MeasuredOutcome.Reoffending;
import org.desist.method.Method;
import org.desist.method.MethodFile;
import org.junit.jupiter.api.Test;

class SubAnalysesTest {
  private static final Method METHOD = MethodFile.read(null);
  private static final BalanceThresholds LAX = new BalanceThresholds(500, 1000);
  private static final BalanceThresholds STRICT = new BalanceThresholds(5, 10);
  private static final MatchPlan EVERYBODY = PersonUnits.EVERYBODY_WITH_EVERYBODY;
  private static final int SMALLEST = 30;

  @Test
  void groupsOfEnoughPeopleAreShown() {
    assertThat(categories(parts(world(80, 40), LAX), "sex")).containsExactly("men", "women");
  }

  @Test
  void whereAGroupIsTooSmallItIsNotTheDifferenceOfTheOthersEither() {
    assertThat(categories(parts(world(80, 20), LAX), "sex")).isEmpty();
  }

  @Test
  void enoughPeopleInAllThatIsNotShownLeaveTheOthersShown() {
    PersonUnits people = new PersonUnits();
    for (String region : List.of("A", "B", "C")) {
      men(people, region.equals("A") ? 60 : 20, "region", region);
    }

    // Twenty and twenty make forty who are not told apart.
    assertThat(categories(parts(people, LAX), "region")).containsExactly("North East");
  }

  @Test
  void everybodyInOneGroupIsNoGroup() {
    PersonUnits people = new PersonUnits();
    men(people, 80, "region", "A");

    assertThat(categories(parts(people, LAX), "sex")).isEmpty();
    assertThat(categories(parts(people, LAX), "completion")).isEmpty();
    assertThat(categories(parts(people, LAX), "dose")).isEmpty();
  }

  @Test
  void doseIsHalvedAtTheMedianOfThoseWhoHaveOne() {
    PersonUnits people = new PersonUnits();
    for (int age = 20; age < 60; age++) {
      people.treatedFor(age < 40 ? 10 : 90, 2, "age", age).pool(10, "age", age);
    }

    assertThat(categories(parts(people, LAX), "dose"))
        .containsExactly("more than 10 days", "up to 10 days");
  }

  @Test
  void groupsThatAreNotAlikeAreNamedAndNotShown() {
    // Old men took part and young women, against young men and old women: alike in neither.
    PersonUnits people = new PersonUnits();
    for (int i = 0; i < 40; i++) {
      people
          .treated(1, "sex", "M", "age", 50 + i % 5)
          .treated(1, "sex", "F", "age", 20 + i % 5)
          .pool(5, "sex", "M", "age", 20 + i % 34)
          .pool(5, "sex", "F", "age", 20 + i % 34);
    }
    SubAnalyses analyses = analyses(people.units(), STRICT);

    assertThat(categories(analyses.parts(), "sex")).isEmpty();
    assertThat(analyses.notes())
        .contains("By sex, men, women: not shown, because no like group was found.");
  }

  @Test
  void fewReoffendersOfAGroupAreNotTheDifferenceOfTheOthers() {
    // Of 45 participants who reoffended 40 are men: told, they would tell of five women.
    assertThat(statuses(40, 5)).containsOnly(Status.SUPPRESSED);
    assertThat(statuses(40, 15)).containsOnly(Status.TESTED);
  }

  /** Of the rates and frequencies of women and men, so many of whom reoffended. */
  private static List<Status> statuses(int men, int women) {
    Units units = world(80, 40).units();
    SubAnalyses analyses = analyses(units, LAX);
    Reoffending reoffending = new Reoffending(units.size());
    int menSeen = 0;
    int womenSeen = 0;
    for (int unit = 0; unit < units.size(); unit++) {
      boolean isMan = units.texts().get("sex")[unit].equals("M");
      boolean has = unit % 3 == 0;
      if (units.treated()[unit]) {
        has = isMan ? menSeen++ < men : womenSeen++ < women;
      }
      reoffending.put(unit, has ? 1 + unit % 2 : 0, has ? 9 : Double.NaN, null, 0, new double[3]);
    }
    List<SubAnalyses.Part> parts =
        analyses.parts().stream().filter(part -> part.analysis().equals("sex")).toList();
    assertThat(parts).hasSize(2);
    List<OutcomeResult> results = analyses.results(parts, reoffending);
    assertThat(results).hasSize(4);
    results.stream()
        .filter(result -> result.status() == Status.SUPPRESSED)
        .forEach(
            result -> {
              assertThat(result.treated()).isNaN();
              assertThat(result.words()).startsWith("Withheld");
            });
    return results.stream().map(OutcomeResult::status).toList();
  }

  private static PersonUnits world(int men, int women) {
    PersonUnits people = new PersonUnits();
    men(people, men, "sex", "M");
    men(people, women, "sex", "F");
    return people;
  }

  /** Participants of all ages, and five times as many others. */
  private static void men(PersonUnits people, int treated, String trait, String level) {
    for (int i = 0; i < treated; i++) {
      people.treated(1, trait, level, "age", 20 + i % 25);
      people.pool(5, trait, level, "age", 18 + i % 27);
    }
  }

  private static List<SubAnalyses.Part> parts(PersonUnits people, BalanceThresholds thresholds) {
    return analyses(people.units(), thresholds).parts();
  }

  private static SubAnalyses analyses(Units units, BalanceThresholds thresholds) {
    Grouping all = Grouping.of(units, EVERYBODY, thresholds);
    return new SubAnalyses(METHOD, EVERYBODY, thresholds, SMALLEST, all);
  }

  private static List<String> categories(List<SubAnalyses.Part> parts, String analysis) {
    return parts.stream()
        .filter(part -> part.analysis().equals(analysis))
        .map(SubAnalyses.Part::category)
        .toList();
  }
}
