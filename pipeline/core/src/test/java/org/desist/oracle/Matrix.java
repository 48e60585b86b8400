// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * From what offence to what offence: reoffences of one group by members of another.
 *
 * @param offenders members of the index group, reoffending or not
 * @param reoffenders those of them with at least one such reoffence
 */
record Matrix(
    String cohortWindow,
    LocalDate cohortStart,
    LocalDate cohortEnd,
    String cohortStatus,
    Double shareObserved,
    String indexOffenceGroup,
    String reoffenceOffenceGroup,
    Integer offenders,
    Integer reoffenders,
    Integer reoffences,
    Double shareReoffended,
    String measure) {

  /** Only pairs that occur. */
  static List<Matrix> of(Window window, List<Member> members, World world, Settings settings) {
    List<Matrix> cells = new ArrayList<>();
    for (String from : groups(members.stream().map(m -> m.profile().indexOffenceGroup()))) {
      List<Member> starting =
          members.stream().filter(m -> m.profile().indexOffenceGroup().equals(from)).toList();
      for (String to : groups(starting.stream().flatMap(Matrix::reoffenceGroups))) {
        List<Member> moving =
            starting.stream().filter(m -> reoffenceGroups(m).anyMatch(to::equals)).toList();
        int reoffences =
            (int) moving.stream().flatMap(Matrix::reoffenceGroups).filter(to::equals).count();
        cells.add(
            new Matrix(
                window.kind().code(),
                window.start(),
                window.end(),
                Cells.status(window, members, world, settings),
                Rate.shareObserved(starting),
                from,
                to,
                starting.size(),
                moving.size(),
                reoffences,
                (double) moving.size() / starting.size(),
                Rate.MEASURE));
      }
    }
    return cells;
  }

  private static List<String> groups(Stream<String> groups) {
    return groups.distinct().sorted().toList();
  }

  private static Stream<String> reoffenceGroups(Member member) {
    return member.reoffences().stream().map(Reoffence::offenceGroup);
  }
}
