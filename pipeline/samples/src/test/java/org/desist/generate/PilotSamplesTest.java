// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.desist.ProjectFolder;
import org.desist.generate.ExtractSink.CsvBytes;
import org.junit.jupiter.api.Test;

/**
 * The samples of the pilots are what {@link DoncasterPilot} and {@link PeterboroughPilot} invent;
 * with {@code -Ddesist.render=true} they are written instead.
 */
class PilotSamplesTest {
  private static final Path PILOTS = ProjectFolder.file("data-samples", "pilots");

  @Test
  void theExtractsOfDoncasterComeOutOfTheirRecipe() throws IOException {
    Path snapshot = PILOTS.resolve("doncaster").resolve("snapshot-2015-12-31");
    for (Map.Entry<String, List<String[]>> table : DoncasterPilot.tables().entrySet()) {
      holds(snapshot.resolve(table.getKey() + ".csv.gz"), table.getValue());
    }
  }

  @Test
  void theUnitsOfPeterboroughComeOutOfTheirRecipe() throws IOException {
    holds(PILOTS.resolve("peterborough").resolve("units.csv.gz"), PeterboroughPilot.rows());
  }

  private static void holds(Path file, List<String[]> rows) throws IOException {
    byte[] text = CsvBytes.records(rows);
    if (Boolean.getBoolean("desist.render")) {
      Files.createDirectories(file.getParent());
      try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(file))) {
        stream.write(text);
      }
    }
    try (InputStream stream = new GZIPInputStream(Files.newInputStream(file))) {
      assertThat(stream.readAllBytes()).as(file.getFileName().toString()).isEqualTo(text);
    }
  }
}
