// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.desist.run.Fingerprint;
import org.desist.run.Versions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real stages meet a snapshot that cannot be used. */
class RefusedSnapshotTest {
  @TempDir Path folder;

  @Test
  void leavesWhatIsPublishedAsItIsByteForByte() throws Exception {
    SmallWorld world = SmallWorld.in(folder);
    Path out = world.publishFirst("out");
    Map<String, String> before = published(out);
    assertThat(before).containsKeys("current", "marts.duckdb").hasSizeGreaterThan(10);
    Path extracts = SmallWorld.copy(SmallWorld.extracts(), folder.resolve("extracts"));
    Files.delete(extracts.resolve("control.csv"));
    Path persons = extracts.resolve("pnc_person.csv");
    Files.writeString(persons, Files.readString(persons).replaceFirst("pnc_id", "pnc_number"));

    Terminal terminal = world.type(world.run(out, extracts, "2019-07-31"));

    assertThat(terminal.exit()).isEqualTo(3);
    assertThat(terminal.err()).contains("MISSING_COLUMN", "pnc_person.csv", "pnc_id");
    assertThat(published(out)).isEqualTo(before);
    assertThat(Versions.below(out).names()).containsExactly(SmallWorld.FIRST);
  }

  /** The hash of every file that readers read. */
  private static Map<String, String> published(Path out) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    for (String file : SmallWorld.files(out)) {
      if (file.startsWith("versions") || file.equals("current") || file.equals("marts.duckdb")) {
        hashes.put(file, Fingerprint.ofFile(out.resolve(file)));
      }
    }
    return hashes;
  }
}
