// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.desist.engine.Resources;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which method a name or a file stands for. */
class MethodFileTest {
  private static final Path OGRS4G = Path.of("moj-2017-ogrs4g");

  @TempDir private Path folder;

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("method.yaml"), yaml);
  }

  @Test
  void aShippedMethodIsNamedWithoutAPath() {
    assertThat(Resources.list("sql/method", ".yaml"))
        .containsExactlyInAnyOrderElementsOf(
            MethodFile.shipped().stream().map(name -> name + ".yaml").toList());
    assertThat(MethodFile.read(Path.of("moj-2017"))).isEqualTo(MethodFile.read(null));
    assertThat(MethodFile.read(OGRS4G).method()).isEqualTo("moj-2017-ogrs4g");
    assertThat(MethodFile.read(OGRS4G).score()).isEqualTo(Score.OGRS4G);
    assertThat(MethodFile.read(OGRS4G).comparison()).isEqualTo(MethodFile.read(null).comparison());
  }

  @Test
  void whatIsWrittenCanBeReadFromAnyFolder() {
    assertThat(MethodFile.named(OGRS4G)).isEqualTo(OGRS4G);
    assertThat(MethodFile.named(Path.of("./moj-2017-ogrs4g"))).isAbsolute();
    assertThat(MethodFile.named(Path.of("own.yaml"))).isAbsolute();
    assertThat(MethodFile.named(null)).isNull();
  }

  @Test
  void aNameThatIsNeitherShippedNorAFileIsRefusedWithThoseThatAre() {
    assertThatThrownBy(() -> MethodFile.read(Path.of("moj-2017-ogrs5")))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_METHOD))
        .hasMessageContaining("Cannot use the method file moj-2017-ogrs5: it cannot be read")
        .hasMessageContaining("they are moj-2017, moj-2017-ogrs4g");
  }

  @Test
  void aFileThatSaysNothingOfTheScoreMeansOgrs3AndKeepsItsFingerprint() throws IOException {
    assertThat(MethodFile.read(file("method: ours")).score()).isEqualTo(Score.OGRS3);
    assertThat(MethodFile.fingerprint(file("score: ogrs3")))
        .isEqualTo(MethodFile.fingerprint(null));
    assertThat(MethodFile.fingerprint(file("score: ogrs4g")))
        .isNotEqualTo(MethodFile.fingerprint(null));
    assertThat(MethodFile.fingerprint(OGRS4G)).isNotEqualTo(MethodFile.fingerprint(null));
  }

  @Test
  void anotherScoreIsRefused() throws IOException {
    Path file = file("score: ogrs4");

    assertThatThrownBy(() -> MethodFile.read(file))
        .hasMessageContaining("it must be one of ogrs3 (the nearest), ogrs4g");
  }
}
