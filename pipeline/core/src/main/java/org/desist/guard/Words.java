// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import java.util.Locale;

/** Words that more than one guard needs. */
final class Words {
  private Words() {}

  /** Why there is nothing to compare with. */
  static String tooFew(int versions, int needed) {
    return versions == 0
        ? "no comparable version has been published of an earlier snapshot"
        : String.format(
            Locale.ROOT,
            "%d comparable versions have been published, and it takes %d",
            versions,
            needed);
  }

  /** {@code national}, or {@code region A}. */
  static String area(Object type, Object code) {
    return type.equals("national") ? "national" : type + " " + code;
  }

  /** A share as a percentage with one decimal. */
  static String percent(double share) {
    return Numbers.text("%.1f%%", 100 * share);
  }
}
