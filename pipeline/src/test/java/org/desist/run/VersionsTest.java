// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionsTest {
  @TempDir Path out;

  @Test
  void nothingIsCurrentAtFirst() {
    assertThat(Versions.below(out).current()).isEmpty();
    assertThat(Versions.below(out).names()).isEmpty();
  }

  @Test
  void aDraftIsNoVersionUntilItIsPublished() throws IOException {
    Versions versions = Versions.below(out);
    Files.writeString(versions.draft("r1").resolve("mart"), "rows");

    assertThat(versions.has("r1")).isFalse();
    assertThat(versions.names()).isEmpty();

    versions.publish("r1");

    assertThat(versions.current()).contains("r1");
    assertThat(versions.names()).containsExactly("r1");
    assertThat(versions.folder("r1").resolve("mart")).hasContent("rows");
  }

  @Test
  void publishingAgainAfterACrashBeforeThePointerOnlyMovesThePointer() throws IOException {
    Versions versions = Versions.below(out);
    Files.writeString(versions.draft("r1").resolve("mart"), "rows");
    versions.publish("r1");
    Files.delete(out.resolve("current"));

    versions.publish("r1");

    assertThat(versions.current()).contains("r1");
    assertThat(versions.folder("r1").resolve("mart")).hasContent("rows");
  }

  @Test
  void anOlderVersionStaysWhenANewOneIsPublished() throws IOException {
    Versions versions = Versions.below(out);
    Files.writeString(versions.draft("r1").resolve("mart"), "old");
    versions.publish("r1");
    Files.writeString(versions.draft("r2").resolve("mart"), "new");
    versions.publish("r2");

    assertThat(versions.current()).contains("r2");
    assertThat(versions.names()).containsExactly("r1", "r2");
    assertThat(versions.folder("r1").resolve("mart")).hasContent("old");
  }

  @Test
  void aDraftBeginsEmpty() throws IOException {
    Versions versions = Versions.below(out);
    Files.writeString(versions.draft("r1").resolve("half"), "written");

    assertThat(versions.draft("r1")).isEmptyDirectory();
  }
}
