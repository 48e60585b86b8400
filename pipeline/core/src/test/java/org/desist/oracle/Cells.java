// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Members of one window by geography and breakdown. */
final class Cells {
  private static final Comparator<Rate.Cell> ORDER =
      Comparator.comparing(Rate.Cell::geographyType)
          .thenComparing(Rate.Cell::geographyCode, Texts.BYTES)
          .thenComparing(Rate.Cell::breakdown)
          .thenComparing(Rate.Cell::category);

  /** The breakdowns for which it is worked out how soon. */
  private static final List<String> TIMED = List.of("total", "index_category");

  private Cells() {}

  static List<Rate> rates(Window window, List<Member> members, World world, Settings settings) {
    List<Rate> rates = new ArrayList<>();
    if (!members.isEmpty()) {
      String status = status(window, members, world, settings);
      cells(members).forEach((cell, some) -> rates.add(Rate.of(window, status, cell, some)));
    }
    return rates;
  }

  /** The status of a window that has members. */
  static String status(Window window, List<Member> members, World world, Settings settings) {
    LocalDate last =
        members.stream()
            .map(member -> member.profile().indexDate())
            .max(LocalDate::compareTo)
            .orElseThrow();
    return window.status(last, world.snapshotDate(), settings);
  }

  static List<TimeToReoffence> times(
      Window window, List<Member> members, World world, Settings settings) {
    List<TimeToReoffence> times = new ArrayList<>();
    if (!members.isEmpty()) {
      String status = status(window, members, world, settings);
      cells(members)
          .forEach(
              (cell, some) -> {
                if (TIMED.contains(cell.breakdown())) {
                  times.addAll(TimeToReoffence.of(window, status, cell, some));
                }
              });
    }
    return times;
  }

  private static Map<Rate.Cell, List<Member>> cells(List<Member> members) {
    Map<Rate.Cell, List<Member>> cells = new TreeMap<>(ORDER);
    for (Member member : members) {
      for (Map.Entry<String, String> place : member.geographies().entrySet()) {
        for (Map.Entry<String, String> part : member.breakdowns().entrySet()) {
          cells
              .computeIfAbsent(
                  new Rate.Cell(place.getKey(), place.getValue(), part.getKey(), part.getValue()),
                  cell -> new ArrayList<>())
              .add(member);
        }
      }
    }
    return cells;
  }
}
