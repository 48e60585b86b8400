// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.desist.engine.Engine;
import org.desist.oracle.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Questions to the marts of a generated snapshot. */
abstract class GeneratedMarts {
  private static GeneratedPipeline world;

  @BeforeAll
  static void run() {
    world = GeneratedPipeline.of(2000, 4, Settings.between("2014-01-01", "2020-10-01"));
  }

  @AfterAll
  static void close() {
    world.close();
  }

  static Engine marts() {
    return world.marts();
  }

  /** Asks for the rows that break a rule. */
  static void none(String question) {
    assertThat(marts().rows(question + " limit 5")).isEmpty();
  }
}
