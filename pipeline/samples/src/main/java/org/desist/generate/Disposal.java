// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.math.BigDecimal;

/** One disposal of an offence. Length, unit and fine are null where they do not apply. */
record Disposal(String code, Integer length, String unit, BigDecimal fine) {
  static Disposal of(String code) {
    return new Disposal(code, null, null, null);
  }

  static Disposal lasting(String code, int length, String unit) {
    return new Disposal(code, length, unit, null);
  }

  static Disposal fine(int pounds) {
    return new Disposal("1015", null, null, BigDecimal.valueOf(pounds * 100L, 2));
  }
}
