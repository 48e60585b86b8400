// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desist.comparison.Balance.BalanceThresholds;
import org.desist.comparison.Balance.Verdict;
import org.desist.comparison.CaliperChoice.CaliperTrial;
import org.desist.comparison.MatchSettings.Caliper;
import org.desist.comparison.MatchSettings.CaliperScale;
import org.desist.inquiry.Diagnostics.CaliperAdvice;
import org.junit.jupiter.api.Test;

class AutomaticCaliperTest {
  private static final BalanceThresholds USUAL = new BalanceThresholds(5, 10);
  private static final BalanceThresholds IMPOSSIBLE = new BalanceThresholds(0, 0);
  private static final MatchPlan EVERYBODY = PersonUnits.EVERYBODY_WITH_EVERYBODY;
  private static final List<Caliper> LIST =
      List.of(
          new Caliper(1, CaliperScale.SCORE),
          new Caliper(0.05, CaliperScale.SCORE),
          new Caliper(0.5, CaliperScale.LOGIT_DEVIATIONS),
          new Caliper(0.25, CaliperScale.LOGIT_DEVIATIONS),
          new Caliper(0.1, CaliperScale.LOGIT_DEVIATIONS),
          new Caliper(0.05, CaliperScale.LOGIT_DEVIATIONS),
          new Caliper(0.01, CaliperScale.LOGIT_DEVIATIONS));
  private static final MatchPlan AUTO = EVERYBODY.within(LIST.toArray(Caliper[]::new));

  @Test
  void theWidestCaliperAtWhichEveryDiagnosticPassesIsTaken() {
    Units units = older(35).units();

    Grouping chosen = Grouping.of(units, AUTO, USUAL);

    List<CaliperTrial> trials = chosen.trials();
    assertThat(trials).extracting(CaliperTrial::caliper).isEqualTo(LIST.subList(0, trials.size()));
    assertThat(trials).hasSizeBetween(2, LIST.size());
    for (CaliperTrial trial : trials) {
      Grouping fixed = Grouping.of(units, EVERYBODY.within(trial.caliper()), USUAL);
      Verdict verdict = Diagnostics.verdict(Diagnostics.of(fixed));
      assertThat(trial.verdict()).isEqualTo(verdict);
      assertThat(trial.faults()).isEqualTo(fixed.balance().faults());
      boolean isLast = trial.equals(trials.get(trials.size() - 1));
      assertThat(trial.isChosen()).isEqualTo(isLast);
      assertThat(verdict).isEqualTo(isLast ? Verdict.PASSED : Verdict.FAILED);
      if (isLast) {
        assertThat(chosen.matching().weights()).isEqualTo(fixed.matching().weights());
      }
    }
    assertThat(AUTO.words(chosen))
        .contains("caliper " + chosen.caliper() + " (auto: the widest of 1.0, 0.05; 0.5, 0.25, ");
  }

  @Test
  void groupsThatAreAlikeKeepTheWidest() {
    Grouping chosen = Grouping.of(older(31).units(), AUTO, new BalanceThresholds(50, 100));

    assertThat(chosen.caliper()).isEqualTo(LIST.get(0));
    assertThat(chosen.trials()).hasSize(1);
  }

  @Test
  void whereNonePassesTheOneWithTheFewestFaultsIsTakenAndStaysSealed() {
    Grouping chosen = Grouping.of(older(35).units(), AUTO, IMPOSSIBLE);

    assertThat(chosen.trials()).hasSize(LIST.size());
    CaliperTrial taken =
        chosen.trials().stream().filter(CaliperTrial::isChosen).findFirst().orElseThrow();
    assertThat(chosen.trials())
        .allSatisfy(
            trial -> {
              assertThat(trial.verdict()).isNotEqualTo(Verdict.PASSED);
              assertThat(trial.faults()).isGreaterThanOrEqualTo(taken.faults());
            });
    assertThat(Diagnostics.verdict(Diagnostics.of(chosen))).isNotEqualTo(Verdict.PASSED);
    assertThat(AUTO.words(chosen)).contains("at none of 1.0, 0.05; ");
  }

  @Test
  void aFixedCaliperThatSealsIsAdvisedToBeAuto() {
    Grouping wide = Grouping.of(older(35).units(), EVERYBODY, USUAL);
    assertThat(Diagnostics.verdict(Diagnostics.of(wide))).isEqualTo(Verdict.FAILED);
    assertThat(wide.trials()).hasSize(1);

    String advice = CaliperAdvice.of(wide, EVERYBODY, LIST, USUAL).orElseThrow();

    Matcher matcher =
        Pattern.compile("every diagnostic would pass, within (.*), with (\\d+) or more")
            .matcher(advice);
    assertThat(matcher.find()).as(advice).isTrue();
    Grouping advised = Grouping.of(wide.units(), AUTO, USUAL);
    assertThat(matcher.group(1)).isEqualTo(advised.caliper().toString());
    int told = Integer.parseInt(matcher.group(2));
    assertThat(told % 10).isZero();
    assertThat(advised.matching().treatedMatched()).isBetween(told, told + 9);
  }

  @Test
  void whereNoCaliperBalancesNothingIsAdvised() {
    Grouping wide = Grouping.of(older(35).units(), EVERYBODY, IMPOSSIBLE);

    assertThat(CaliperAdvice.of(wide, EVERYBODY, LIST, IMPOSSIBLE)).isEmpty();
    assertThat(CaliperAdvice.of(wide, AUTO, LIST, USUAL)).isEmpty();
  }

  /** Participants of this mean age, whom others of 31 are to be compared with. */
  private static PersonUnits older(double mean) {
    Random random = new Random(8);
    PersonUnits people = new PersonUnits();
    for (int i = 0; i < 200; i++) {
      people.treated(1, "age", mean + 5 * random.nextGaussian());
    }
    for (int i = 0; i < 4000; i++) {
      people.pool(1, "age", 31 + 8 * random.nextGaussian());
    }
    return people;
  }
}
