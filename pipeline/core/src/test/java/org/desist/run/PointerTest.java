// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever lies in the pointer's place, reading says what, and the next version takes its place.
 */
class PointerTest {
  @TempDir Path out;
  private Versions versions;
  private Path pointer;

  /** What someone may have put there. */
  enum Oddity {
    LONG("holds 100000 bytes and no run's name"),
    BINARY("holds what is no run's name"),
    FOLDER("is a folder and no file with the name of a run"),
    LINK("is a symbolic link and no file with the name of a run"),
    ELSEWHERE("holds what is no run's name"),
    OTHER_DIGITS("holds what is no run's name"),
    EMPTY("is empty"),
    GONE("names 2019-06-30-0009, whose version is gone"),
    HALF("names 2019-06-30-0002, whose version has lost its manifest.json");

    private final String problem;

    Oddity(String problem) {
      this.problem = problem;
    }
  }

  @BeforeEach
  void publish() throws IOException {
    versions = Versions.below(out);
    Folders.replace(versions.draft("2019-06-30-0001").resolve("manifest.json"), "{}");
    versions.finish("2019-06-30-0001");
    Files.createDirectories(versions.folder("2019-06-30-0002"));
    pointer = out.resolve("current");
  }

  @ParameterizedTest
  @EnumSource(Oddity.class)
  void anOddPointerShowsNothingAndSaysWhyUntilItIsSet(Oddity oddity) throws IOException {
    put(oddity);

    assertThat(versions.current()).isEmpty();
    assertThat(versions.pointer().problem()).isEqualTo(pointer + " " + oddity.problem);
    assertThatThrownBy(() -> versions.seen("query"))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOTHING_PUBLISHED))
        .hasMessageContaining("desist current 2019-06-30-0001 --out " + out);

    versions.point("2019-06-30-0001");

    assertThat(versions.current()).contains("2019-06-30-0001");
    assertThat(pointer).isRegularFile().hasContent("2019-06-30-0001");
    if (oddity == Oddity.FOLDER) {
      assertThat(out.resolve("current.moved-1").resolve("kept")).exists();
    }
  }

  private void put(Oddity oddity) throws IOException {
    switch (oddity) {
      case LONG -> Files.writeString(pointer, "x".repeat(100_000));
      case BINARY -> Files.write(pointer, new byte[] {(byte) 0xff, 0, (byte) 0xc3, 7});
      case FOLDER -> Files.createDirectories(pointer.resolve("kept"));
      case LINK -> Files.createSymbolicLink(pointer, versions.folder("2019-06-30-0001"));
      case ELSEWHERE -> Files.writeString(pointer, "../versions/2019-06-30-0001\n");
      case OTHER_DIGITS -> Files.writeString(pointer, "2019-06-30-\u0660\u0660\u0660\u0661\n");
      case EMPTY -> Files.writeString(pointer, "");
      case GONE -> Files.writeString(pointer, "2019-06-30-0009\n");
      case HALF -> Files.writeString(pointer, "2019-06-30-0002\n");
    }
  }

  @Test
  void aPointerIsNeverSetToAVersionThatIsNotComplete() {
    assertThatThrownBy(() -> versions.point("2019-06-30-0002"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(pointer).doesNotExist();
  }

  @Test
  void namesOfRunsAreTheSameInEveryLocale() {
    Locale before = Locale.getDefault(Locale.Category.FORMAT);
    try {
      Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(RunName.of(LocalDate.of(2019, 6, 30), 1)).isEqualTo("2019-06-30-0001");
      Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("th-TH-u-nu-thai"));
      assertThat(RunName.of(LocalDate.of(2019, 6, 30), 12)).isEqualTo("2019-06-30-0012");
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, before);
    }
    assertThatThrownBy(() -> RunName.of(LocalDate.of(12019, 6, 30), 1))
        .hasMessageContaining("Cannot name a run of the snapshot +12019-06-30");
    assertThat(RunName.isOne("a/../b")).isFalse();
    assertThat(RunName.isOne("a".repeat(101))).isFalse();
  }
}
