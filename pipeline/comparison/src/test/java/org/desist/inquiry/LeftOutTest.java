// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.desist.answer.Answer.AttritionStep;
import org.desist.answer.Answer.AttritionStep.Reason;
import org.desist.comparison.Balance.BalanceThresholds;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.junit.jupiter.api.Test;

class LeftOutTest {
  private static final BalanceThresholds LAX = new BalanceThresholds(500, 1000);

  private static Grouping grouping(PersonUnits people) {
    return Grouping.of(people.units(), PersonUnits.EVERYBODY_WITH_EVERYBODY, LAX);
  }

  @Test
  void whoHasALevelOfOneGroupLeavesAndIsCounted() {
    Grouping grouping =
        grouping(
            new PersonUnits()
                .treated(40, "region", "A")
                .treated(2, "region", "B")
                .treated(11, "region", "E")
                .pool(70, "region", "A")
                .pool(30, "region", "C")
                .pool(1, "region", null));
    LeftOut leftOut = grouping.leftOut();

    assertThat(grouping.units().treatedCount()).isEqualTo(40);
    assertThat(grouping.units().size()).isEqualTo(110);
    assertThat(leftOut.participants()).isEqualTo(13);
    assertThat(leftOut.sentences())
        .startsWith(
            "region: Yorkshire and the Humber, not known. Nobody there is compared, as no participant has it: 31 index events of the pool left out.",
            "region: North West, West Midlands. Nobody there is compared, as only participants have it: 13 participants left out.");
  }

  @Test
  void aReportDoesNotSayWhatAFewParticipantsHave() {
    LeftOut leftOut =
        grouping(
                new PersonUnits()
                    .treated(40, "region", "A")
                    .treated(2, "region", "B")
                    .treated(11, "region", "E")
                    .pool(70, "region", "A")
                    .pool(3, "region", "C"))
            .leftOut();

    assertThat(leftOut.sentences(10))
        .startsWith(
            "region: Yorkshire and the Humber. Nobody there is compared, as no participant has it: fewer than 10 index events of the pool left out.",
            "region: West Midlands, what fewer than 10 participants have. Nobody there is compared, as only participants have it: participants left out.");
  }

  @Test
  void aCombinationIsNamedByItsDetails() {
    PersonUnits people =
        new PersonUnits()
            .treated(40)
            .pool(200)
            .treated(12, "sex", "U", "ogrs3", Double.NaN)
            .pool(20, "sex", "U", "ogrs3", Double.NaN)
            .treated(11, "index_offence_group", "Other", "ogrs3", Double.NaN)
            .pool(25, "index_offence_group", "Other", "ogrs3", Double.NaN)
            .pool(14, "sex", "U", "index_offence_group", "Other", "ogrs3", Double.NaN);

    Grouping grouping = grouping(people);

    assertThat(grouping.leftOut().participants()).isZero();
    assertThat(grouping.units().size()).isEqualTo(308);
    assertThat(grouping.leftOut().sentences(10).get(0))
        .startsWith("sex: ")
        .contains("risk score (OGRS3): not known", "index offence: ", "together tell participants")
        .endsWith(": 15 index events of the pool left out.");
    assertThat(grouping.leftOut().sentences().get(0))
        .endsWith(": 14 index events of the pool left out.");
  }

  @Test
  void whereNobodyIsAlikeTheTraitIsNamedWithoutItsLevel() {
    PersonUnits people = new PersonUnits().treated(40, "region", "A").pool(200, "region", "C");

    assertThatThrownBy(() -> grouping(people))
        .isInstanceOf(DesistException.class)
        .hasMessageStartingWith(
            "Cannot compare: participants differ from everybody else in region, and nobody is left")
        .hasMessageContaining("Widen the scope or the filters")
        .extracting(e -> ((DesistException) e).code())
        .isEqualTo(ErrorCode.NOT_ESTIMABLE);
  }

  @Test
  void theStepsAddUpToThoseAnalysed() {
    Attrition attrition =
        new Attrition(100, Map.of(Reason.NOT_FOUND, 20, Reason.DUPLICATE, 5)).matched(13, 50);
    List<AttritionStep> steps = attrition.steps();

    assertThat(steps)
        .filteredOn(step -> step.reason() == Reason.NO_COMMON_SUPPORT)
        .containsExactly(new AttritionStep(Reason.NO_COMMON_SUPPORT, 13, 62, "ok"));
    assertThat(steps.get(steps.size() - 1))
        .isEqualTo(new AttritionStep(Reason.NO_MATCH, 12, 50, "ok"));
    assertThat(attrition.remaining()).isEqualTo(50);
  }
}
