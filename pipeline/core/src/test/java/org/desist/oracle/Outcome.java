// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a member did next; days and court mode are null without a reoffence. */
record Outcome(
    int reoffences,
    boolean reoffended,
    Integer daysToFirstReoffence,
    String firstReoffenceCourtMode,
    int custodialReoffences) {

  private static final Comparator<Reoffence> FIRST =
      Comparator.comparing(Reoffence::offenceDate)
          .thenComparing(Reoffence::eventDate)
          .thenComparingInt(Reoffence::severityRank)
          .thenComparing(Reoffence::offenceId, Texts.BYTES);

  static Outcome of(List<Reoffence> reoffences) {
    Optional<Reoffence> first = reoffences.stream().min(FIRST);
    return new Outcome(
        reoffences.size(),
        first.isPresent(),
        first.map(Reoffence::daysToReoffence).orElse(null),
        first.map(Reoffence::courtMode).orElse(null),
        (int) reoffences.stream().filter(Reoffence::custodial).count());
  }
}
