// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.desist.answer.ComparedGroups.Diagnostic;
import org.desist.comparison.Balance.BalanceThresholds;
import org.desist.comparison.Balance.Verdict;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {
  private static final BalanceThresholds USUAL = new BalanceThresholds(5, 10);

  @Test
  void onlyWhenAllHavePassedIsAResultOpen() {
    assertThat(Diagnostics.verdict(List.of(one(Verdict.PASSED), one(Verdict.PASSED))))
        .isEqualTo(Verdict.PASSED);
    assertThat(Diagnostics.verdict(List.of(one(Verdict.PASSED), one(Verdict.NOT_EVALUATED))))
        .isEqualTo(Verdict.NOT_EVALUATED);
    assertThat(Diagnostics.verdict(List.of(one(Verdict.NOT_EVALUATED), one(Verdict.FAILED))))
        .isEqualTo(Verdict.FAILED);
  }

  private static Diagnostic one(Verdict verdict) {
    return new Diagnostic("Any", verdict, "Words.");
  }

  @Test
  void alikeGroupsPass() {
    PersonUnits people = new PersonUnits();
    for (int age = 20; age < 60; age++) {
      people.treated(2, "age", age).pool(20, "age", age);
    }

    assertThat(Diagnostics.of(grouping(people)))
        .extracting(Diagnostic::name, Diagnostic::verdict)
        .containsExactly(
            tuple("Balance of the groups", Verdict.PASSED),
            tuple("Spread of the traits", Verdict.PASSED),
            tuple("Common support", Verdict.PASSED),
            tuple("Effective size", Verdict.PASSED));
  }

  @Test
  void aTraitThatDiffersIsNamedAndFails() {
    PersonUnits people = new PersonUnits();
    for (int age = 20; age < 60; age++) {
      people.treated(age > 40 ? 3 : 1, "age", age).pool(20, "age", age);
    }

    Diagnostic balance = Diagnostics.of(grouping(people)).get(0);

    assertThat(balance.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(balance.sentence()).contains("are not (red)", "Red: age, age, squared");
  }

  /** Everybody compared with everybody. */
  private static Grouping grouping(PersonUnits people) {
    MatchPlan plan = PersonUnits.EVERYBODY_WITH_EVERYBODY;
    return Grouping.of(people.units(), plan, USUAL);
  }
}
