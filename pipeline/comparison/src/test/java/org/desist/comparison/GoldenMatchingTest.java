// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.desist.comparison.MatchSettings.Caliper;
import org.desist.comparison.MatchSettings.CaliperScale;
import org.desist.comparison.MatchSettings.CommonSupport;
import org.desist.comparison.MatchSettings.Replacement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stored results of other software on known data, weight for weight. */
class GoldenMatchingTest {
  @ParameterizedTest
  @CsvSource({
    "lalonde, radius_cal02sd, 0.2, SCORE_DEVIATIONS",
    "lalonde, radius_cal005_raw, 0.05, SCORE",
    "rossi, radius_cal02sd, 0.2, SCORE_DEVIATIONS",
    "rossi, radius_cal005_raw, 0.05, SCORE"
  })
  void radiusMatchingAgreesFromTheCovariatesOn(
      String name, String specification, double width, CaliperScale scale) {
    Golden golden = golden(name);
    DesignMatrix design = DesignMatrix.of(golden.covariates());
    LogisticFit fit = LogisticRegression.fit(design, golden.treated()).required();

    Matching matching =
        RadiusMatching.match(
            ScoredUnits.of(fit.scores(design), golden.treated()),
            new Caliper(width, scale),
            CommonSupport.KEEP_ALL);

    assertThat(matching.scaledWeights())
        .containsExactly(
            Golden.values(golden.table(specification + "_weights"), "weight"), within(1e-9));
    agreesOnCounts(golden, specification, matching);
  }

  @ParameterizedTest
  @CsvSource({
    "lalonde, nn1_norep_cal02, 0.2, SCORE_DEVIATIONS, 1, WITHOUT",
    "lalonde, nn1_norep_nocal, Infinity, SCORE, 1, WITHOUT",
    "lalonde, nn1_rep_cal02, 0.2, SCORE_DEVIATIONS, 1, WITH",
    "lalonde, nn1_rep_nocal, Infinity, SCORE, 1, WITH",
    "lalonde, nn3_norep_cal02, 0.2, SCORE_DEVIATIONS, 3, WITHOUT",
    "lalonde, nn1_norep_logit_cal02, 0.2, LOGIT_DEVIATIONS, 1, WITHOUT",
    "rossi, nn1_norep_cal02, 0.2, SCORE_DEVIATIONS, 1, WITHOUT",
    "rossi, nn1_norep_nocal, Infinity, SCORE, 1, WITHOUT",
    "rossi, nn1_rep_cal02, 0.2, SCORE_DEVIATIONS, 1, WITH",
    "rossi, nn1_rep_nocal, Infinity, SCORE, 1, WITH",
    "rossi, nn3_norep_cal02, 0.2, SCORE_DEVIATIONS, 3, WITHOUT",
    "rossi, nn1_norep_logit_cal02, 0.2, LOGIT_DEVIATIONS, 1, WITHOUT"
  })
  void nearestNeighboursAgree(
      String name,
      String specification,
      double width,
      CaliperScale scale,
      int ratio,
      Replacement replacement) {
    Golden golden = golden(name);

    Matching matching =
        NearestMatching.match(
            ScoredUnits.of(golden.scores(), golden.treated()),
            new Caliper(width, scale),
            CommonSupport.KEEP_ALL,
            ratio,
            replacement);

    agreesOnCounts(golden, specification, matching);
    double[] outcomes = golden.outcomes();
    double[] weights = matching.weights();
    double difference = 0;
    for (int unit = 0; unit < weights.length; unit++) {
      double share = weights[unit] / matching.treatedMatched();
      difference += (golden.treated()[unit] ? share : -share) * outcomes[unit];
    }
    assertThat(difference)
        .isCloseTo(
            golden.expected().at("/specs/" + specification + "/effect/difference").asDouble(),
            within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"lalonde", "rossi"})
  void nearestNeighboursAgreePairForPair(String name) {
    Golden golden = golden(name);
    Matching matching =
        NearestMatching.match(
            ScoredUnits.of(golden.scores(), golden.treated()),
            new Caliper(0.2, CaliperScale.SCORE_DEVIATIONS),
            CommonSupport.KEEP_ALL,
            1,
            Replacement.WITHOUT);

    List<Map<String, String>> input = golden.input();
    assertThat(matching.pairs())
        .map(
            pair ->
                input.get(pair.treated()).get("id") + " " + input.get(pair.comparison()).get("id"))
        .containsExactlyInAnyOrderElementsOf(
            golden.table("nn1_norep_cal02_pairs").stream()
                .map(row -> row.get("treated_id") + " " + row.get("control_id"))
                .toList());
  }

  @ParameterizedTest
  @CsvSource({"lalonde, race, nn1_norep_exact_race"})
  void exactMatchingAgrees(String name, String column, String specification) {
    Golden golden = golden(name);
    List<Covariate> exact =
        golden.covariates().stream().filter(c -> c.name().equals(column)).toList();

    Matching matching =
        NearestMatching.match(
            ScoredUnits.of(golden.scores(), golden.treated())
                .within(Strata.of(golden.treated().length, exact)),
            new Caliper(0.2, CaliperScale.SCORE_DEVIATIONS),
            CommonSupport.KEEP_ALL,
            1,
            Replacement.WITHOUT);

    agreesOnCounts(golden, specification, matching);
  }

  private static void agreesOnCounts(Golden golden, String specification, Matching matching) {
    JsonNode expected = golden.expected().get("specs").get(specification);
    Optional.ofNullable(expected.get("caliper_raw").get("1"))
        .ifPresent(width -> assertThat(matching.width()).isCloseTo(width.asDouble(), within(1e-8)));
    assertThat(matching.treatedMatched()).isEqualTo(expected.get("n_treated_matched").asInt());
    assertThat(matching.comparisonUsed()).isEqualTo(expected.get("n_control_matched").asInt());
  }

  private static Golden golden(String name) {
    return name.equals("rossi") ? Golden.ROSSI : Golden.LALONDE;
  }
}
