// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A cohort window: its kind and its first day, always the first day of a calendar quarter. */
public record Window(Kind kind, LocalDate start) {
  /** The three kinds, each with its code in the marts and its length. */
  public enum Kind {
    QUARTER("quarter", 3),
    YEAR("year", 12),
    FOUR_QUARTERS("four_quarters", 12);

    private final String code;
    private final int months;

    Kind(String code, int months) {
      this.code = code;
      this.months = months;
    }

    public String code() {
      return code;
    }
  }

  /** All windows whose first day lies between two dates, both included. */
  static List<Window> within(Settings settings) {
    List<Window> windows = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      LocalDate start = LocalDate.of(settings.from().getYear(), 1, 1);
      for (; !start.isAfter(settings.to()); start = start.plusMonths(3)) {
        if (settings.kinds().contains(kind) && !start.isBefore(settings.from())) {
          windows.add(new Window(kind, start));
        }
      }
    }
    return List.copyOf(windows);
  }

  /** The last day. */
  LocalDate end() {
    return start.plusMonths(kind.months).minusDays(1);
  }

  boolean contains(LocalDate date) {
    return !date.isBefore(start) && !date.isAfter(end());
  }

  /** The windows in each of which a person is in once: itself, or the four quarters. */
  List<Window> parts() {
    if (kind != Kind.FOUR_QUARTERS) {
      return List.of(this);
    }
    return Stream.of(0, 3, 6, 9)
        .map(months -> new Window(Kind.QUARTER, start.plusMonths(months)))
        .toList();
  }

  /** {@code final}, {@code provisional} or {@code incomplete} on a snapshot date. */
  String status(LocalDate lastIndexDate, LocalDate snapshotDate, Settings settings) {
    if (!snapshotDate.isBefore(end().plusMonths(settings.proofMonths() + settings.lagMonths()))) {
      return "final";
    }
    if (!snapshotDate.isBefore(lastIndexDate.plusMonths(settings.followUpMonths()))) {
      return "provisional";
    }
    return "incomplete";
  }
}
