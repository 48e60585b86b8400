// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.desist.jobs.Terminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MethodCommandTest {
  @TempDir Path folder;
  private Terminal terminal;

  @BeforeEach
  void open() {
    terminal = new Terminal(folder, Map.of());
  }

  private String file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("own.yaml"), yaml).toString();
  }

  @Test
  void aMethodIsReadAloudWithWhatItChangesAndWhatContradictsItself() throws IOException {
    String own = file("method: own\nscore: ogrs4g\nproof_months: 18\n");

    assertThat(terminal.type("method", "--say", own)).isZero();
    assertThat(terminal.out())
        .contains(
            "The method own",
            "What is counted",
            "  A reoffence is proven by a conviction or a caution.",
            "offender management go by OGRS4/G, the ministry's present score.",
            "    moj-2017 has score ogrs3",
            "  Proof counts for 18 months more than people are followed.",
            "    moj-2017 has proof_months 6",
            "What contradicts itself",
            "own.yaml line 3, proof_months = 18: proof_months, 18, come on top of follow_up_months, 12");
  }

  @Test
  void twoMethodsAreToldApartSettingBySetting() throws IOException {
    assertThat(terminal.type("method", "--diff", "moj-2017", "moj-2017-ogrs4g")).isZero();
    assertThat(terminal.out())
        .contains(
            "score\n  ogrs3, in moj-2017: What is expected of people",
            "  ogrs4g, in moj-2017-ogrs4g: What is expected of people",
            "Settings that differ: 2.");

    assertThat(terminal.type("method", "--diff", "moj-2017", "moj-2017")).isZero();
    assertThat(terminal.out()).contains("No setting differs.");

    String kept = file("retention: {run_days: 60}");
    assertThat(terminal.type("method", "--diff", "moj-2017", kept)).isZero();
    assertThat(terminal.out()).contains("retention.run_days", "No figure hangs on any of it");
  }

  @Test
  void whatContradictsItselfIsAFaultOfTheDefinition() throws IOException {
    assertThat(terminal.type("method", "--lint", "moj-2017-ogrs4g")).isZero();
    assertThat(terminal.out()).contains("No setting contradicts another.");

    String own = file("method: own\n\ndisclosure: {minimum_offenders: 5}\n");
    assertThat(terminal.type("method", "--lint", own)).isEqualTo(4);
    assertThat(terminal.err())
        .contains(
            "own.yaml line 3, disclosure.minimum_offenders = 5: minimum_offenders, 5, is less than smallest_count, 10");
  }

  @Test
  void aFileThatCannotBeUsedIsRefusedAsByARun() throws IOException {
    assertThat(terminal.type("method", "--say", file("score: ogrs5"))).isEqualTo(4);
    assertThat(terminal.err()).contains("it must be one of ogrs3 (the nearest), ogrs4g");
  }

  @Test
  void theCommandAloneIsAUsageError() {
    assertThat(terminal.type("method")).isEqualTo(2);
    assertThat(terminal.err()).contains("say --say FILE, --diff FILE FILE or --lint FILE");
  }
}
