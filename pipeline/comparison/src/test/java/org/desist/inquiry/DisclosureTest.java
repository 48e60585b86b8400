// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.desist.answer.Answer.AttritionStep;
import org.desist.answer.Answer.AttritionStep.Reason;
import org.desist.answer.Answer.Detectable;
import org.desist.answer.Answer.Linking;
import org.desist.answer.ComparedGroups;
import org.desist.answer.ComparedGroups.BalanceRow;
import org.desist.answer.ComparedGroups.Scores;
import org.desist.comparison.Balance;
import org.desist.comparison.Balance.BalanceThresholds;
import org.desist.comparison.Balance.CovariateBalance;
import org.desist.comparison.Covariate;
import org.junit.jupiter.api.Test;

class DisclosureTest {
  private static final Disclosure DISCLOSURE = new Disclosure(10);
  private static final List<Reason> REASONS =
      Arrays.stream(Reason.values()).filter(reason -> reason != Reason.SUBMITTED).toList();

  @Test
  void stepsOfEnoughPeopleAreTold() {
    assertThat(told(100, 10, 0, 0, 20, 0, 0, 30))
        .isEqualTo("10>90 0>90 0>90 20>70 0>70 0>70 30>40 0>40");
  }

  @Test
  void afterFewPeopleTheNextStepIsWithheldUntilTheyAreMany() {
    assertThat(told(100, 3, 0, 4, 12, 20, 0, 0)).isEqualTo("->? ->? ->? ->81 20>61 0>61 0>61 0>61");
  }

  @Test
  void fewPeopleInTheEndHideThoseBeforeThem() {
    assertThat(told(100, 30, 0, 0, 0, 0, 0, 5)).isEqualTo("->? ->? ->? ->? ->? ->? ->? ->65");
  }

  @Test
  void nobodyLearnsThatBothAreNine() {
    assertThat(told(100, 9, 9, 0, 0, 0, 0, 0)).isEqualTo("->? ->82 0>82 0>82 0>82 0>82 0>82 0>82");
    assertThat(statuses(100, 9, 9, 0, 0, 0, 0, 0).subList(1, 3))
        .containsExactly("suppressed", "suppressed");
  }

  @Test
  void nobodyLearnsWhichOfElevenIsTheOne() {
    assertThat(statuses(100, 1, 10, 0, 0, 0, 0, 0).subList(1, 3))
        .containsExactly("suppressed", "suppressed");
  }

  @Test
  void whereFewRemainWhoLeftLastIsWithheld() {
    assertThat(told(60, 20, 35, 0, 0, 0, 0, 0)).isEqualTo("20>40 ->? ->? ->? ->? ->? ->? ->?");
    assertThat(told(31, 20, 10, 0, 0, 0, 0, 0)).isEqualTo("20>11 ->? ->? ->? ->? ->? ->? ->?");
  }

  @Test
  void whereNobodyRemainsEverythingCanBeTold() {
    assertThat(told(60, 20, 40, 0, 0, 0, 0, 0)).isEqualTo("20>40 40>0 0>0 0>0 0>0 0>0 0>0 0>0");
  }

  private static String told(int submitted, int... left) {
    return steps(submitted, left).stream()
        .skip(1)
        .map(
            step ->
                (step.people() == null ? "-" : step.people())
                    + ">"
                    + (step.remaining() == null ? "?" : step.remaining()))
        .collect(Collectors.joining(" "));
  }

  private static List<String> statuses(int submitted, int... left) {
    return steps(submitted, left).stream().map(AttritionStep::status).toList();
  }

  private static List<AttritionStep> steps(int submitted, int... left) {
    Map<Reason, Integer> byReason = new EnumMap<>(Reason.class);
    for (int i = 0; i < left.length; i++) {
      byReason.put(REASONS.get(i), left[i]);
    }
    return DISCLOSURE.attrition(new Attrition(submitted, byReason).steps());
  }

  @Test
  void aSmallRuleTakesAnotherWithIt() {
    Map<String, Integer> told =
        linked(
            steps(200, 0, 20, 0, 0, 0, 0, 0),
            "PNC_ID",
            130,
            "NAME_DOB",
            46,
            "SCORED",
            4,
            "UNLINKED",
            20);

    assertThat(told).containsEntry("PNC_ID", 130).containsEntry("UNLINKED", 20);
    assertThat(told).containsEntry("NAME_DOB", null).containsEntry("SCORED", null);
  }

  @Test
  void thoseNotFoundAreToldAsAttritionTellsThem() {
    // 5 rows that cannot be used are hidden among 17: 12 not found would tell them.
    Map<String, Integer> told =
        linked(steps(200, 5, 12, 0, 0, 0, 0, 0), "PNC_ID", 100, "NAME_DOB", 83, "UNLINKED", 12);

    assertThat(told).containsEntry("PNC_ID", 100).containsEntry("NAME_DOB", 83);
    assertThat(told).containsEntry("UNLINKED", null);
  }

  @Test
  void noRuleIsToldWhereAttritionWithholdsHowManyWereFound() {
    Map<String, Integer> told =
        linked(steps(200, 3, 4, 30, 0, 0, 0, 0), "PNC_ID", 100, "NAME_DOB", 93, "UNLINKED", 4);

    assertThat(told.values()).containsOnlyNulls();
  }

  private static Map<String, Integer> linked(List<AttritionStep> attrition, Object... counts) {
    Map<String, Integer> byRule = new HashMap<>();
    for (int i = 0; i < counts.length; i += 2) {
      byRule.put((String) counts[i], (Integer) counts[i + 1]);
    }
    return DISCLOSURE.linking(new Linking(byRule, 5, 2), attrition).byRule();
  }

  @Test
  void detectableSaysWhatTenPeopleWouldShowInThePlaceOfFewer() {
    Detectable few = DISCLOSURE.detectable(new Detectable(4, 5000, 0.4, 60));

    assertThat(few.treated()).isEqualTo(10);
    assertThat(few.points()).isNotEqualTo(60);
    assertThat(DISCLOSURE.detectable(new Detectable(10, 5000, 0.4, 33)).points()).isEqualTo(33);
    assertThat(DISCLOSURE.detectable(null)).isNull();
  }

  @Test
  void aRareLevelHidesTheNextRarest() {
    Map<String, CovariateBalance> told = balance("White", 80, "Black", 15, "Asian", 5);

    assertThat(told.get("Asian").treatedAfter()).isNaN();
    assertThat(told.get("Black").treatedAfter()).isNaN();
    assertThat(told.get("White").treatedAfter()).isCloseTo(0.8, within(1e-12));
  }

  @Test
  void ofAWithheldLevelOnlyTheLightIsTold() {
    CovariateBalance told = balance("White", 80, "Black", 15, "Asian", 5).get("Asian");

    assertThat(
            List.of(
                told.treatedBefore(),
                told.comparisonBefore(),
                told.comparisonAfter(),
                told.before(),
                told.after(),
                told.varianceRatioAfter()))
        .containsOnly(Double.NaN);
    assertThat(told.light()).isNotNull();
  }

  @Test
  void allButFewOfALevelAreFewOfTheOthers() {
    assertThat(balance("M", 96, "F", 4).values())
        .allSatisfy(row -> assertThat(row.treatedAfter()).isNaN());
    assertThat(balance("M", 90, "F", 10).values())
        .allSatisfy(row -> assertThat(row.treatedAfter()).isNotNaN());
  }

  @Test
  void fewWhoseNumberIsNotKnownAreWithheldAndTheMeanIsTold() {
    double[] numbers =
        IntStream.range(0, 200).mapToDouble(i -> i % 40 == 0 ? Double.NaN : 1).toArray();
    List<BalanceRow> told = groups(List.of(Covariate.number("drugs", numbers)), 100).balance();

    assertThat(told.get(0).figures().treatedAfter()).isEqualTo(1);
    assertThat(told.get(1).title()).isEqualTo("need: drugs: not known");
    assertThat(told.get(1).figures().treatedAfter()).isNaN();
  }

  /** By level, of a hundred participants and a hundred others of whom all levels have the same. */
  private static Map<String, CovariateBalance> balance(Object... levels) {
    List<String> texts = new ArrayList<>();
    for (int group = 0; group < 2; group++) {
      for (int i = 0; i < levels.length; i += 2) {
        for (int n = 0; n < (Integer) levels[i + 1]; n++) {
          texts.add((String) levels[i]);
        }
      }
    }
    Map<String, CovariateBalance> told = new HashMap<>();
    groups(List.of(Covariate.text("ethnicity", texts)), 100)
        .balance()
        .forEach(row -> told.put(row.figures().term().level(), row.figures()));
    return told;
  }

  private static ComparedGroups groups(List<Covariate> covariates, int treated) {
    boolean[] isTreated = new boolean[2 * treated];
    Arrays.fill(isTreated, 0, treated, true);
    double[] ones = new double[isTreated.length];
    Arrays.fill(ones, 1);
    Balance balance = Balance.of(covariates, isTreated, ones, new BalanceThresholds(5, 10));
    List<BalanceRow> rows =
        balance.covariates().stream()
            .map(row -> new BalanceRow(row.term().column(), TraitTitles.of(row.term()), row))
            .toList();
    return DISCLOSURE.groups(groups(rows, List.of(1.0), treated));
  }

  private static ComparedGroups groups(List<BalanceRow> rows, List<Double> shares, int treated) {
    return new ComparedGroups(
        treated,
        treated,
        treated,
        treated,
        0.05,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        rows,
        new Scores(shares, shares, shares, 0, 1, 1, 1),
        new BalanceThresholds(5, 10));
  }

  @Property(tries = 300, seed = "5", edgeCases = EdgeCasesMode.NONE)
  void everyBarStandsForNobodyOrForTenPeopleWithItsLikes(@ForAll("bars") List<Integer> people) {
    int all = people.stream().mapToInt(Integer::intValue).sum();
    List<Double> shares = people.stream().map(count -> (double) count / all).toList();
    Scores scores = DISCLOSURE.groups(groups(List.of(), shares, all)).scores();

    for (List<Double> told : List.of(scores.treated(), scores.pool())) {
      assertThat(told).hasSameSizeAs(shares);
      assertThat(told.stream().mapToDouble(share -> share).sum()).isCloseTo(1, within(1e-9));
      double sum = 0;
      for (int bar = 0; bar < told.size(); bar++) {
        sum += told.get(bar) * all;
        boolean isLast = bar + 1 == told.size() || !told.get(bar + 1).equals(told.get(bar));
        if (isLast) {
          assertThat(Math.round(sum))
              .satisfiesAnyOf(
                  n -> assertThat(n).isZero(), n -> assertThat(n).isGreaterThanOrEqualTo(10));
          sum = 0;
        }
      }
    }
  }

  @Provide
  Arbitrary<List<Integer>> bars() {
    return Arbitraries.oneOf(
            Arbitraries.just(0),
            Arbitraries.integers().between(1, 9),
            Arbitraries.integers().between(10, 40))
        .list()
        .ofSize(20)
        .filter(bars -> bars.stream().mapToInt(Integer::intValue).sum() >= 30);
  }
}
