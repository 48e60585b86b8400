// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.desist.engine.SparkEngine;
import org.desist.generate.Generator;
import org.desist.generate.Generator.GenerateListener;
import org.desist.generate.GeneratorSettings;
import org.desist.oracle.Histories;
import org.desist.oracle.World;
import org.desist.oracle.WorldFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Spark against DuckDB: every mart has the same columns, types, rows and content hash. That DuckDB
 * is right is shown by the other tests; a run on Spark costs half a minute whatever is in it, so
 * few runs carry much.
 */
@Tag("spark")
class SparkAgreementTest {
  /** Two shuffle partitions: more would only cost time on so few rows. */
  private static final int CORES = 1;

  private static SparkEngine spark;

  @BeforeAll
  static void start() {
    spark = SparkEngine.start("local[2]", CORES);
  }

  @AfterAll
  static void stop() {
    spark.close();
  }

  @Test
  void bothEnginesPublishTheSameMartsOfASnapshotInPartsWithFaults() throws IOException {
    try (PipelineWorld pipeline = new PipelineWorld()) {
      World crowd = Histories.crowd(7, 150);
      Path extracts = generated(crowd.snapshotDate(), pipeline.newFolder());
      Path written = pipeline.newFolder();
      WorldFiles.write(crowd, written);
      for (String resource : WorldFiles.RESOURCES) {
        Path parts = Files.createDirectory(extracts.resolve(resource));
        Files.move(extracts.resolve(resource + ".csv"), parts.resolve("part-1.csv"));
        Files.move(written.resolve(resource + ".csv"), parts.resolve("part-2.csv"));
      }
      Agreement.checkSame(
          pipeline.onDuckDb(extracts, crowd.snapshotDate(), Histories.settings()),
          pipeline.on(spark, extracts, crowd.snapshotDate(), Histories.settings()));
    }
  }

  /** The one that Spark runs lies, from extracts to version, where only Hadoop reaches. */
  @Test
  void bothEnginesPublishTheSameMartsOfFewPeopleWhereverTheyLie() {
    World world = Histories.crowd(1, 5);
    try (PipelineWorld pipeline = new PipelineWorld()) {
      Agreement.checkSame(
          pipeline.onDuckDb(world, Histories.settings()),
          pipeline.elsewhere(spark, world, Histories.settings()));
    }
  }

  /** Whole careers with every fault a row can have; without a control file, as parts are added. */
  private static Path generated(LocalDate snapshot, Path out) throws IOException {
    GeneratorSettings settings = GeneratorSettings.of(800, 78, out).on(snapshot);
    Generator.of(settings).generate(GenerateListener.silent());
    Files.delete(settings.snapshotFolder().resolve("control.csv"));
    return settings.snapshotFolder();
  }
}
