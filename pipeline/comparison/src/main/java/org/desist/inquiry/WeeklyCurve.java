// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.desist.answer.Answer.Curve;

/**
 * Share of each group who reoffended within so many weeks. A curve rises in steps of at least as
 * many people as may be counted: a smaller step would show when single people reoffended. The last
 * step reaches the rate of the year.
 */
final class WeeklyCurve {
  private static final int WEEKS = 52;
  private static final int DAYS = 7;

  private WeeklyCurve() {}

  /**
   * The curves.
   *
   * @param days to the first reoffence, by unit; NaN for none
   * @param smallest number of people of a step
   */
  static Curve of(Grouping grouping, double[] days, int smallest) {
    double[] weights = grouping.matching().weights();
    return new Curve(
        shares(grouping, days, weights, true, smallest),
        shares(grouping, days, weights, false, smallest));
  }

  private static List<Double> shares(
      Grouping grouping, double[] days, double[] weights, boolean treated, int smallest) {
    double[] risen = new double[WEEKS + 1];
    int[] people = new int[WEEKS + 1];
    double all = 0;
    for (int unit = 0; unit < days.length; unit++) {
      if (grouping.units().treated()[unit] == treated && weights[unit] > 0) {
        all += weights[unit];
        if (!Double.isNaN(days[unit])) {
          // The last day or two of the year belong to its last week.
          int week = (int) Math.min(WEEKS, Math.ceil(days[unit] / DAYS));
          risen[week] += weights[unit];
          people[week]++;
        }
      }
    }
    BitSet steps = steps(people, smallest);
    List<Double> shares = new ArrayList<>();
    double shown = 0;
    double sum = 0;
    for (int week = 0; week <= WEEKS; week++) {
      sum += risen[week];
      shown = steps.get(week) ? sum : shown;
      shares.add(shown / all);
    }
    return shares;
  }

  /** The weeks of the steps. Those left over join the last one: the rate would tell them else. */
  private static BitSet steps(int[] people, int smallest) {
    BitSet steps = new BitSet();
    int waiting = 0;
    for (int week = 0; week <= WEEKS; week++) {
      waiting += people[week];
      if (waiting >= smallest) {
        steps.set(week);
        waiting = 0;
      }
    }
    if (waiting > 0 && !steps.isEmpty()) {
      steps.clear(steps.length() - 1);
      steps.set(WEEKS);
    }
    return steps;
  }
}
