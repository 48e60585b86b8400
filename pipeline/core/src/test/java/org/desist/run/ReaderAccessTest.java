// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderAccessTest {
  @TempDir Path folder;

  /** Rights to read, as the mask lets others; a right to change what is published to nobody. */
  @ParameterizedTest
  @CsvSource({
    "0022, rw-r--r--, rwxr-xr-x",
    "022, rw-r--r--, rwxr-xr-x",
    "0027, rw-r-----, rwxr-x---",
    "0077, rw-------, rwx------",
    "0000, rw-r--r--, rwxr-xr-x",
    "0002, rw-r--r--, rwxr-xr-x",
    "0026, rw-r-----, rwxr-x--x"
  })
  void othersMayReadWhatTheMaskLetsThem(String mask, String file, String inner) throws IOException {
    Path published = Files.createFile(folder.resolve("mart"));
    Path marts = Files.createDirectory(folder.resolve("marts"));
    Files.setPosixFilePermissions(published, PosixFilePermissions.fromString("rw-------"));
    Files.setPosixFilePermissions(marts, PosixFilePermissions.fromString("rwx------"));

    ReaderAccess.open(published, ReaderAccess.mask(mask));
    ReaderAccess.open(marts, ReaderAccess.mask(mask));

    assertThat(mode(published)).isEqualTo(file);
    assertThat(mode(marts)).isEqualTo(inner);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "u=rwx", "99", "01000", "-22"})
  void aMaskThatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> ReaderAccess.mask(text))
        .hasMessageStartingWith("Cannot use DESIST_UMASK=" + text + ": it is no mask.");
  }

  @Test
  void aPrivateFolderIsItsOwnersAloneAlsoWhenItWasThere() throws IOException {
    Path open = Files.createDirectory(folder.resolve("runs"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

    Folders.createPrivate(open);
    Folders.createPrivate(folder.resolve("a/b"));

    assertThat(mode(open)).isEqualTo("rwx------");
    assertThat(mode(folder.resolve("a/b"))).isEqualTo("rwx------");
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
