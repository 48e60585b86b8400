// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import org.desist.engine.SparkEngine;
import org.desist.generate.GenerateListener;
import org.desist.generate.Generator;
import org.desist.generate.GeneratorSettings;
import org.desist.oracle.Histories;
import org.desist.oracle.Settings;
import org.desist.oracle.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Spark against DuckDB: every mart has the same columns, types, rows and content hash. That DuckDB
 * is right is shown by the other tests.
 */
@Tag("spark")
class SparkAgreementTest {
  private static final int CORES = 2;
  private static SparkEngine spark;

  @BeforeAll
  static void start() {
    spark = SparkEngine.start("local[" + CORES + "]", CORES);
  }

  @AfterAll
  static void stop() {
    spark.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void bothEnginesPublishTheSameMartsOfACrowd(long seed) {
    World world = Histories.crowd(seed, 200);
    try (PipelineWorld pipeline = new PipelineWorld()) {
      Agreement.checkSame(
          pipeline.onDuckDb(world, Histories.settings()),
          pipeline.on(spark, world, Histories.settings()));
    }
  }

  @Test
  void bothEnginesPublishTheSameMartsOfASnapshotWithFaults() {
    try (PipelineWorld pipeline = new PipelineWorld()) {
      GeneratorSettings settings = GeneratorSettings.of(1000, 78, pipeline.newFolder());
      Generator.of(settings).generate(GenerateListener.silent());
      Settings cohorts = Settings.between("2016-01-01", "2017-10-01");
      Agreement.checkSame(
          pipeline.onDuckDb(settings.snapshotFolder(), settings.snapshotDate(), cohorts),
          pipeline.on(spark, settings.snapshotFolder(), settings.snapshotDate(), cohorts));
    }
  }

  @Test
  void twoRunsOnSparkPublishTheSame() {
    World world = Histories.crowd(13, 50);
    try (PipelineWorld pipeline = new PipelineWorld()) {
      Agreement.checkSame(
          pipeline.on(spark, world, Histories.settings()),
          pipeline.on(spark, world, Histories.settings()));
    }
  }
}
