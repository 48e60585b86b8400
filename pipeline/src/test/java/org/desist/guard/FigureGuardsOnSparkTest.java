// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import org.desist.engine.Engine;
import org.desist.engine.SparkEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("spark")
class FigureGuardsOnSparkTest extends FigureGuardsOn {
  private static SparkEngine engine;

  @BeforeAll
  static void start() {
    engine = SparkEngine.start("local[2]", 1);
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
