// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.desist.generate.History.Release;

/** Services in the last weeks in prison, since they began in May 2015. */
final class Resettlement {
  private static final LocalDate BEGINS = LocalDate.of(2015, 5, 1);
  private static final String SUPPLIER = "Gatehouse Trust";

  private Resettlement() {}

  /** One service, from its start to the release. */
  record GateService(String type, String name, LocalDate start, LocalDate end, boolean completed) {
    Object[] cells(String id, String crn, LocalDate snapshot) {
      boolean ended = !end.isAfter(snapshot);
      return new Object[] {
        id, crn, type, name, SUPPLIER, start, ended ? end : null, ended ? completed : null
      };
    }
  }

  /** Those before a release from a sentence. */
  static List<GateService> before(Draws draws, Release release) {
    List<GateService> services = new ArrayList<>();
    add(services, draws, release, 0.4, "THROUGH_THE_GATE", "Resettlement plan");
    add(services, draws, release, 0.15, "ACCOMMODATION", "Housing before release");
    add(services, draws, release, 0.12, "EMPLOYMENT_TRAINING_EDUCATION", "Work before release");
    add(services, draws, release, 0.1, "OTHER", "Finance and debt before release");
    return services;
  }

  private static void add(
      List<GateService> services,
      Draws draws,
      Release release,
      double share,
      String type,
      String name) {
    LocalDate start = release.date().minusDays(draws.between(3, 84));
    boolean completed = draws.chance(0.8);
    boolean served = release.reception() == null || !start.isBefore(release.reception());
    if (draws.chance(share) && served && !start.isBefore(BEGINS)) {
      services.add(new GateService(type, name, start, release.date(), completed));
    }
  }
}
