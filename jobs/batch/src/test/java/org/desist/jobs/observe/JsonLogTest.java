// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.logging.log4j.core.LoggerContext;
import org.desist.jobs.Worlds;
import org.desist.jobs.observe.logs.LogLabels;
import org.desist.run.ProgressListener;
import org.desist.run.RunContext;
import org.desist.run.RunFolder;
import org.desist.run.RunSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLogTest {
  @TempDir Path folder;

  @Test
  void aLineOfALibrarySaysWhichRunAndStepItIsAbout() throws IOException {
    Path file = folder.resolve("log.jsonl");
    RunSettings settings =
        Worlds.settings(Worlds.extracts(folder.resolve("extracts"), ""), folder.resolve("out"));
    RunContext context =
        new RunContext(
            settings,
            "2019-06-30-0001",
            RunFolder.of(settings.out(), "2019-06-30-0001"),
            ProgressListener.silent());
    System.setProperty("desist.log.file", file.toString());
    LogLabels labels = new LogLabels();
    try (LoggerContext log =
        new LoggerContext("test", null, URI.create("classpath:log4j2-json.xml"))) {
      log.start();
      log.getLogger("org.example.Library").info("before the run");
      labels.attemptStarted(context, List.of());
      labels.stageStarted(context, "ingest");
      log.getLogger("org.example.Library")
          .warn("a \"line\" \u202e43\u009b2K", new IllegalStateException("in trouble"));
    } finally {
      System.clearProperty("desist.log.file");
      System.clearProperty("desist.log.run");
      System.clearProperty("desist.log.step");
    }

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(2);
    JsonNode before = new ObjectMapper().readTree(lines.get(0));
    assertThat(before.get("run").asText()).isEmpty();
    JsonNode line = new ObjectMapper().readTree(lines.get(1));
    assertThat(line.get("time").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    assertThat(line.get("run").asText()).isEqualTo("2019-06-30-0001");
    assertThat(line.get("step").asText()).isEqualTo("ingest");
    assertThat(line.get("level").asText()).isEqualTo("WARN");
    assertThat(line.get("logger").asText()).isEqualTo("org.example.Library");
    assertThat(line.get("message").asText()).isEqualTo("a \"line\" ?43?2K");
    assertThat(line.get("exception").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(line.get("trace").asText()).contains("in trouble");
  }
}
