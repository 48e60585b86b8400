// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionManifestTest {
  @TempDir Path out;

  @Test
  void whatALaterReleaseWroteIsNotCalledDamaged() throws IOException {
    Path version = Files.createDirectories(out.resolve("versions/2019-06-30-0001"));
    Files.writeString(
        version.resolve("manifest.json"),
        "{\"runId\":\"2019-06-30-0001\",\"signature\":\"x\",\"marts\":[]}");

    assertThatThrownBy(() -> VersionManifest.read(version))
        .hasMessageContaining("'signature', which this release does not know")
        .hasMessageContaining("a later one published this version");
    try (VersionCheck check = new VersionCheck(out, out.resolve("spill"))) {
      assertThat(check.version("2019-06-30-0001").damages())
          .extracting(VersionCheck.Damage::problem)
          .containsExactly("a later release wrote it");
    }
  }
}
