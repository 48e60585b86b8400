// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

class RulesOnDuckDbTest extends RulesOnEngine {
  RulesOnDuckDbTest() {
    super("duckdb");
  }
}
