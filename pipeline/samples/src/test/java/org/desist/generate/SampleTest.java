// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.desist.ProjectFolder;
import org.desist.generate.Generator.GenerateListener;
import org.desist.generate.Generator.GeneratedFiles;
import org.desist.storage.FileDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed sample is what its recipe gives. */
class SampleTest {
  private static final Path SAMPLE = ProjectFolder.file("data-samples", "generated-5000");

  @TempDir Path folder;

  @Test
  void theSampleOfFiveThousandComesOutOfItsRecipe() throws IOException {
    GeneratedFiles made =
        Generator.of(GeneratorSettings.of(5000, 2016, folder)).generate(GenerateListener.silent());
    Path snapshot = SAMPLE.resolve("snapshot-2021-12-31");
    for (String resource : Extract.all().keySet()) {
      assertThat(unpacked(snapshot.resolve(resource + ".csv.gz")))
          .as(resource)
          .isEqualTo(Files.readString(made.snapshot().resolve(resource + ".csv")));
    }
    Path truth = SAMPLE.resolve("truth-2021-12-31");
    assertThat(unpacked(truth.resolve("links.csv.gz")))
        .isEqualTo(Files.readString(made.truth().resolve("links.csv")));
    assertThat(truth.resolve("intervention_effect.csv"))
        .hasSameTextualContentAs(made.truth().resolve("intervention_effect.csv"));
  }

  @Test
  void theSamplesControlFileHoldsForTheFilesAsCommitted() throws IOException {
    Path snapshot = SAMPLE.resolve("snapshot-2021-12-31");
    assertThat(GeneratedWorld.read(snapshot.resolve("control.csv")))
        .hasSameSizeAs(Extract.all().keySet())
        .allSatisfy(
            row ->
                assertThat(row.getField("sha256"))
                    .isEqualTo(
                        FileDigest.of(snapshot.resolve(row.getField("resource") + ".csv.gz"))));
  }

  private static String unpacked(Path file) throws IOException {
    try (InputStream stream = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
