// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.desist.engine.Engine;
import org.desist.generate.Generator;
import org.desist.generate.Generator.GenerateListener;
import org.desist.generate.GeneratorSettings;
import org.desist.oracle.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Questions to the marts of a generated snapshot. */
abstract class GeneratedMarts {
  private static PipelineWorld pipeline;
  private static Engine marts;

  @BeforeAll
  static void run() {
    pipeline = new PipelineWorld();
    GeneratorSettings settings = GeneratorSettings.of(2000, 4, pipeline.newFolder());
    Generator.of(settings).generate(GenerateListener.silent());
    marts =
        pipeline
            .onDuckDb(
                settings.snapshotFolder(),
                settings.snapshotDate(),
                Settings.between("2014-01-01", "2020-10-01"))
            .open();
  }

  @AfterAll
  static void close() {
    pipeline.close();
  }

  static Engine marts() {
    return marts;
  }

  /** Asks for the rows that break a rule. */
  static void none(String question) {
    assertThat(marts.rows(question + " limit 5")).isEmpty();
  }
}
