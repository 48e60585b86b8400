// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * A proven reoffence of one member.
 *
 * @param severityRank of the offence's code
 * @param daysToReoffence from the index date to the offence
 * @param custodial whether its event's disposal is CUSTODY
 */
record Reoffence(
    String offenceId,
    String eventId,
    LocalDate offenceDate,
    LocalDate eventDate,
    String hoCode,
    String offenceGroup,
    int severityRank,
    int daysToReoffence,
    String courtMode,
    boolean custodial,
    boolean dateImputed) {

  static List<Reoffence> of(Entry entry, Settings settings) {
    LocalDate index = entry.date();
    LocalDate lastOffence = index.plusMonths(settings.followUpMonths());
    LocalDate lastProof = index.plusMonths(settings.proofMonths());
    return entry.career().sanctions().stream()
        .filter(sanction -> !sanction.equals(entry.index()))
        .filter(sanction -> !sanction.date().isAfter(lastProof))
        .flatMap(sanction -> reoffences(sanction, index))
        .filter(reoffence -> reoffence.offenceDate().isAfter(index))
        .filter(reoffence -> !reoffence.offenceDate().isAfter(lastOffence))
        .toList();
  }

  private static Stream<Reoffence> reoffences(Sanction sanction, LocalDate index) {
    return sanction.offences().stream()
        .map(
            counted ->
                new Reoffence(
                    counted.offence().offenceId(),
                    sanction.event().eventId(),
                    counted.date(),
                    sanction.date(),
                    counted.offence().hoCode(),
                    counted.code().group(),
                    counted.code().severityRank(),
                    (int) ChronoUnit.DAYS.between(index, counted.date()),
                    counted.code().courtMode(),
                    sanction.isCustodial(),
                    counted.dateImputed()));
  }
}
