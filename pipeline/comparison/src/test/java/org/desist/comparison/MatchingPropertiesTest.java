// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.desist.comparison.MatchSettings.Caliper;
import org.desist.comparison.MatchSettings.CaliperScale;
import org.desist.comparison.MatchSettings.CommonSupport;
import org.desist.comparison.MatchSettings.Replacement;
import org.desist.comparison.MatchSettings.TreatedOrder;

/** Whatever the data, the fast matchers do what the plain one does. */
class MatchingPropertiesTest {
  private static final List<Double> CALIPERS =
      List.of(0.03, 0.05, 0.0625, 0.125, 0.3, Double.POSITIVE_INFINITY);

  @Property(tries = 500, seed = "85", edgeCases = EdgeCasesMode.NONE)
  void radius(@ForAll("data") BruteForce plain) {
    Matching fast = RadiusMatching.match(units(plain), caliper(plain), CommonSupport.KEEP_ALL);

    assertThat(fast.weights()).containsExactly(plain.radius(), within(1e-13));
    for (int unit = 0; unit < plain.scores().size(); unit++) {
      assertThat(fast.weights()[unit] == 0).isEqualTo(plain.radius()[unit] == 0);
    }
  }

  @Property(tries = 500, seed = "86", edgeCases = EdgeCasesMode.NONE)
  void nearestNeighbours(@ForAll("data") BruteForce plain, @ForAll("ratio") int ratio) {
    for (Replacement replacement : Replacement.values()) {
      Matching fast =
          NearestMatching.match(
              units(plain), caliper(plain), CommonSupport.KEEP_ALL, ratio, replacement);

      assertThat(fast.pairs()).isEqualTo(plain.nearest(ratio, replacement));
    }
  }

  @Property(tries = 500, seed = "87", edgeCases = EdgeCasesMode.NONE)
  void whoeverChoosesFirst(@ForAll("data") BruteForce plain, @ForAll("ratio") int ratio) {
    for (TreatedOrder order : TreatedOrder.values()) {
      Matching fast =
          NearestMatching.match(
              units(plain),
              caliper(plain),
              CommonSupport.KEEP_ALL,
              ratio,
              Replacement.WITHOUT,
              order);

      assertThat(fast.pairs()).isEqualTo(plain.nearest(ratio, Replacement.WITHOUT, order));
    }
  }

  private static ScoredUnits units(BruteForce plain) {
    double[] scores = plain.scores().stream().mapToDouble(Double::doubleValue).toArray();
    boolean[] treated = new boolean[scores.length];
    for (int unit = 0; unit < scores.length; unit++) {
      treated[unit] = plain.treated().get(unit);
    }
    return ScoredUnits.of(scores, treated)
        .within(plain.strata().stream().mapToInt(Integer::intValue).toArray());
  }

  private static Caliper caliper(BruteForce plain) {
    return new Caliper(plain.caliper(), CaliperScale.SCORE);
  }

  @Provide
  Arbitrary<Integer> ratio() {
    return Arbitraries.integers().between(1, 4);
  }

  /** Scores on a coarse grid, where ties abound, on a fine one, or all very near 0. */
  @Provide
  Arbitrary<BruteForce> data() {
    return Combinators.combine(
            Arbitraries.integers().between(2, 60),
            Arbitraries.of(16.0, 100.0, 1e6),
            Arbitraries.of(1.0, 1e-17),
            Arbitraries.integers().between(1, 3),
            Arbitraries.of(CALIPERS),
            Arbitraries.longs())
        .as(MatchingPropertiesTest::data);
  }

  private static BruteForce data(
      int units, double steps, double least, int strata, double caliper, long seed) {
    Random random = new Random(seed);
    return new BruteForce(
        random
            .doubles(units)
            .map(score -> Math.rint(score * steps) / steps)
            .map(score -> random.nextBoolean() ? score : score * least)
            .boxed()
            .toList(),
        // The first two are one of each group, so that neither is empty.
        java.util.stream.IntStream.range(0, units)
            .mapToObj(unit -> unit == 0 || (unit > 1 && random.nextInt(3) == 0))
            .toList(),
        random.ints(units, 0, strata).boxed().toList(),
        caliper);
  }
}
