// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.WindowKind;

/** Cohort windows as they are typed. */
final class Windows {
  private Windows() {}

  /** From {@code quarter}, {@code year}, {@code four_quarters}, {@code all}. */
  static Set<WindowKind> parse(List<String> labels) {
    EnumSet<WindowKind> windows = EnumSet.noneOf(WindowKind.class);
    for (String label : labels) {
      if (label.equals("all")) {
        return EnumSet.allOf(WindowKind.class);
      }
      windows.add(one(label));
    }
    return windows;
  }

  /** One window by its label. */
  static WindowKind one(String label) {
    try {
      return WindowKind.of(label);
    } catch (IllegalArgumentException e) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot use the cohort window %s: it is one of quarter, year, four_quarters, all."
              .formatted(label),
          e);
    }
  }
}
