// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.engine;

import java.util.regex.Pattern;

/** What has to be known of a statement without running it. */
final class Sql {
  private static final Pattern FINAL_ORDER =
      Pattern.compile("\\border\\s+by\\b[^)]*$", Pattern.CASE_INSENSITIVE);

  private Sql() {}

  /** Whether the outermost select ends in an order. */
  static boolean isOrdered(String select) {
    return FINAL_ORDER.matcher(select).find();
  }
}
