// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.desist.answer.ComparedGroups.Diagnostic;
import org.desist.answer.OutcomeResult;
import org.desist.answer.OutcomeResult.Status;
import org.desist.comparison.Balance.Verdict;
import org.desist.method.Method;
import org.desist.method.MethodFile;
import org.junit.jupiter.api.Test;

class ManyTestsTest {
  private static final Method METHOD = MethodFile.read(null);
  private static final Offset<Double> CLOSE = within(1e-12);

  /** Of 400 participants and 4,000 others so many; the rate of the others is 30%. */
  private static OutcomeResult rate(int own) {
    Units units = new PersonUnits().treated(400).pool(4000).units();
    double[] flags = PersonUnits.first(units, own, 1200);
    return new OutcomeMeasure(METHOD, PersonUnits.matched(units), flags)
        .measure("all", "all", MeasuredOutcome.RATE, flags, flags);
  }

  @Test
  void thePrimaryOutcomeIsJudgedAloneAndTheOthersTogether() {
    OutcomeResult near = rate(141);
    assertThat(near.pValue()).isBetween(0.02, 0.05);

    List<OutcomeResult> judged = ManyTests.secondary(List.of(near, near, rate(130), rate(150)));

    assertThat(judged.get(0)).isEqualTo(near);
    assertThat(near.isSignificant()).isTrue();
    assertThat(near.words()).doesNotContain("correction");
    assertThat(judged.get(1).correctedPValue()).isCloseTo(2 * near.pValue(), CLOSE);
    assertThat(judged.get(1).pValue()).isEqualTo(near.pValue());
    assertThat(judged.get(1).isSignificant()).isFalse();
    assertThat(judged.get(1).words())
        .contains(
            "among so many tests chance alone can bring that about (p-value 0.0",
            " after the correction of Holm)",
            "This does not show that the programme fails to affect reoffending");
    assertThat(judged.get(3).isSignificant()).isTrue();
    assertThat(judged.get(3).words())
        .contains("statistically significant (p-value less than 0.01; less than 0.01 after");
  }

  @Test
  void groupsAreCorrectedOverAllOfThem() {
    OutcomeResult near = rate(141);

    List<OutcomeResult> judged = ManyTests.exploratory(List.of(near, rate(130), rate(150)));

    assertThat(judged.get(0).correctedPValue()).isCloseTo(1.5 * near.pValue(), CLOSE);
    assertThat(judged.get(0).words()).contains("after the correction of");
  }

  @Test
  void whatIsWithheldIsNoTest() {
    OutcomeResult near = rate(141);
    OutcomeResult few = rate(5);
    assertThat(few.status()).isEqualTo(Status.SUPPRESSED);

    List<OutcomeResult> judged = ManyTests.secondary(List.of(near, few, near));

    assertThat(judged.get(1)).isEqualTo(few);
    assertThat(judged.get(2).correctedPValue()).isEqualTo(near.pValue());
    assertThat(judged.get(2).isSignificant()).isTrue();
  }

  /** So many of 400 participants, and 30% of others, had offended in each of the three years. */
  private static Placebos placebos(int... own) {
    Units units = new PersonUnits().treated(400).pool(4000).units();
    for (int year = 0; year < own.length; year++) {
      units.earlier()[year] = PersonUnits.first(units, own[year], 1200);
    }
    return Placebos.of(METHOD, PersonUnits.matched(units));
  }

  @Test
  void thereAreSixPlacebosJudgedTogether() {
    Placebos placebos = placebos(120, 120, 120);

    assertThat(placebos.results())
        .extracting(OutcomeResult::outcome)
        .containsExactly(
            "earlier_rate_1_12",
            "earlier_frequency_1_12",
            "earlier_rate_13_24",
            "earlier_frequency_13_24",
            "earlier_rate_25_36",
            "earlier_frequency_25_36");
    assertThat(placebos.results())
        .allSatisfy(
            one -> {
              assertThat(one.analysis()).isEqualTo("placebo");
              assertThat(one.isSignificant()).isFalse();
              assertThat(one.words()).contains("no difference is seen where there should be none");
            });
    assertThat(placebos.diagnostic()).map(Diagnostic::verdict).contains(Verdict.PASSED);
    assertThat(placebos.cautions()).isEmpty();
  }

  @Test
  void aPlaceboThatIsOneOfSixByChanceSealsNothing() {
    // p of 0.03 is 0.18 after Holm.
    Placebos placebos = placebos(141, 120, 120);

    assertThat(placebos.results().get(0).pValue()).isLessThan(0.05);
    assertThat(placebos.results().get(0).words()).contains("among several such checks");
    assertThat(placebos.diagnostic()).map(Diagnostic::verdict).contains(Verdict.PASSED);
    assertThat(placebos.cautions()).isEmpty();
  }

  @Test
  void twoThatAreSignificantSealAndAreToldBesideTheHeadline() {
    Placebos placebos = placebos(170, 120, 120);

    assertThat(placebos.diagnostic()).map(Diagnostic::verdict).contains(Verdict.FAILED);
    assertThat(placebos.cautions())
        .hasSize(2)
        .allSatisfy(
            caution ->
                assertThat(caution)
                    .startsWith("A check where there should be no difference shows one. ")
                    .contains("the groups differed before the programme could have any effect"));
  }

  @Test
  void oneThatIsSignificantIsToldAndSealsNothing() {
    Units units = new PersonUnits().treated(400).pool(4000).units();
    for (int year = 0; year < 3; year++) {
      units.earlier()[year] = PersonUnits.first(units, 120, 1200);
    }
    // As many people in both groups, but participants offended more often.
    for (int unit = 0; unit < 120; unit++) {
      units.earlier()[0][unit] = 3;
    }
    Placebos placebos = Placebos.of(METHOD, PersonUnits.matched(units));

    assertThat(placebos.cautions()).hasSize(1);
    assertThat(placebos.diagnostic()).map(Diagnostic::verdict).contains(Verdict.PASSED);
  }

  @Test
  void whereNoneCanBeTestedNothingIsSaid() {
    assertThat(placebos(5, 5, 5).diagnostic()).isEmpty();
  }
}
