// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.time.LocalDate;
import java.util.List;
import org.desist.generate.History.Supervision;
import org.desist.generate.Probation.Providers;

/** Cases that move from a company to the National Probation Service, in most because risk rose. */
final class Transfers {
  private static final int SHORTEST = 90;
  private static final double SHARE = 0.05;
  private static final double RISK_ROSE = 0.8;

  private Transfers() {}

  /** The case as one part, or as two where it moves. */
  static List<Supervision> parts(Draws draws, Supervision supervision) {
    boolean moves = draws.chance(SHARE);
    long days = supervision.end().toEpochDay() - supervision.start().toEpochDay();
    LocalDate day = supervision.start().plusDays((long) (days * (0.2 + 0.6 * draws.unit())));
    boolean withCompany = supervision.provider().equals(supervision.place().company());
    boolean divided = !day.isBefore(Providers.COMPANIES) && day.isBefore(Providers.REGIONS);
    String national = Providers.national(supervision.place(), day);
    if (!moves || !withCompany || !divided || days < SHORTEST || supervision.risk() == null) {
      return List.of(supervision);
    }
    String risk = draws.chance(RISK_ROSE) ? "HIGH" : supervision.risk();
    LocalDate allocated = day.plusDays(draws.between(0, 6));
    return List.of(
        supervision.transferred(day), supervision.takenOver(day, national, allocated, risk));
  }
}
