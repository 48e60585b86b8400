// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.desist.contract.DataPackage;
import org.desist.generate.History.Supervision;
import org.desist.generate.Probation.Providers;

/** What orders and licences require, who delivers it and who pays for it. */
final class Requirements {
  /** As the contract lists them. */
  private static final String[] AREAS =
      DataPackage.extracts()
          .resource("requirement")
          .flatMap(requirement -> requirement.field("area_of_need"))
          .orElseThrow()
          .allowed()
          .toArray(String[]::new);

  private Requirements() {}

  /**
   * A kind of requirement.
   *
   * @param order the share of orders that have it
   * @param licence the share of licences that have it
   */
  private record Kind(String type, String unit, double order, double licence, int low, int high) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("UNPAID_WORK", "HOURS", 0.42, 0, 4, 20),
          new Kind("REHABILITATION_ACTIVITY", "DAYS", 0.5, 0.3, 1, 6),
          new Kind("ACCREDITED_PROGRAMME", "SESSIONS", 0.14, 0.1, 2, 5),
          new Kind("DRUG_TREATMENT", "DAYS", 0.05, 0, 9, 18),
          new Kind("ALCOHOL_TREATMENT", "DAYS", 0.06, 0, 9, 18),
          new Kind("MENTAL_HEALTH_TREATMENT", "DAYS", 0.02, 0, 9, 18));

  /** How a requirement is commissioned. */
  private record Commission(String supplier, String funding, String lot) {}

  /** A requirement as a snapshot knows it. */
  record Required(
      String type,
      String area,
      String unit,
      int ordered,
      int done,
      Integer training,
      Integer stoodDown,
      LocalDate start,
      LocalDate due,
      LocalDate end,
      Boolean completed,
      String supplier,
      String funding,
      String lot) {
    Object[] cells(String id, String caseId) {
      return new Object[] {
        id,
        caseId,
        type,
        area,
        unit,
        number(ordered),
        number(done),
        number(training),
        number(stoodDown),
        start,
        due,
        end,
        completed,
        supplier,
        funding,
        lot
      };
    }

    private static BigDecimal number(Integer value) {
      return value == null ? null : BigDecimal.valueOf(value);
    }
  }

  /** Those of a case, in their order; none before there were companies. */
  static List<Required> of(Draws draws, Supervision supervision, LocalDate snapshot) {
    List<Required> required = new ArrayList<>();
    boolean order = supervision.sentenceType().endsWith("ORDER");
    boolean licence = supervision.sentenceType().equals("LICENCE");
    for (Kind kind : KINDS) {
      double share = order ? kind.order() : licence ? kind.licence() : 0;
      if (draws.chance(share) && !supervision.start().isBefore(Providers.COMPANIES)) {
        required.add(one(draws, kind, supervision, snapshot));
      }
    }
    return required;
  }

  private static Required one(Draws draws, Kind kind, Supervision supervision, LocalDate snapshot) {
    LocalDate due = supervision.planned();
    long room = Math.max(1, due.toEpochDay() - supervision.start().toEpochDay());
    // A court orders no more days than there are.
    int ordered = (int) Math.min(10L * draws.between(kind.low(), kind.high()), room);
    LocalDate start = supervision.start().plusDays((long) (room * (0.03 + 0.4 * draws.unit())));
    boolean begins = draws.chance(0.93) && start.isBefore(supervision.end());
    boolean succeeds = draws.chance(0.86) && supervision.endReason().equals("COMPLETED") && begins;
    LocalDate finished = start.plusDays((long) (room * (0.15 + 0.55 * draws.unit())));
    LocalDate end = succeeds ? finished : supervision.end();
    boolean isOver = !end.isAfter(snapshot);
    boolean hasBegun = begins && !start.isAfter(snapshot);
    boolean hasEnded = hasBegun && isOver;
    double worked = succeeds ? 1 : 0.1 + 0.7 * draws.unit();
    int done = hasBegun ? (int) (ordered * (isOver ? worked : worked / 2)) : 0;
    boolean unpaid = kind.type().equals("UNPAID_WORK");
    double taught = draws.chance(0.4) ? 0.28 * draws.unit() : 0;
    int stoodDown = draws.chance(0.1) ? draws.any(7, 7, 14, 21) : 0;
    String area = area(draws, kind);
    Commission commission = commission(draws, kind, area, supervision, start);
    return new Required(
        kind.type(),
        area,
        kind.unit(),
        ordered,
        done,
        unpaid ? Integer.valueOf((int) (done * taught)) : null,
        unpaid ? Integer.valueOf(stoodDown) : null,
        hasBegun ? start : null,
        due,
        hasEnded ? end : null,
        hasEnded ? Boolean.valueOf(succeeds) : null,
        commission.supplier(),
        commission.funding(),
        commission.lot());
  }

  private static String area(Draws draws, Kind kind) {
    return switch (kind.type()) {
      case "REHABILITATION_ACTIVITY" -> draws.any(AREAS);
      case "ACCREDITED_PROGRAMME" -> "ATTITUDES_THINKING_BEHAVIOUR";
      default -> null;
    };
  }

  /**
   * Until 2021 companies deliver what they manage, and unpaid work and activities for the National
   * Probation Service too; from then on the service, its partner and the lots of a framework.
   */
  private static Commission commission(
      Draws draws, Kind kind, String area, Supervision supervision, LocalDate day) {
    double choice = draws.unit();
    boolean treatment = kind.type().endsWith("TREATMENT");
    if (treatment) {
      return choice < 0.5
          ? new Commission("Riverside Health", "NATIONAL_CONTRACT", null)
          : new Commission("Open Door Recovery", "POLICE_AND_CRIME_COMMISSIONER", null);
    }
    if (day.isBefore(Providers.REGIONS)) {
      boolean ownWork = kind.type().equals("ACCREDITED_PROGRAMME");
      String supplier = ownWork ? supervision.provider() : supervision.place().company();
      return new Commission(supplier, ownWork ? "PROBATION_SERVICE" : "NATIONAL_CONTRACT", null);
    }
    if (!kind.type().equals("REHABILITATION_ACTIVITY")) {
      return choice < 0.7
          ? new Commission(supervision.provider(), "PROBATION_SERVICE", null)
          : new Commission("Forward Partnership", "INNOVATION_PARTNER", null);
    }
    if (choice < 0.7) {
      return new Commission(
          draws.any("Bridgeway Trust", "Lantern Advice", "New Leaf Housing"),
          "DYNAMIC_FRAMEWORK",
          area.replace('_', ' ').toLowerCase(Locale.ROOT));
    }
    return choice < 0.85
        ? new Commission("Second Start", "REGIONAL_OUTCOME_FUND", null)
        : new Commission("Common Ground", "GRANT", null);
  }
}
