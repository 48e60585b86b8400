// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.desist.linkage.LinkageSettings;
import org.desist.method.Method;
import org.desist.method.MethodFile;
import org.desist.participant.ParticipantLinker.LinkThresholds;
import org.desist.request.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkThresholdsTest {
  private static final Request.Thresholds UNSAID = new Request.Thresholds(null, null, null, null);

  @TempDir Path folder;

  private Method.Linking method(String yaml) {
    try {
      return MethodFile.read(Files.writeString(folder.resolve("method.yaml"), yaml)).linking();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theBuiltInMethodAsksForTwoBitsAndThreeOfMargin() {
    assertThat(LinkThresholds.of(MethodFile.read(null).linking(), UNSAID))
        .isEqualTo(LinkageSettings.usual());
  }

  @Test
  void aMethodFileSaysOtherwiseAndARequestHasTheLastWord() {
    Method.Linking method = method("linking: {threshold: 5, margin: 4}");
    assertThat(LinkThresholds.of(method, UNSAID)).isEqualTo(LinkageSettings.usual().at(5, 4));
    assertThat(
            LinkThresholds.of(
                method, new Request.Thresholds(null, null, new BigDecimal("7.5"), null)))
        .isEqualTo(LinkageSettings.usual().at(7.5, 4));
    assertThat(
            LinkThresholds.of(
                method, new Request.Thresholds(null, null, null, new BigDecimal("1"))))
        .isEqualTo(LinkageSettings.usual().at(5, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'linking: {margin: -1}' | line 1, linking.margin = -1: it must be at least 0 and at most 100",
        "'linking: {weight: 2}' | line 1, linking.weight = 2: there is no such key here",
      })
  void whatCannotBeIsRefused(String yaml, String message) {
    assertThatThrownBy(() -> method(yaml))
        .hasMessageStartingWith("Cannot use the method file")
        .hasMessageContaining(message);
  }
}
