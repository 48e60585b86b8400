// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.desist.jobs.SampleMarts;
import org.desist.run.RunFolder;
import org.desist.run.Versions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosingScreenTest {
  @TempDir Path out;

  @BeforeEach
  void publish() {
    Versions versions = Versions.below(out);
    SampleMarts.write(versions.draft("r1"));
    versions.publish("r1");
    SampleMarts.writeParts(RunFolder.of(out, "r1").stage("ingest").resolve("_part"));
    SampleMarts.writeQuarantine(RunFolder.of(out, "r1").stage("store").resolve("quarantine"));
  }

  @Test
  void saysWhatArrivedAndCountsARefusedRowOnce() {
    assertThat(screen())
        .containsPattern("pnc_event +2,000 +12 +0\\.6%")
        .containsPattern("pnc_offence +4,000 +30 +0\\.8%");
  }

  @Test
  void saysWhatWasRefusedAndWhyWorstFirst() {
    assertThat(screen())
        .containsPattern(
            "(?s)ORPHAN +30 +belongs to a row that is not there.*DATE_ORDER +12.*UNKNOWN_CODE +77 +used with a warning");
  }

  @Test
  void showsTheLatestFinalYear() {
    assertThat(screen())
        .contains("The latest four quarters from 2016-01-01 to 2016-12-31 (final)")
        .containsPattern("four quarters +provisional +1 +2018-01-01 to 2018-01-01");
  }

  @Test
  void addsUpTheQuartersOfMembersAndTakesAttritionAsItIs() {
    // Two of three quarters lie in the year; in each, half of 600 are convictions.
    assertThat(screen())
        .containsPattern("conviction +600")
        .containsPattern("custody release +300")
        .containsPattern("caution +300")
        .containsPattern("left out: not linked +9 ")
        .containsPattern("left out: under 10 +2 ");
  }

  @Test
  void showsRatesByRegionAndProviderWithIntervals() {
    assertThat(screen())
        .containsPattern("England and Wales +1,200 +340 +28\\.3% +26\\.3% - 30\\.3% +3\\.82")
        .containsPattern("North East +A +400 +120 +30\\.0%")
        .containsPattern("CPA Northumbria +C01 +600 +171 +28\\.5%")
        .containsPattern("no case at the time +NONE +600");
  }

  @Test
  void givesTheReasonInPlaceOfARateThatMayNotBeShown() {
    assertThat(screen()).containsPattern("not known +UNKNOWN +20 +too few");
  }

  @Test
  void saysWhereTheFilesAreAndWhatToAskNext() {
    String screen = screen();

    assertThat(screen)
        .contains(out.resolve("versions/r1/published").toString())
        .contains("desist query --out " + out);
    assertThat(screen.lines().filter(line -> line.startsWith("  desist query"))).hasSize(3);
  }

  @Test
  void doesWithoutTheRunsFolder() throws Exception {
    Files.move(out.resolve("runs"), out.resolve("gone"));

    assertThat(screen()).doesNotContain("What arrived").contains("Reoffending by area");
  }

  private String screen() {
    StringWriter text = new StringWriter();
    new ClosingScreen(out, "r1").print(new PrintWriter(text));
    return text.toString();
  }
}
