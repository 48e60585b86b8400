// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.desist.jobs.Terminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock of these runs stands at 2019-07-01T02:03:04Z. */
class MetricsFileTest {
  private static final Pattern LINE =
      Pattern.compile(
          "# (HELP|TYPE) desist_[a-z_]+ .+|desist_[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? [0-9.E+-]+");

  @TempDir Path folder;
  private WatchedWorld world;
  private Path file;
  private Map<String, String> environment;

  @BeforeEach
  void watch() {
    world = new WatchedWorld(folder);
    file = folder.resolve("collector").resolve("desist.prom");
    environment = Map.of("DESIST_METRICS_FILE", file.toString());
  }

  @Test
  void aPublishedRunIsTold() throws IOException {
    assertThat(world.run(environment).exit()).isZero();

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).allMatch(LINE.asMatchPredicate());
    assertThat(lines)
        .contains(
            "desist_run_info{engine=\"duckdb\",run=\"2019-06-30-0001\",version=\"0.1.0\"} 1.0",
            "desist_attempt_outcome{outcome=\"finished\"} 1.0",
            "desist_attempt_outcome{outcome=\"running\"} 0.0",
            "desist_attempt_exit_code 0.0",
            "desist_attempt_number 1.0",
            "desist_attempt_ended_timestamp_seconds 1.561946584E9",
            "desist_stage_duration_seconds{outcome=\"done\",stage=\"publish\"} 0.0",
            "desist_rows_read{resource=\"pnc_person\"} 69.0",
            "desist_rows_refused{resource=\"pnc_person\"} 3.0",
            "desist_row_reasons{code=\"ORPHAN\",level=\"row\",resource=\"pnc_event\"} 2.0",
            "desist_row_reasons{code=\"UNKNOWN_CODE\",level=\"warning\",resource=\"pnc_offence\"} 1.0",
            "desist_published_versions 1.0",
            "desist_published_snapshot_timestamp_seconds 1.5618528E9",
            "desist_mart_rows{mart=\"restricted.quarantine\"} 20.0");
    assertThat(lines).anyMatch(line -> line.startsWith("desist_out_bytes{part=\"runs\"} "));
    assertThat(lines).anyMatch(line -> line.startsWith("desist_last_success_timestamp_seconds "));
    assertThat(lines).noneMatch(line -> line.startsWith("desist_attempt_error"));
  }

  @Test
  void aRefusedRunLeavesWhatIsPublishedAsItIs() throws IOException {
    world.run(environment);

    assertThat(world.runRefused(environment).exit()).isEqualTo(3);

    assertThat(Files.readAllLines(file))
        .contains(
            "desist_attempt_outcome{outcome=\"refused\"} 1.0",
            "desist_attempt_outcome{outcome=\"failed\"} 0.0",
            "desist_attempt_exit_code 3.0",
            "desist_attempt_error{code=\"MISSING_COLUMN\",type=\"data\"} 1.0",
            "desist_published_snapshot_timestamp_seconds 1.5618528E9",
            "desist_stage_duration_seconds{outcome=\"failed\",stage=\"ingest\"} 0.0");
  }

  @Test
  void aRunThatWaitsHasNothingPublished() throws IOException {
    world.run(environment, "--until", "store");

    assertThat(Files.readAllLines(file))
        .contains(
            "desist_attempt_outcome{outcome=\"paused\"} 1.0",
            "desist_published_versions 0.0",
            "desist_rows_read{resource=\"pnc_person\"} 69.0")
        .noneMatch(line -> line.startsWith("desist_last_success_timestamp_seconds"));

    world.run(environment);

    assertThat(Files.readAllLines(file))
        .contains(
            "desist_attempt_number 2.0",
            "desist_stage_duration_seconds{outcome=\"kept\",stage=\"store\"} 0.0",
            "desist_attempt_outcome{outcome=\"finished\"} 1.0");
  }

  @Test
  void theCollectorFindsAWholeFileThatItMayRead() throws IOException {
    world.run(environment, "--until", "ingest");

    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .endsWith("r--r--");
  }

  @Test
  void aFileThatCannotBeWrittenFailsNoRun() throws IOException {
    Path wall = Files.writeString(folder.resolve("wall"), "not a folder");

    Terminal terminal =
        world.run(
            Map.of("DESIST_METRICS_FILE", wall.resolve("desist.prom").toString()),
            "--until",
            "ingest");

    assertThat(terminal.exit()).isZero();
    assertThat(terminal.err())
        .contains("MetricsFile could not do its part (DesistException); the run goes on");
  }
}
