// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * What of the participants was known only after the index date, from which the year is counted
 * (immortal time): whoever reoffends first does not come so far.
 */
final class ImmortalTime {
  private final Units units;
  private final double[] weights;
  private final int smallest;

  private ImmortalTime(Grouping grouping, int smallest) {
    this.units = grouping.units();
    this.weights = grouping.matching().weights();
    this.smallest = smallest;
  }

  /**
   * What was found, in sentences; that nothing was found is one as well.
   *
   * @param smallest numbers of people from 1 to below it are not told
   */
  static List<String> of(Grouping grouping, int smallest) {
    ImmortalTime time = new ImmortalTime(grouping, smallest);
    return List.of(time.start(), time.end());
  }

  private String start() {
    int late = count(unit -> units.isStartedAfter()[unit]);
    return late == 0
        ? "Immortal time at the start: none found. No participant is known to have begun after the index date, from which the year is counted."
        : "Immortal time at the start: %s began after the index date, from which the year is counted. Nobody who was back in custody before could begin, so part of their year is free of it by selection, which favours the programme."
            .formatted(share(late, count(unit -> true), "of the participants"));
  }

  private String end() {
    int late = count(unit -> units.isEndedAfter()[unit]);
    return late == 0
        ? "Immortal time at the end: none found. No participant's completion or dose became known only after the index date."
        : "Immortal time at the end: completion and dose of %s became known only after the index date. Whoever reoffended before may not have completed, or stayed shorter, for that reason: results by completion and dose compare people by how their year went, and are no effects of the programme."
            .formatted(
                share(
                    late,
                    count(unit -> units.hasEnd()[unit]),
                    "of the participants with an end recorded"));
  }

  private int count(IntPredicate counted) {
    return units.people(unit -> units.treated()[unit] && weights[unit] > 0 && counted.test(unit));
  }

  private String share(int part, int all, String of) {
    if (part == all) {
      return "all " + of;
    }
    return part < smallest || all - part < smallest
        ? (2 * part < all ? "some " : "most ") + of
        : String.format(Locale.ROOT, "%.0f%% %s", 100.0 * part / all, of);
  }
}
