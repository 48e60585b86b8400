// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
  @TempDir Path folder;

  @Test
  void makesSixtyFourHexCharactersThatOnlyTheOwnerMayRead() throws IOException {
    Path file = folder.resolve("new/person.key");

    KeyFile.create(file);

    assertThat(Files.readString(file)).matches("[0-9a-f]{64}\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(KeyFile.read(file).keyOf("2003/0011985X")).hasSize(64);
  }

  @Test
  void makesAnotherKeyEachTime() throws IOException {
    KeyFile.create(folder.resolve("a"));
    KeyFile.create(folder.resolve("b"));

    assertThat(Files.readString(folder.resolve("a")))
        .isNotEqualTo(Files.readString(folder.resolve("b")));
  }

  @Test
  void neverOverwritesAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("person.key"), "precious");

    assertThatThrownBy(() -> KeyFile.create(file))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_ARGUMENT))
        .hasMessageContaining("never overwritten");
    assertThat(file).hasContent("precious");
  }

  @Test
  void saysHowToMakeAKeyWhenNoneIsNamed() {
    assertThatThrownBy(() -> KeyFile.read(null))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_KEY))
        .hasMessageContaining("desist keys new FILE");
  }

  @Test
  void saysHowToMakeAKeyWhenTheFileIsNotThere() {
    assertThatThrownBy(() -> KeyFile.read(folder.resolve("none.key")))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_KEY))
        .hasMessageContaining("none.key")
        .hasMessageContaining("desist keys new FILE");
  }

  @Test
  void refusesAKeyThatIsTooShortWithoutShowingIt() throws IOException {
    Path file = key("short.key", "abcdef0123\n");

    assertThatThrownBy(() -> KeyFile.read(file))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_KEY))
        .hasMessageContaining("holds 10 characters")
        .hasMessageNotContaining("abcdef0123");
  }

  @Test
  void refusesAKeyThatIsNotHex() throws IOException {
    Path file = key("odd.key", "z".repeat(64));

    assertThatThrownBy(() -> KeyFile.read(file))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_KEY))
        .hasMessageNotContaining("zzz");
  }

  @Test
  void readsUpperCaseHexAsTheSameKey() throws IOException {
    Path lower = key("lower", "ab".repeat(32));
    Path upper = key("upper", "AB".repeat(32) + "\r\n");

    assertThat(KeyFile.read(upper).keyOf("x")).isEqualTo(KeyFile.read(lower).keyOf("x"));
  }

  @ParameterizedTest
  @CsvSource({
    "rw-r--r--, 0644",
    "rw-r-----, 0640",
    "rw-----w-, 0602",
    "rw--w----, 0620",
    "r-----r--, 0404",
    "rwx--x--x, 0711"
  })
  void refusesAKeyThatOthersCanReadOrChangeAsSshDoes(String permissions, String mode)
      throws IOException {
    Path file = key("open.key", "ab".repeat(32));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

    assertThatThrownBy(() -> KeyFile.read(file))
        .isInstanceOfSatisfying(
            DesistException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.BAD_KEY);
              assertThat(e.code().type().exitCode()).isEqualTo(5);
            })
        .hasMessageContaining(file.toString())
        .hasMessageContaining("its mode is " + mode + ",")
        .hasMessageEndingWith("chmod 600 " + file.toRealPath())
        .hasMessageNotContaining("abab");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "r--------", "rwx------"})
  void takesAKeyThatIsItsOwnersAlone(String permissions) throws IOException {
    Path file = key("closed.key", "ab".repeat(32));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

    assertThat(KeyFile.read(file).keyOf("x")).hasSize(64);
  }

  @Test
  void judgesTheFileThatALinkLeadsTo() throws IOException {
    Path file = key("real.key", "ab".repeat(32));
    Path link = Files.createSymbolicLink(folder.resolve("link.key"), file);
    assertThat(KeyFile.read(link).keyOf("x")).hasSize(64);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> KeyFile.read(link))
        .hasMessageContaining("link.key, which is a link to " + file.toRealPath())
        .hasMessageEndingWith("chmod 600 " + file.toRealPath());
  }

  @Test
  void aNewKeyIsNeverPutThroughALink() throws IOException {
    Path elsewhere = folder.resolve("elsewhere");
    Path link = Files.createSymbolicLink(folder.resolve("new.key"), elsewhere);

    assertThatThrownBy(() -> KeyFile.create(link)).hasMessageContaining("it exists");
    assertThat(elsewhere).doesNotExist();
  }

  private Path key(String name, String content) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
