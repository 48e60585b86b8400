// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.nio.file.Path;
import org.desist.engine.Engine;
import org.desist.engine.EngineRoom;
import org.desist.engine.SparkEngine;
import org.desist.run.RunSettings;

/** Starts the engine of a run, when a stage first needs it. The stages close what they started. */
@FunctionalInterface
interface EngineFactory {
  /**
   * Starts an engine.
   *
   * @param spill folder for what does not fit in memory; it need not exist
   */
  Engine start(RunSettings settings, Path spill);

  /** The engine that the settings name. */
  static Engine named(RunSettings settings, Path spill) {
    RunSettings.EngineChoice engine = settings.engine();
    return switch (engine.kind()) {
      case spark -> SparkEngine.start(engine.master(), engine.threads());
      case duckdb -> EngineRoom.open(engine.threads(), engine.memoryMb(), spill);
    };
  }
}
