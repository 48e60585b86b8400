// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.desist.answer.OutcomeResult;
import org.desist.answer.OutcomeResult.Kind;
import org.desist.answer.OutcomeResult.Status;
import org.desist.comparison.Effect;
import org.desist.comparison.SampleSize;
import org.desist.method.Method;
import org.desist.method.MethodFile;
import org.junit.jupiter.api.Test;

class OutcomeMeasureTest {
  private static final Method METHOD = MethodFile.read(null);
  private static final Offset<Double> CLOSE = within(1e-9);
  private static final MeasuredOutcome DAYS = MeasuredOutcome.ALL.get(2);

  @Test
  void aRateOfEnoughPeopleIsTested() {
    OutcomeResult rate = rate(200, 100, 1000, 300);

    assertThat(rate.status()).isEqualTo(Status.TESTED);
    assertThat(rate.treated()).isEqualTo(0.5);
    assertThat(rate.comparison()).isCloseTo(0.3, CLOSE);
    assertThat(rate.difference()).isCloseTo(0.2, CLOSE);
    assertThat(rate.interval().lower()).isPositive();
    assertThat(rate.pValue()).isLessThan(0.001);
    assertThat(rate.isSignificant()).isTrue();
    assertThat(rate.neededPeople()).isNull();
    assertThat(rate.words()).contains("higher by between 1", "statistically significant");
  }

  @Test
  void aRateThatIsNotSignificantSaysHowManyWouldBeNeeded() {
    OutcomeResult rate = rate(200, 70, 1000, 330);

    Units units = units(200, 1000);
    Effect effect =
        Effect.of(
            "rate",
            PersonUnits.first(units, 70, 330),
            units.treated(),
            PersonUnits.matched(units).matching().weights());
    assertThat(rate.isSignificant()).isFalse();
    assertThat(rate.neededPeople())
        .isEqualTo(
            SampleSize.needed(200, effect.difference(), effect.standardError()).orElseThrow())
        .isGreaterThan(200);
    assertThat(rate.words()).contains("This does not show that the programme fails to affect");
  }

  @Test
  void fewerThanThirtyReoffendersAreNeverSignificant() {
    OutcomeResult few = rate(40, 29, 1000, 100);
    OutcomeResult enough = rate(40, 30, 1000, 100);

    assertThat(few.pValue()).isLessThan(0.001);
    assertThat(few.isSignificant()).isFalse();
    assertThat(enough.isSignificant()).isTrue();
  }

  @Test
  void onlyARateTellsHowManyWouldBeNeeded() {
    Units units = units(200, 1000);
    double[] reoffended = PersonUnits.first(units, 100, 500);

    OutcomeResult frequency =
        measure(units, reoffended)
            .measure("all", "all", MeasuredOutcome.FREQUENCY, reoffended, reoffended);

    assertThat(frequency.status()).isEqualTo(Status.TESTED);
    assertThat(frequency.isSignificant()).isFalse();
    assertThat(frequency.neededPeople()).isNull();
  }

  @Test
  void noneOfAGroupIsToldAndNotTested() {
    OutcomeResult rate = rate(200, 0, 1000, 300);

    assertThat(rate.status()).isEqualTo(Status.NOT_TESTED);
    assertThat(rate.treated()).isZero();
    assertThat(rate.comparison()).isCloseTo(0.3, CLOSE);
    assertThat(rate.pValue()).isNaN();
    assertThat(rate.interval().lower()).isNaN();
    assertThat(rate.neededPeople()).isNull();
  }

  @Test
  void expectedPeopleAreCountedByWhatTheirWeightsAreWorth() {
    // Twenty people have the outcome, but stand for one participant of a hundred: n x p is 1.
    Units units = new PersonUnits().treated(99).treated(1).pool(100).pool(20).units();
    double[] scores = new double[units.size()];
    Arrays.fill(scores, 0.2);
    scores[99] = 0.8;
    Arrays.fill(scores, 200, 220, 0.8);
    double[] flags = new double[units.size()];
    Arrays.fill(flags, 0, 50, 1);
    Arrays.fill(flags, 200, 220, 1);

    OutcomeResult rate =
        new OutcomeMeasure(METHOD, PersonUnits.matched(units, scores), flags)
            .measure("all", "all", MeasuredOutcome.RATE, flags, flags);

    assertThat(rate.status()).isEqualTo(Status.NOT_TESTED);
    assertThat(rate.comparison()).isCloseTo(0.01, CLOSE);
    assertThat(rate.treated()).isEqualTo(0.5);
    assertThat(rate.pValue()).isNaN();
  }

  @Test
  void fewPeopleOfEitherGroupAreWithheld() {
    for (OutcomeResult few :
        new OutcomeResult[] {rate(200, 9, 1000, 300), rate(200, 100, 1000, 9)}) {
      assertThat(few.status()).isEqualTo(Status.SUPPRESSED);
      assertThat(few.treated()).isNaN();
      assertThat(few.comparison()).isNaN();
      assertThat(few.difference()).isNaN();
      assertThat(few.treatedInterval().lower()).isNaN();
      assertThat(few.comparisonInterval().upper()).isNaN();
      assertThat(few.pValue()).isNaN();
      assertThat(few.isSignificant()).isFalse();
      assertThat(few.neededPeople()).isNull();
      assertThat(few.words()).startsWith("Withheld: ");
    }
  }

  @Test
  void daysAreNotMeasuredBelowThirtyReoffenders() {
    assertThat(days(29, 300).status()).isEqualTo(Status.TOO_FEW);
    assertThat(days(300, 29).status()).isEqualTo(Status.TOO_FEW);
    assertThat(days(29, 300).treated()).isNaN();
    OutcomeResult enough = days(30, 300);
    assertThat(enough.status()).isEqualTo(Status.TESTED);
    assertThat(enough.treatedPeople()).isEqualTo(30);
    assertThat(enough.comparisonPeople()).isEqualTo(300);
  }

  private static OutcomeResult days(int own, int others) {
    Units units = units(400, 400);
    double[] reoffended = PersonUnits.first(units, own, others);
    double[] days = new double[reoffended.length];
    for (int unit = 0; unit < days.length; unit++) {
      days[unit] = reoffended[unit] > 0 ? 10 + unit % 90 : Double.NaN;
    }
    return measure(units, reoffended).measure("all", "all", DAYS, days, reoffended);
  }

  @Test
  void thePlaceboAsksForNoReoffenders() {
    Units units = units(100, 1000);
    double[] before = PersonUnits.first(units, 60, 300);

    OutcomeResult placebo =
        measure(units, new double[units.size()])
            .placebo("earlier", "Rate of offending before", Kind.RATE, before, before);

    assertThat(placebo.analysis()).isEqualTo("placebo");
    assertThat(placebo.isSignificant()).isTrue();
    assertThat(placebo.words()).contains("the groups differed before the programme");
  }

  @Test
  void aPersonOfSeveralIndexEventsCountsOnce() {
    Units events = units(100, 1000);
    long[] persons = new long[1100];
    Arrays.setAll(persons, unit -> unit < 100 ? unit : 100 + (unit - 100) / 10);
    Units units =
        new Units(
            events.places(),
            persons,
            events.treated(),
            events.hasEnd(),
            events.days(),
            events.isStartedAfter(),
            events.isEndedAfter(),
            events.earlier(),
            events.numbers(),
            events.texts());
    double[] flags = PersonUnits.first(units, 40, 90);

    OutcomeResult rate =
        measure(units, flags).measure("all", "all", MeasuredOutcome.RATE, flags, flags);

    // Ninety events of nine people: their number is withheld.
    assertThat(rate.comparisonPeople()).isEqualTo(100);
    assertThat(rate.status()).isEqualTo(Status.SUPPRESSED);
  }

  private static OutcomeResult rate(int treated, int own, int pool, int others) {
    Units units = units(treated, pool);
    double[] flags = PersonUnits.first(units, own, others);
    return measure(units, flags).measure("all", "all", MeasuredOutcome.RATE, flags, flags);
  }

  private static Units units(int treated, int pool) {
    return new PersonUnits().treated(treated).pool(pool).units();
  }

  private static OutcomeMeasure measure(Units units, double[] reoffended) {
    return new OutcomeMeasure(METHOD, PersonUnits.matched(units), reoffended);
  }
}
