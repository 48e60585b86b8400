// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desist.jobs.SmallWorld;
import org.desist.jobs.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseCommandTest {
  @TempDir Path folder;

  @Test
  void anAttackSaysHowManyCountsFollow() throws IOException {
    SmallWorld world = SmallWorld.in(folder);
    Path out = world.publishFirst("out");

    Terminal text = attack(world, out);
    assertThat(text.exit()).as(text.err()).isZero();
    assertThat(text.out())
        .contains("Version " + SmallWorld.FIRST)
        .containsPattern("reoffending_rate +\\d+ +\\d+ +\\d+")
        .doesNotContain("contradict");

    Terminal json = attack(world, out, "--format", "json");
    JsonNode attack = new ObjectMapper().readTree(json.out()).get(0);
    assertThat(attack.get("version").asText()).isEqualTo(SmallWorld.FIRST);
    assertThat(attack.get("contradictions").asInt()).isZero();
    assertThat(attack.get("findings")).isNotEmpty();

    Terminal missing = attack(world, out, "2001-01-01-0001");
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.err())
        .contains("Cannot attack 2001-01-01-0001: the run has published no version");

    Terminal width = attack(world, out, "--width", "0");
    assertThat(width.exit()).isEqualTo(2);
    assertThat(width.err()).contains("Cannot use --width 0: give at least 1.");
  }

  private static Terminal attack(SmallWorld world, Path out, String... more) {
    List<String> command = new ArrayList<>(List.of("release", "attack", "--out", out.toString()));
    command.addAll(List.of(more));
    return world.type(command);
  }

  @Test
  void releaseAloneIsAUsageError() {
    Terminal terminal = new Terminal(folder, Map.of());
    assertThat(terminal.type("release")).isEqualTo(2);
    assertThat(terminal.err()).contains("say attack");
  }
}
