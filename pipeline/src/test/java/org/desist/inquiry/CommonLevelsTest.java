// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommonLevelsTest {
  private static final List<Trait> SCORED = Trait.ALL.stream().filter(Trait::isScored).toList();

  @Test
  void levelsThatBothGroupsHaveAreKept() {
    Units units =
        new People()
            .treated(5, "sex", "M")
            .treated(5, "sex", "F")
            .pool(7, "sex", "M")
            .pool(7, "sex", "F")
            .units();

    CommonLevels common = CommonLevels.of(units, SCORED);

    assertThat(common.units().size()).isEqualTo(24);
    assertThat(common.notes()).isEmpty();
  }

  @Test
  void peopleWithALevelOfOneGroupAreLeftOutAndTheLevelIsNamed() {
    Units units =
        new People()
            .treated(5, "region", "A")
            .treated(2, "region", "B")
            .pool(7, "region", "A")
            .pool(3, "region", "C")
            .pool(1, "region", null)
            .units();

    CommonLevels common = CommonLevels.of(units, SCORED);

    assertThat(common.units().treatedCount()).isEqualTo(5);
    assertThat(common.units().size()).isEqualTo(12);
    assertThat(common.notes())
        .containsExactly(
            "region: Yorkshire and the Humber, missing. Nobody there is compared, as no participant has it.",
            "region: North West. Nobody there is compared, as only participants have it.");
  }

  @Test
  void whoeverIsLeftOutCanTakeALevelOfAnotherTraitWithThem() {
    // Of women only the one in region B took part: without her women have nobody to compare with.
    Units units =
        new People()
            .treated(5, "region", "A", "sex", "M")
            .treated(1, "region", "B", "sex", "F")
            .pool(7, "region", "A", "sex", "M")
            .pool(4, "region", "A", "sex", "F")
            .units();

    CommonLevels common = CommonLevels.of(units, SCORED);

    assertThat(common.units().treatedCount()).isEqualTo(5);
    assertThat(common.units().size()).isEqualTo(12);
    assertThat(common.notes())
        .containsExactly(
            "region: North West. Nobody there is compared, as only participants have it.",
            "sex: women. Nobody there is compared, as no participant has it.");
  }

  @Test
  void aNumberIsKnownOrMissing() {
    Units units =
        new People()
            .treated(5, "drugs", 1)
            .pool(7, "drugs", 2)
            .pool(3, "drugs", Double.NaN)
            .units();

    CommonLevels common = CommonLevels.of(units, SCORED);

    assertThat(common.units().size()).isEqualTo(12);
    assertThat(common.notes())
        .containsExactly(
            "need: drugs: missing. Nobody there is compared, as no participant has it.");
  }
}
