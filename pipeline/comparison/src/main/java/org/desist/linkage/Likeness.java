// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * From which {@link JaroWinkler#similarity} on two names that differ are still much or somewhat
 * alike.
 *
 * @param high above {@code medium}, to 1
 * @param medium above 0
 */
public record Likeness(double high, double medium) {
  public Likeness {
    if (!(medium > 0 && medium < high && high <= 1)) {
      throw new DesistException(
          ErrorCode.BAD_METHOD,
          "Cannot grade names with limits "
              + high
              + " and "
              + medium
              + ": give a high limit of at most 1 and a medium one between 0 and it.");
    }
  }

  /** 0.92 and 0.80. */
  public static Likeness usual() {
    return new Likeness(0.92, 0.80);
  }

  /** 0 for much alike, 1 for somewhat, 2 for unlike. */
  int grade(String a, String b) {
    double similarity = JaroWinkler.similarity(a, b);
    if (similarity >= high) {
      return 0;
    }
    return similarity >= medium ? 1 : 2;
  }

  boolean high(String a, String b) {
    return grade(a, b) == 0;
  }
}
