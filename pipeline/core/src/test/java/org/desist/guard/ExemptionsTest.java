// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExemptionsTest {
  private static final LocalDate SNAPSHOT = LocalDate.of(2019, 6, 30);

  @TempDir private Path folder;

  private static GuardCheck check(String subject, GuardOutcome outcome) {
    return new GuardCheck(
        GuardName.MIX, subject, "psi", 1.0, 1.0, 0.3, 0.1, 0.25, outcome, 3, "r", "words", null);
  }

  private Exemptions file(String text) throws IOException {
    return Exemptions.read(Files.writeString(folder.resolve("exemptions.yaml"), text));
  }

  @Test
  void aHardCheckIsLetThroughWithItsReason() throws IOException {
    Exemptions exemptions =
        file(
            """
            exemptions:
              - guard: mix
                subject: quarter, region
                reason: Boundaries of Wales and Kent were redrawn
                until: 2019-06-30
            """);

    Exemptions.Applied applied =
        exemptions.apply(
            List.of(
                check("quarter, region", GuardOutcome.HARD),
                check("quarter, sex", GuardOutcome.HARD),
                check("year, region", GuardOutcome.SOFT)),
            SNAPSHOT);

    assertThat(applied.checks())
        .extracting(GuardCheck::outcome)
        .containsExactly(GuardOutcome.EXEMPTED, GuardOutcome.HARD, GuardOutcome.SOFT);
    assertThat(applied.checks().get(0).reason())
        .isEqualTo("Boundaries of Wales and Kent were redrawn (until 2019-06-30)");
    assertThat(applied.notes()).isEmpty();
  }

  @Test
  void theDayOfTheSnapshotEndsIt() throws IOException {
    Exemptions.Applied applied =
        file("exemptions:\n  - {guard: mix, reason: once, until: 2019-06-29}\n")
            .apply(List.of(check("quarter, sex", GuardOutcome.HARD)), SNAPSHOT);

    assertThat(applied.checks()).extracting(GuardCheck::outcome).containsOnly(GuardOutcome.HARD);
    assertThat(applied.notes())
        .containsExactly(
            "The exemption for mix ended on 2019-06-29, before this snapshot (2019-06-30): it does nothing.");
  }

  @Test
  void oneThatMatchesNothingIsTold() throws IOException {
    Exemptions.Applied applied =
        file("exemptions:\n  - {guard: mix, subject: sex, reason: once, until: 2020-01-01}\n")
            .apply(List.of(check("quarter, sex", GuardOutcome.HARD)), SNAPSHOT);

    assertThat(applied.notes())
        .containsExactly(
            "The exemption for mix of sex matches no check: correct its guard, subject or measure.");
  }

  @Test
  void everyFaultIsNamedWithItsLine() {
    assertThatThrownBy(
            () ->
                file(
                    """
                    exemptions:
                      - guard: mixture
                        reason: ""
                        until: soon
                        note: known
                    """))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_EXEMPTIONS))
        .hasMessageContainingAll(
            "exemptions.yaml line 2, exemptions[0].guard = mixture: it must be one of mart_rows, mix, rate, revision",
            "line 3, exemptions[0].reason: it is empty",
            "line 4, exemptions[0].until = soon: it must be a day written like 2016-04-01",
            "line 5, exemptions[0].note = known: there is no such key here");
  }

  @Test
  void aReasonAndAnEndAreRequired() {
    assertThatThrownBy(() -> file("exemptions:\n  - guard: rate\n"))
        .hasMessageContainingAll("the key reason is missing", "the key until is missing");
  }

  @Test
  void aDayThatDoesNotExistIsAFault() {
    assertThatThrownBy(() -> file("exemptions:\n  - {guard: rate, reason: x, until: 2019-02-30}\n"))
        .hasMessageContaining("line 2, exemptions[0].until: there is no such day in the calendar");
  }

  @Test
  void aFileThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> Exemptions.read(folder.resolve("none.yaml")))
        .hasMessageContaining("Cannot read the exemptions")
        .hasMessageEndingWith("Name a readable file in UTF-8 with --exemptions.");
  }

  @Test
  void withoutAFileNothingChanges() {
    List<GuardCheck> checks = List.of(check("quarter, sex", GuardOutcome.HARD));

    assertThat(Exemptions.read(null).apply(checks, SNAPSHOT).checks()).isEqualTo(checks);
  }
}
