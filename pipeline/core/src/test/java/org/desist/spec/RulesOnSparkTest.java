// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

class RulesOnSparkTest extends RulesOnEngine {
  RulesOnSparkTest() {
    super("spark");
  }
}
