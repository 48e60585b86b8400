// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.desist.comparison.MatchSettings;
import org.desist.comparison.MatchSettings.Caliper;
import org.desist.comparison.MatchSettings.CaliperScale;
import org.desist.comparison.MatchSettings.CommonSupport;
import org.desist.comparison.MatchSettings.Replacement;
import org.desist.comparison.MatchSettings.TreatedOrder;
import org.desist.method.Method;
import org.desist.method.MethodFile;
import org.desist.request.Request;
import org.junit.jupiter.api.Test;

class MatchPlanTest {
  private static final String LIST =
      "0.05; 0.5, 0.25, 0.2, 0.1, 0.05 standard deviations of its log odds";
  private static final Method.Comparison METHOD = MethodFile.read(null).comparison();

  @Test
  void whatIsNotSaidIsTheMethods() {
    MatchPlan plan = plan(null, null, null, null, null);

    assertThat(plan)
        .isEqualTo(
            new MatchPlan(
                new MatchSettings(
                    MatchSettings.Method.RADIUS,
                    new Caliper(0.05, CaliperScale.SCORE),
                    CommonSupport.KEEP_ALL,
                    1,
                    Replacement.WITH,
                    TreatedOrder.HIGHEST_SCORE),
                List.of(
                    new Caliper(0.05, CaliperScale.SCORE),
                    new Caliper(0.5, CaliperScale.LOGIT_DEVIATIONS),
                    new Caliper(0.25, CaliperScale.LOGIT_DEVIATIONS),
                    new Caliper(0.2, CaliperScale.LOGIT_DEVIATIONS),
                    new Caliper(0.1, CaliperScale.LOGIT_DEVIATIONS),
                    new Caliper(0.05, CaliperScale.LOGIT_DEVIATIONS)),
                List.of(),
                List.of()));
    assertThat(plan).isEqualTo(plan(null, "auto", null, null, null));
    assertThat(plan.words())
        .isEqualTo(
            "everybody within the caliper, with replacement (radius matching) on the propensity score, caliper auto: the widest of "
                + LIST
                + " at which every diagnostic passes");
  }

  @Test
  void neighboursAreUsedOnceUnlessTheRequestSaysOtherwise() {
    assertThat(plan("nearest", "0.05", null, null, null).words())
        .isEqualTo(
            "the nearest neighbour without replacement on the propensity score, caliper 0.05");
    assertThat(plan("nearest", "0.2", "sd", 3, true).words())
        .isEqualTo(
            "the nearest 3 neighbours with replacement on the propensity score, caliper 0.2 standard deviations of the score");
  }

  @Test
  void aCaliperIsOnTheScaleThatIsAskedFor() {
    assertThat(plan("radius", "0.1", "sd-logit", null, null).settings().caliper())
        .isEqualTo(new Caliper(0.1, CaliperScale.LOGIT_DEVIATIONS));
    assertThat(plan("radius", "0.1", "score", null, null).settings().caliper())
        .isEqualTo(new Caliper(0.1, CaliperScale.SCORE));
    assertThat(plan("radius", "0.1", "sd-logit", null, null).words())
        .endsWith("caliper 0.1 standard deviations of its log odds");
  }

  @Test
  void exactCovariatesAndInteractionsAreNamed() {
    MatchPlan plan =
        MatchPlan.of(
            new Request.Matching(
                null,
                "0.05",
                null,
                null,
                null,
                List.of("sex", "region"),
                List.of(List.of("sex", "age_band"))),
            METHOD);

    assertThat(plan.words()).endsWith("caliper 0.05; equal in sex, region; with sex by age_band");
    assertThat(plan.within(new Caliper(0.01, CaliperScale.SCORE)).exact())
        .containsExactly("sex", "region");
  }

  private static MatchPlan plan(
      String matching, String caliper, String scale, Integer ratio, Boolean replacement) {
    return MatchPlan.of(
        new Request.Matching(matching, caliper, scale, ratio, replacement, null, null), METHOD);
  }
}
