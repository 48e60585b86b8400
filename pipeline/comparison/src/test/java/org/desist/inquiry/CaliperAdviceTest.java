// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desist.comparison.Balance.BalanceThresholds;
import org.desist.comparison.Balance.Verdict;
import org.desist.comparison.MatchSettings.Caliper;
import org.desist.comparison.MatchSettings.CaliperScale;
import org.desist.inquiry.Diagnostics.CaliperAdvice;
import org.junit.jupiter.api.Test;

class CaliperAdviceTest {
  private static final BalanceThresholds USUAL = new BalanceThresholds(5, 10);
  private static final MatchPlan EVERYBODY = PersonUnits.EVERYBODY_WITH_EVERYBODY;

  @Test
  void aNarrowerCaliperThatBalancesIsNamed() {
    Grouping wide = grouping(USUAL);
    assertThat(Diagnostics.verdict(Diagnostics.of(wide))).isEqualTo(Verdict.FAILED);

    String advice = CaliperAdvice.of(wide, EVERYBODY, USUAL).orElseThrow();

    Matcher matcher =
        Pattern.compile("caliper: ([0-9.]+) and caliper_scale: sd-logit .* with (\\d+) or more")
            .matcher(advice);
    assertThat(matcher.find()).as(advice).isTrue();
    Caliper caliper =
        new Caliper(Double.parseDouble(matcher.group(1)), CaliperScale.LOGIT_DEVIATIONS);
    Grouping advised = Grouping.of(wide.units(), EVERYBODY.within(caliper), USUAL);
    assertThat(Diagnostics.verdict(Diagnostics.of(advised))).isEqualTo(Verdict.PASSED);
    int told = Integer.parseInt(matcher.group(2));
    assertThat(told % 10).isZero();
    assertThat(advised.matching().treatedMatched()).isBetween(told, told + 9);
  }

  @Test
  void whereNoCaliperBalancesNoneIsNamed() {
    BalanceThresholds impossible = new BalanceThresholds(0, 0);

    assertThat(CaliperAdvice.of(grouping(impossible), EVERYBODY, impossible)).isEmpty();
  }

  /** Participants are older than the others. */
  private static Grouping grouping(BalanceThresholds thresholds) {
    Random random = new Random(8);
    PersonUnits people = new PersonUnits();
    for (int i = 0; i < 200; i++) {
      people.treated(1, "age", 35 + 5 * random.nextGaussian());
    }
    for (int i = 0; i < 4000; i++) {
      people.pool(1, "age", 31 + 8 * random.nextGaussian());
    }
    return Grouping.of(people.units(), EVERYBODY, thresholds);
  }
}
