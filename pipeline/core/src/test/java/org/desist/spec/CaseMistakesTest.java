// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case that names a table, column or setting by mistake fails, whatever it expects. */
class CaseMistakesTest {
  private static final String EMPTY_SANCTION =
      """
      expect sanction:

      | person_no | event_no |
      | --- | --- |
      """;

  @TempDir Path folder;

  private static SpecCase read(String text) {
    return SpecParser.parse("draft", "# Topic\n\n### Case\n\n" + text, 1).cases().get(0);
  }

  private static String settings(String name, String value) {
    return "settings:\n\n| setting | value |\n| --- | --- |\n| %s | %s |\n\n"
        .formatted(name, value);
  }

  @Test
  void aSettingThatIsNoneIsRefused() {
    assertThatThrownBy(() -> read(settings("snapshots", "2020-06-30") + EMPTY_SANCTION))
        .hasMessage("draft.md line 3: there is no setting snapshots");
  }

  @Test
  void aTableThatNoModelReadsOrMakesIsRefused() {
    String models = settings("models", "sanction");
    String given = "countable_ofence:\n\n| event_no |\n| --- |\n| 1 |\n\n";
    try (ModelCases cases = new ModelCases("duckdb", folder)) {
      assertThatThrownBy(() -> cases.check(read(models + given + EMPTY_SANCTION)))
          .hasMessage("draft.md line 3: no model of the case reads countable_ofence");
      String others = EMPTY_SANCTION.replace("sanction", "countable_offence");
      assertThatThrownBy(() -> cases.check(read(models + others)))
          .hasMessage("draft.md line 3: no model of the case makes countable_offence");
      String column = EMPTY_SANCTION.replace("event_no", "event_number");
      assertThatThrownBy(() -> cases.check(read(models + column)))
          .hasMessageStartingWith("draft.md line 3: sanction has no column event_number, only [");
    }
  }

  @Test
  void anEmptyCellDoesNotStandForAColumnThatIsNotThere() {
    SpecCase specCase =
        read("expect sanction:\n\n| event_no | nothing |\n| --- | --- |\n| 1 | |\n");
    Expectation expectation = new Expectation(specCase, specCase.expectations().get(0));

    assertThatThrownBy(
            () -> expectation.compare(List.of(Map.of("event_no", 1L)), List.of("event_no")))
        .hasMessage("draft.md line 3: sanction has no column nothing, only [event_no]");
  }

  @Test
  void aTableOrColumnOfTheExtractsThatIsNoneIsRefused() {
    SpecCase table = read("pnc_evnt:\n\n| person |\n| --- |\n| Ann |\n\n" + EMPTY_SANCTION);
    assertThatThrownBy(() -> CaseRows.of(table, new Cast(table)))
        .hasMessage("draft.md line 3: there is no table to give called pnc_evnt");
    SpecCase column =
        read(
            "pnc:\n\n| person | event_date | hocode |\n| --- | --- | --- |\n| Ann | 2016-02-01 | 1 |\n\n"
                + EMPTY_SANCTION);
    assertThatThrownBy(() -> CaseRows.of(column, new Cast(column)))
        .hasMessage("pnc has no column hocode");
    SpecCase file = read("pnc_evnt.csv:\n\n```\na,b\n```\n\n" + EMPTY_SANCTION);
    assertThatThrownBy(() -> new World(List.of(file)).write(folder.resolve("extracts")))
        .hasMessage("There is no extract pnc_evnt.csv");
    SpecCase snapshot =
        read(
            """
            row:

            | resource |
            | --- |
            | pnc_event |

            expect refusal:

            | code |
            | --- |
            | none |
            """);
    assertThatThrownBy(() -> new SnapshotChange(snapshot).write(folder.resolve("snapshot")))
        .hasMessage("draft.md line 3: nothing is done with the table row");
  }
}
