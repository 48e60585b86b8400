// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import java.nio.file.Path;
import org.desist.engine.DuckDbEngine;
import org.desist.engine.Engine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class FigureGuardsOnDuckDbTest extends FigureGuardsOn {
  @TempDir private static Path spill;
  private static Engine engine;

  @BeforeAll
  static void start() {
    engine = DuckDbEngine.start(1, 256, spill);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @Override
  Engine engine() {
    return engine;
  }
}
