// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.desist.comparison.DesignMatrix.Interaction;
import org.desist.comparison.LogisticFit.FitState;
import org.desist.comparison.SupportedFit.CommonLevels;
import org.desist.error.DesistException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Worlds of a few hundred units with each kind of separation in them. */
class SupportedFitTest {
  private final List<Boolean> treated = new ArrayList<>();
  private final List<Map<String, Object>> units = new ArrayList<>();

  /** So many units; "x" differs among them, and is the same in both groups. */
  private SupportedFitTest add(boolean isTreated, int count, Object... values) {
    for (int i = 0; i < count; i++) {
      Map<String, Object> unit = new HashMap<>();
      unit.put("x", (double) (i % 10));
      for (int k = 0; k < values.length; k += 2) {
        unit.put((String) values[k], values[k + 1]);
      }
      treated.add(isTreated);
      units.add(unit);
    }
    return this;
  }

  private SupportedFit fit(String... texts) {
    return SupportedFit.of(treated(), places -> covariates(places, List.of(texts)), List.of());
  }

  private boolean[] treated() {
    boolean[] values = new boolean[treated.size()];
    IntStream.range(0, values.length).forEach(i -> values[i] = treated.get(i));
    return values;
  }

  private List<Covariate> covariates(int[] places, List<String> texts) {
    List<Covariate> covariates = new ArrayList<>();
    covariates.add(number("x", places));
    if (units.stream().anyMatch(unit -> unit.containsKey("score"))) {
      covariates.add(number("score", places));
    }
    for (String text : texts) {
      covariates.add(
          Covariate.text(
              text,
              Arrays.stream(places)
                  .mapToObj(place -> (String) units.get(place).getOrDefault(text, "same"))
                  .toList()));
    }
    return covariates;
  }

  private Covariate number(String name, int[] places) {
    return Covariate.number(
        name,
        Arrays.stream(places)
            .mapToDouble(place -> (Double) units.get(place).getOrDefault(name, 0.0))
            .toArray());
  }

  private static List<String> told(SupportedFit fit) {
    return fit.exclusions().stream()
        .map(
            one ->
                String.format(
                    Locale.ROOT,
                    "%s %s (%d treated, %d untreated)",
                    one.cause(),
                    String.join(", ", one.terms().stream().map(Term::name).toList()),
                    one.treated(),
                    one.untreated()))
        .toList();
  }

  @Test
  void nobodyLeavesWhereBothGroupsHaveEverything() {
    SupportedFit fit =
        add(true, 50, "sex", "M")
            .add(true, 20, "sex", "F")
            .add(false, 90, "sex", "M")
            .add(false, 60, "sex", "F")
            .fit("sex");

    assertThat(told(fit)).isEmpty();
    assertThat(fit.units()).hasSize(220);
    assertThat(fit.isEstimated()).isTrue();
  }

  @Test
  void aLevelOfThePoolLeavesTheReferenceLevelToo() {
    SupportedFit fit =
        add(true, 50, "region", "B")
            .add(true, 20, "region", "C")
            .add(false, 90, "region", "B")
            .add(false, 60, "region", "C")
            .add(false, 7, "region", "A")
            .fit("region");

    assertThat(told(fit)).containsExactly("LEVEL regionA (0 treated, 7 untreated)");
    assertThat(fit.units()).hasSize(220);
  }

  @Test
  void aLevelOfTheTreatedLeavesAndMayTakeAnotherAlong() {
    SupportedFit fit =
        add(true, 50, "region", "A", "sex", "M")
            .add(true, 1, "region", "B", "sex", "F")
            .add(false, 90, "region", "A", "sex", "M")
            .add(false, 4, "region", "A", "sex", "F")
            .fit("region", "sex");

    assertThat(told(fit))
        .containsExactly(
            "LEVEL regionB (1 treated, 0 untreated)", "LEVEL sexF (0 treated, 4 untreated)");
    assertThat(fit.units()).hasSize(140);
    assertThat(fit.design().constants()).containsExactly("region", "sex");
  }

  @Test
  void aNumberIsMissingOrKnownInOneGroupOnly() {
    SupportedFit missing =
        add(true, 50, "score", 3.0)
            .add(false, 90, "score", 3.5)
            .add(true, 20, "score", 4.0)
            .add(false, 30, "score", 2.0)
            .add(false, 5, "score", Double.NaN)
            .fit();
    SupportedFit known =
        new SupportedFitTest()
            .add(true, 50, "score", Double.NaN)
            .add(false, 90, "score", Double.NaN)
            .add(false, 30, "score", 2.0)
            .fit();

    assertThat(told(missing)).containsExactly("LEVEL score_missing (0 treated, 5 untreated)");
    assertThat(missing.isEstimated()).isTrue();
    assertThat(told(known)).containsExactly("LEVEL score_known (0 treated, 30 untreated)");
    assertThat(known.isEstimated()).isTrue();
  }

  /** The national request: a score is missing for whoever has no sex or an unlisted offence. */
  @Test
  void aCombinationThatNobodyTreatedHasLeavesAlone() {
    add(true, 200, "score", 1.0).add(false, 900, "score", 1.0);
    add(true, 3, "score", Double.NaN, "sex", "U").add(false, 20, "score", Double.NaN, "sex", "U");
    add(true, 2, "score", Double.NaN, "group", "Other");
    add(false, 25, "score", Double.NaN, "group", "Other");
    add(false, 4, "score", Double.NaN, "sex", "U", "group", "Other");

    SupportedFit fit = fit("sex", "group");

    // Each level is in both groups, and the three of them are in the pool alone.
    assertThat(fit.exclusions())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.cause()).isEqualTo(Exclusion.Cause.SEPARATION);
              assertThat(one.treated()).isZero();
              assertThat(one.untreated()).isEqualTo(4);
              assertThat(one.terms())
                  .map(Term::column)
                  .containsExactlyInAnyOrder("score", "sex", "group");
            });
    assertThat(fit.isEstimated()).isTrue();
    assertThat(fit.units()).hasSize(1150);
    // Without the combination what is missing follows from the other two, and is named.
    assertThat(fit.fit().collinear()).hasSize(1);
    assertThat(fit.fit().collinear().get(0).term().column()).isEqualTo("group");
  }

  @Test
  void anIntervalOfANumberThatBothReachIsCompared() {
    // Treated have 1 or more and the others 1 or fewer: of those who have 1 there are both.
    SupportedFit fit =
        add(true, 30, "score", 1.0)
            .add(true, 12, "score", 2.0)
            .add(false, 40, "score", 1.0)
            .add(false, 100, "score", 0.0)
            .fit();

    assertThat(told(fit)).containsExactly("SEPARATION score (12 treated, 100 untreated)");
    assertThat(fit.units()).hasSize(70);
    assertThat(fit.isEstimated()).isTrue();
  }

  @Test
  void aNumberThatSeparatesEverybodyIsNamed() {
    SupportedFit fit = add(true, 30, "score", 5.0).add(false, 40, "score", 1.0).fit();

    assertThat(fit.hasBothGroups()).isFalse();
    assertThat(fit.isEstimated()).isFalse();
    assertThatThrownBy(fit::required)
        .isInstanceOf(DesistException.class)
        .hasMessageStartingWith(
            "Cannot estimate the score: score tells treated from untreated units without a fault");
  }

  @Test
  void groupsWithoutALevelInCommonAreNamedByTheirLevels() {
    SupportedFit fit = add(true, 30, "region", "A").add(false, 40, "region", "B").fit("region");

    assertThatThrownBy(fit::required)
        .hasMessageStartingWith(
            "Cannot estimate the score: region (2 of its 2 values: 'B', 'A') tells treated");
  }

  /** One treated among thousands: a maximum far out, which a flat likelihood hides. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aLevelWithVeryFewOnOneSideIsFitted(int few) {
    SupportedFit fit =
        add(true, 4000, "sex", "M")
            .add(false, 90_000, "sex", "M")
            .add(true, few, "sex", "U")
            .add(false, 60_000, "sex", "U")
            .fit("sex");

    assertThat(told(fit)).isEmpty();
    assertThat(fit.fit().state()).isEqualTo(FitState.CONVERGED);
    assertThat(fit.fit().coefficients()[2])
        .isCloseTo(Math.log((few / 60_000d) / (4000 / 90_000d)), within(1e-2));
  }

  @Test
  void aScoreOfNoughtToTheLastDigitLeavesWithItsNumberNamed() {
    Random random = new Random(4);
    for (int i = 0; i < 2000; i++) {
      double score = random.nextGaussian();
      add(random.nextDouble() < 1 / (1 + Math.exp(2 - score)), 1, "score", score);
    }
    SupportedFit fit = add(false, 1, "score", -1e4).fit();

    assertThat(fit.isEstimated()).isTrue();
    assertThat(fit.exclusions())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.terms()).map(Term::name).containsExactly("score");
              assertThat(one.untreated()).isEqualTo(1);
            });
    assertThat(fit.fit().coefficients()[1]).isBetween(0.7, 1.3);
  }

  /** Whatever the world: nobody is lost on the way, and no level is in one group only. */
  @Test
  void afterTheRestrictionNoLevelSeparates() {
    int restricted = 0;
    for (int seed = 0; seed < 150; seed++) {
      SupportedFitTest world = random(seed);
      SupportedFit fit =
          SupportedFit.of(
              world.treated(),
              places -> world.covariates(places, List.of("a", "b", "c")),
              seed % 3 == 0 ? List.of(new Interaction("a", "b")) : List.of());
      int left = fit.exclusions().stream().mapToInt(one -> one.treated() + one.untreated()).sum();
      int own = fit.exclusions().stream().mapToInt(Exclusion::treated).sum();
      restricted += left > 0 ? 1 : 0;

      if (fit.hasBothGroups()) {
        int[] rest = fit.units();
        boolean[] treated = new boolean[rest.length];
        IntStream.range(0, rest.length).forEach(i -> treated[i] = world.treated.get(rest[i]));
        assertThat(fit.fit().state()).as("seed %d", seed).isEqualTo(FitState.CONVERGED);
        assertThat(rest.length + left).as("seed %d", seed).isEqualTo(world.units.size());
        assertThat(IntStream.range(0, rest.length).filter(i -> treated[i]).count() + own)
            .isEqualTo(world.treated.stream().filter(is -> is).count());
        assertThat(
                CommonLevels.of(world.covariates(rest, List.of("a", "b", "c")), treated)
                    .exclusions())
            .isEmpty();
        assertThat(Separation.alone(fit.design(), treated)).isEmpty();
        assertThat(Arrays.stream(fit.fit().logOdds(fit.design())).map(Math::abs).max().orElse(0))
            .isLessThan(34);
      }
    }
    // The worlds are such that it matters.
    assertThat(restricted).isGreaterThan(75);
  }

  private static SupportedFitTest random(int seed) {
    Random random = new Random(seed);
    SupportedFitTest world = new SupportedFitTest();
    int people = 60 + random.nextInt(300);
    for (int i = 0; i < people; i++) {
      world.add(
          i < 2 || (i > 3 && random.nextInt(6) == 0),
          1,
          "x",
          random.nextGaussian(),
          "a",
          level(random),
          "b",
          level(random),
          "c",
          random.nextInt(40) == 0 ? null : level(random),
          "score",
          random.nextInt(30) == 0 ? Double.NaN : (double) random.nextInt(4));
    }
    return world;
  }

  /** Few common levels and many rare ones. */
  private static String level(Random random) {
    return "L" + (int) Math.min(9, Math.floor(-2 * Math.log(random.nextDouble())));
  }
}
