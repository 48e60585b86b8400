// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.desist.error.DesistException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
  @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    write("pnc_person.csv", "a");
    write("pnc_event/part-0.csv", "b");
  }

  @Test
  void ofATextIsItsSha256() {
    assertThat(Fingerprint.ofText("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void isTheSameForACopyElsewhere() throws IOException {
    Path copy = folder.resolve("copy");
    Path original = folder.resolve("original");
    for (Path root : new Path[] {copy, original}) {
      Files.createDirectories(root.resolve("pnc_event"));
      Files.writeString(root.resolve("pnc_event/part-0.csv"), "b");
      Files.writeString(root.resolve("pnc_person.csv"), "a");
    }

    assertThat(Fingerprint.ofFolder(copy)).isEqualTo(Fingerprint.ofFolder(original));
  }

  @Test
  void changesWithOneByteOfContent() throws IOException {
    String before = Fingerprint.ofFolder(folder);
    write("pnc_event/part-0.csv", "c");

    assertThat(Fingerprint.ofFolder(folder)).isNotEqualTo(before);
  }

  @Test
  void changesWithAName() throws IOException {
    String before = Fingerprint.ofFolder(folder);
    Files.move(folder.resolve("pnc_person.csv"), folder.resolve("pnc_people.csv"));

    assertThat(Fingerprint.ofFolder(folder)).isNotEqualTo(before);
  }

  @Test
  void ignoresHiddenFiles() throws IOException {
    String before = Fingerprint.ofFolder(folder);
    write(".listing", "x");
    write(".cache/pnc_person.csv", "x");

    assertThat(Fingerprint.ofFolder(folder)).isEqualTo(before);
  }

  @Test
  void saysWhichFileCannotBeRead() {
    assertThatThrownBy(() -> Fingerprint.ofFile(folder.resolve("none.csv")))
        .isInstanceOf(DesistException.class)
        .hasMessageContaining("none.csv");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
