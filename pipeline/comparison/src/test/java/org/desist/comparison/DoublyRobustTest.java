// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DoublyRobustTest {
  private static final int SIZE = 20_000;
  private static final double EFFECT = -0.1;

  private final Random random = new Random(5);
  private final double[] first = new double[SIZE];
  private final double[] second = new double[SIZE];
  private final boolean[] treated = new boolean[SIZE];
  private final double[] scores = new double[SIZE];
  private final double[] values = new double[SIZE];
  private final boolean[] everybody = new boolean[SIZE];

  /** Both causes drive who takes part and what follows. */
  DoublyRobustTest() {
    Arrays.fill(everybody, true);
    for (int unit = 0; unit < SIZE; unit++) {
      first[unit] = random.nextGaussian();
      second[unit] = random.nextGaussian();
      scores[unit] = 1 / (1 + Math.exp(2 - 0.8 * first[unit] - 0.8 * second[unit]));
      treated[unit] = random.nextDouble() < scores[unit];
      double rate = 0.5 + 0.08 * Math.max(-2, Math.min(2, first[unit] + second[unit]));
      values[unit] = random.nextDouble() < rate + (treated[unit] ? EFFECT : 0) ? 1 : 0;
    }
  }

  private DoublyRobust with(double[] given, Covariate... covariates) {
    return DoublyRobust.of(
        values,
        treated,
        everybody,
        given,
        LongStream.range(0, SIZE).toArray(),
        List.of(covariates));
  }

  private static double[] flat() {
    double[] same = new double[SIZE];
    Arrays.fill(same, 0.2);
    return same;
  }

  @Test
  void eitherTheScoreOrTheModelIsEnough() {
    Covariate noise = Covariate.number("noise", random.doubles(SIZE).toArray());
    Covariate one = Covariate.number("first", first);
    Covariate two = Covariate.number("second", second);

    assertThat(with(scores, one, two).interval().lower()).isBetween(-0.14, EFFECT);
    assertThat(with(scores, one, two).difference()).isCloseTo(EFFECT, within(0.02));
    assertThat(with(scores, noise).difference()).isCloseTo(EFFECT, within(0.025));
    assertThat(with(flat(), one, two).difference()).isCloseTo(EFFECT, within(0.02));
    // With neither, riskier people took part.
    assertThat(with(flat(), noise).difference()).isGreaterThan(EFFECT + 0.05);
  }

  @Test
  void withoutAModelItIsTheDifferenceOfMeansWeightedByTheOdds() {
    Covariate constant = Covariate.text("same", Arrays.asList(new String[] {"a", "a", "a", "a"}));
    double[] outcome = {1, 0, 1, 0};
    boolean[] own = {true, true, false, false};
    DoublyRobust found =
        DoublyRobust.of(
            outcome,
            own,
            new boolean[] {true, true, true, true},
            new double[] {0.5, 0.5, 0.5, 0.75},
            new long[] {1, 2, 3, 4},
            List.of(constant));

    // Odds 1 and 3: a quarter of the comparison group has the outcome.
    assertThat(found.treatedUnits()).isEqualTo(2);
    assertThat(found.treatedValue()).isEqualTo(0.5);
    assertThat(found.difference()).isCloseTo(0.25, within(1e-12));
    // (0.5^2 + 0.5^2) / 2^2 of the treated, (1 x 0.75)^2 / 4^2 + (3 x 0.25)^2 / 4^2 of the others.
    assertThat(found.standardError()).isCloseTo(Math.sqrt(0.125 + 2 * 0.5625 / 16), within(1e-12));
    assertThat(found.isFarFrom(0.25, 0)).isFalse();
    assertThat(found.isFarFrom(-2, 0.1)).isTrue();
  }

  @Test
  void aPersonOfSeveralUnitsIsOneInTheError() {
    long[] twice = LongStream.range(0, SIZE).map(unit -> unit / 2).toArray();
    double[] pairs = values.clone();
    boolean[] groups = treated.clone();
    for (int unit = 1; unit < SIZE; unit += 2) {
      pairs[unit] = pairs[unit - 1];
      groups[unit] = groups[unit - 1];
      first[unit] = first[unit - 1];
      scores[unit] = scores[unit - 1];
    }
    Covariate one = Covariate.number("first", first);

    DoublyRobust apart =
        DoublyRobust.of(
            pairs, groups, everybody, scores, LongStream.range(0, SIZE).toArray(), List.of(one));
    DoublyRobust together = DoublyRobust.of(pairs, groups, everybody, scores, twice, List.of(one));

    assertThat(together.difference()).isEqualTo(apart.difference());
    assertThat(together.standardError())
        .isCloseTo(Math.sqrt(2) * apart.standardError(), within(1e-3 * apart.standardError()));
  }
}
