// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Why a pair weighs what it weighs, in bits and without personal data: the start, one step a
 * comparison, the total.
 *
 * @param start the weight of a pair about which nothing is known
 * @param steps in the order of the comparisons
 * @param total the start and all steps
 */
public record Waterfall(double start, List<Step> steps, double total) {
  /**
   * What one comparison adds.
   *
   * @param comparison its name
   * @param level the grade of agreement, or {@code neutral}
   * @param matched the share of true pairs at this level (m); 1 when neutral
   * @param strangers the share of other pairs at this level (u); 1 when neutral
   * @param weight {@code log2(m / u)}
   * @param term what a rare name adds or a common one takes away; 0 where that does not count
   */
  public record Step(
      String comparison,
      String level,
      double matched,
      double strangers,
      double weight,
      double term) {
    static Step neutral(String comparison) {
      return new Step(comparison, "neutral", 1, 1, 0, 0);
    }
  }

  /** A table to read, one line a step, with the sum so far at the end of each. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    double sum = start;
    lines.add(String.format(Locale.ROOT, "%-48s %8s %8.2f", "any pair", "", sum));
    for (Step step : steps) {
      sum += step.weight() + step.term();
      String what = step.comparison() + ": " + step.level();
      lines.add(String.format(Locale.ROOT, "%-48s %+8.2f %8s", what, step.weight(), ""));
      if (step.term() != 0) {
        String name = step.comparison() + (step.term() > 0 ? ": rare name" : ": common name");
        lines.add(String.format(Locale.ROOT, "%-48s %+8.2f %8s", name, step.term(), ""));
      }
    }
    lines.add(String.format(Locale.ROOT, "%-48s %8s %8.2f", "this pair", "", sum));
    return lines;
  }
}
