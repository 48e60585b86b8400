// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.desist.generate.History.Assessment;
import org.desist.generate.History.Referral;
import org.desist.generate.History.Supervision;

/**
 * Assessed needs, and who is referred to which service. People with a need, and people of higher
 * recorded risk, are referred more often: comparing participants with everyone else misleads, and
 * comparing them with people whose records are alike does not.
 */
final class Services {
  private static final LocalDate ASSESSMENTS_BEGIN = LocalDate.of(2012, 1, 1);

  /** The middle of those under supervision: somewhat more than one in four. */
  private static final double USUAL_SCORE = -1.0;

  /** The needs in the order of the contract; health, which comes after them, apart. */
  static final List<String> NEEDS =
      List.of(
          "accommodation",
          "employment_training",
          "relationships",
          "lifestyle",
          "drugs",
          "alcohol",
          "thinking",
          "attitudes");

  private final List<Service> services;

  Services(List<Service> services) {
    this.services = services;
  }

  /**
   * The needs of someone at a time: more of them the higher the recorded risk.
   *
   * @param score log odds of a reoffence within a year, as OGRS3 has it
   */
  List<Integer> needs(Draws draws, Person person, double score) {
    List<Integer> needs = new ArrayList<>();
    for (String need : NEEDS) {
      double level = 0.45 * (score - USUAL_SCORE) + draws.normal();
      level += need.equals("drugs") && person.speciality().equals("drugs") ? 0.8 : 0;
      level += need.equals("drugs") && person.speciality().equals("acquisitive") ? 0.5 : 0;
      level += need.equals("alcohol") && person.speciality().equals("violent") ? 0.4 : 0;
      needs.add(draws.chance(0.02) ? null : level < 0.1 ? 0 : level < 1.0 ? 1 : 2);
    }
    return needs;
  }

  /** The need of health: later than the others in the contract, so drawn by itself. */
  static Integer health(Draws draws) {
    double level = draws.normal();
    return draws.chance(0.02) ? null : level < 0.3 ? 0 : level < 1.3 ? 1 : 2;
  }

  /** The assessment at the start of a case, or {@code null} when none is made. */
  Assessment assess(Draws draws, Supervision supervision, List<Integer> needs) {
    if (supervision.start().isBefore(ASSESSMENTS_BEGIN) || !draws.chance(0.62)) {
      return null;
    }
    return new Assessment(supervision.start().plusDays(draws.between(0, 45)), needs);
  }

  /** The one service that a case is referred to, or {@code null}. */
  Referral refer(
      Draws draws, Person person, Supervision supervision, List<Integer> needs, double score) {
    for (Service service : services) {
      boolean eligible =
          !supervision.start().isBefore(service.from())
              && (service.sex().isEmpty() || service.sex().equals(person.sex()));
      double chance = service.share() * readiness(service, needs) * risk(score);
      // Drawn for the ineligible too: a service added to the list moves nobody else's draws.
      if (draws.chance(chance) && eligible) {
        LocalDate start = supervision.start().plusDays(draws.between(1, 21));
        LocalDate end = start.plusDays(draws.between(20, 150));
        return new Referral(service, start, end, draws.chance(0.7));
      }
    }
    return null;
  }

  /** Officers and courts refer by the risk that they see: up to twice as many of the highest. */
  private static double risk(double score) {
    return 0.75 + 0.75 * Propensity.probability(score);
  }

  private static double readiness(Service service, List<Integer> needs) {
    if (service.need().isEmpty()) {
      return 1;
    }
    Integer need = needs.get(NEEDS.indexOf(service.need()));
    return need == null ? 0.8 : 0.5 + 0.75 * need;
  }

  /**
   * A programme or commissioned service, with the effect that it truly has.
   *
   * @param effect change of the probability of an offence within a year, in percentage points
   * @param sex for whom it is, empty for everyone
   * @param need the assessed need that makes a referral likelier, empty for none
   * @param share of the eligible cases that are referred, before needs are looked at
   */
  record Service(
      String name,
      String type,
      String supplier,
      double effect,
      String sex,
      String need,
      LocalDate from,
      double share) {

    /** Every service there is, in file order. */
    static List<Service> all() {
      return ResourceTable.own("service").stream()
          .map(
              row ->
                  new Service(
                      row.getField("service_name"),
                      row.getField("service_type"),
                      row.getField("supplier"),
                      Double.parseDouble(row.getField("effect_percentage_points")),
                      row.getField("sex"),
                      row.getField("need"),
                      LocalDate.parse(row.getField("from")),
                      Double.parseDouble(row.getField("share"))))
          .toList();
    }
  }
}
