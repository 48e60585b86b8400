// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import org.desist.engine.Engine;
import org.desist.generate.Generator;
import org.desist.generate.Generator.GenerateListener;
import org.desist.generate.GeneratorSettings;
import org.desist.oracle.Settings;

/** A generated snapshot that the real stages have run on. */
record GeneratedPipeline(PipelineWorld pipeline, Engine marts) implements AutoCloseable {
  /** Generates and runs; the same seed gives the same world. */
  static GeneratedPipeline of(int persons, long seed, Settings settings) {
    PipelineWorld pipeline = new PipelineWorld();
    GeneratorSettings generated = GeneratorSettings.of(persons, seed, pipeline.newFolder());
    Generator.of(generated).generate(GenerateListener.silent());
    return new GeneratedPipeline(
        pipeline,
        pipeline.onDuckDb(generated.snapshotFolder(), generated.snapshotDate(), settings).open());
  }

  @Override
  public void close() {
    pipeline.close();
  }
}
