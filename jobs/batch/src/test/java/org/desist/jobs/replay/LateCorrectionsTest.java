// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.desist.difference.OlderVersion;
import org.desist.jobs.SmallWorld;
import org.desist.jobs.Terminal;
import org.desist.run.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two snapshots of the samples differ in what their README says. */
class LateCorrectionsTest {
  private static final String MARCH = "2019-03-31-0001";
  private static final String JUNE = "2019-06-30-0001";

  @TempDir Path folder;

  @Test
  void rowsAreCountedByTableAndFieldWithoutAValue() {
    Path out = published();

    Terminal terminal =
        SmallWorld.in(folder.resolve("other"))
            .type(List.of("corrections", MARCH, JUNE, "--out", out.toString()));

    assertThat(terminal.exit()).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .containsPattern("pnc_person +0 +0 +0 +42\\R")
        .containsPattern("pnc_event +2 +0 +0 +\\d+\\R")
        .containsPattern("pnc_offence +2 +1 +0 +\\d+ +offence_start_date 1\\R")
        .containsPattern("pnc_disposal +2 +0 +0 +\\d+\\R")
        .containsPattern("prison_release +0 +1 +0 +0 +pnc_id 1\\R")
        .containsPattern("probation_case +0 +3 +0 +0 +provider_code 3, local_authority_code 3\\R")
        .doesNotContain("Marlow", "2011/", "E09000007");
    Terminal back =
        SmallWorld.in(folder.resolve("back"))
            .type(List.of("corrections", JUNE, MARCH, "--out", out.toString()));
    assertThat(back.out()).containsPattern("pnc_event +0 +0 +2 +");
  }

  @Test
  void aRunWhoseStagesAreGoneIsNamed() {
    Path out = published();
    RunFolder.of(out, MARCH).remove();

    Terminal terminal =
        SmallWorld.in(folder.resolve("other"))
            .type(List.of("corrections", MARCH, JUNE, "--out", out.toString()));

    assertThat(terminal.exit()).isEqualTo(2);
    assertThat(terminal.err())
        .contains("RUN_PRUNED: Cannot compare the snapshot of " + MARCH, "its stage ingest");
  }

  @Test
  void aFieldThatOnlyOneSnapshotHasIsNamedAndNoRowChangesForIt() {
    Path out = published();
    OlderVersion.without("prosecutor", RunFolder.of(out, MARCH).stage("ingest"), "pnc_offence");

    Terminal terminal =
        SmallWorld.in(folder.resolve("other"))
            .type(List.of("corrections", MARCH, JUNE, "--out", out.toString()));

    assertThat(terminal.exit()).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .containsPattern("pnc_offence +2 +1 +0 +\\d+ +offence_start_date 1\\R")
        .contains("Not compared: pnc_offence.prosecutor, which only " + JUNE + " has.");
  }

  private Path published() {
    SmallWorld world = SmallWorld.in(folder);
    Path out = folder.resolve("out");
    Path samples = SmallWorld.extracts().getParent().resolveSibling("two-snapshots");
    for (String day : List.of("2019-03-31", "2019-06-30")) {
      Terminal terminal =
          world.type(
              world.run(
                  out,
                  samples.resolve("snapshot-" + day),
                  day,
                  "--from",
                  "2017-07-01",
                  "--to",
                  "2017-07-01"));
      assertThat(terminal.exit()).as(terminal.err()).isZero();
    }
    return out;
  }
}
