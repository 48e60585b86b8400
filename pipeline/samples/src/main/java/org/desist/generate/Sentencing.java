// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.desist.generate.History.Disposal;

/** What courts do, in the disposal codes in use on the day. */
final class Sentencing {
  private static final LocalDate COMMUNITY_ORDERS = LocalDate.of(2005, 4, 4);
  private static final LocalDate RENAMED_ORDERS = LocalDate.of(2001, 4, 1);
  private static final LocalDate REFERRAL_ORDERS = LocalDate.of(2002, 4, 1);
  private static final LocalDate TRAINING_ORDERS = LocalDate.of(2000, 4, 1);
  private static final LocalDate YOUTH_REHABILITATION = LocalDate.of(2009, 11, 30);
  private static final LocalDate PUBLIC_PROTECTION_ENDS = LocalDate.of(2012, 12, 3);

  private static final double[] CUSTODY_BY_SERIOUSNESS = {0, 0.012, 0.035, 0.075, 0.27, 0.78};

  private Sentencing() {}

  /**
   * The sentence for the principal offence.
   *
   * @param previous earlier sanctions
   */
  static Sentence of(Draws draws, Person person, LocalDate day, int seriousness, int previous) {
    int age = person.ageOn(day);
    double record = 1 + 0.32 * Math.min(previous, 14);
    double custody = Math.min(0.88, CUSTODY_BY_SERIOUSNESS[seriousness] * record);
    if (age < 18) {
      custody *= 0.3;
    }
    if (person.isFemale()) {
      custody *= 0.6;
    }
    if (draws.chance(custody)) {
      return custody(draws, day, age, seriousness);
    }
    return age < 18 ? youth(draws, day, previous) : adult(draws, day, age, seriousness, previous);
  }

  private static Sentence custody(Draws draws, LocalDate day, int age, int seriousness) {
    if (seriousness == 5 && age >= 18 && draws.chance(0.08)) {
      String code = day.isBefore(PUBLIC_PROTECTION_ENDS) ? "1121" : "1002";
      return new Sentence(
          Sentence.Kind.INDETERMINATE, 0, List.of(new Disposal(code, null, "L", null)));
    }
    String code = custodyCode(day, age);
    boolean trainingOrder = code.equals("1081");
    if (trainingOrder || (seriousness == 3 && draws.chance(0.2))) {
      int months = trainingOrder ? draws.any(4, 6, 8, 10, 12, 18) : draws.any(10, 12, 14, 18);
      return custody(Disposal.lasting(code, months, "M"), months * 365 / 12);
    }
    if (seriousness <= 3 || (seriousness == 4 && draws.chance(0.2))) {
      int weeks = draws.any(1, 2, 2, 3, 4, 4, 6, 6, 8, 8, 10, 12, 12, 14, 16, 16, 18, 20, 24, 26);
      return custody(Disposal.lasting(code, weeks, "W"), weeks * 7);
    }
    if (seriousness == 4) {
      int months = draws.any(9, 10, 12, 12, 14, 15, 16, 18, 20, 24, 26, 28, 30, 32, 36, 42, 48);
      return custody(Disposal.lasting(code, months, "M"), months * 365 / 12);
    }
    int years = draws.any(2, 2, 3, 3, 4, 4, 5, 6, 7, 8, 10, 12);
    return custody(Disposal.lasting(code, years, "Y"), years * 365 + years / 4);
  }

  private static Sentence custody(Disposal disposal, int days) {
    return new Sentence(Sentence.Kind.CUSTODY, days, List.of(disposal));
  }

  private static String custodyCode(LocalDate day, int age) {
    if (age >= 21) {
      return "1002";
    }
    if (age >= 18) {
      return "1024";
    }
    return day.isBefore(TRAINING_ORDERS) ? "1007" : "1081";
  }

  private static Sentence youth(Draws draws, LocalDate day, int previous) {
    double choice = draws.unit();
    if (previous < 2 && !day.isBefore(REFERRAL_ORDERS) && choice < 0.62) {
      int months = draws.any(3, 4, 6, 6, 9, 12);
      return new Sentence(Sentence.Kind.YOUTH, 0, List.of(Disposal.lasting("1097", months, "M")));
    }
    if (choice < 0.62) {
      String code =
          day.isBefore(YOUTH_REHABILITATION)
              ? draws.any("1012", "1012", "1011", "1083", "1084")
              : draws.any("1141", "1141", "1141", "1141", "1142", "1083");
      return new Sentence(
          Sentence.Kind.YOUTH, 0, List.of(Disposal.lasting(code, draws.any(6, 9, 12), "M")));
    }
    return other(choice < 0.85 ? discharge(draws) : minor(draws));
  }

  private static Sentence adult(
      Draws draws, LocalDate day, int age, int seriousness, int previous) {
    double serious = 0.06 + 0.08 * seriousness + 0.012 * Math.min(previous, 12);
    double choice = draws.unit();
    if (!day.isBefore(COMMUNITY_ORDERS) && choice < serious * 0.35) {
      String code = age < 21 ? "1134" : draws.chance(0.05) ? "1089" : "1115";
      int weeks = draws.any(4, 8, 8, 12, 12, 16, 20, 24, 26, 40, 52);
      Disposal suspended = Disposal.lasting(code, weeks, "W");
      return new Sentence(
          Sentence.Kind.SUSPENDED, draws.any(12, 12, 18, 24) * 365 / 12, List.of(suspended));
    }
    if (choice < serious) {
      int months = draws.any(6, 9, 12, 12, 12, 18, 24);
      List<Disposal> disposals = new ArrayList<>();
      disposals.add(Disposal.lasting(communityCode(draws, day), months, "M"));
      if (draws.chance(0.1)) {
        disposals.add(Disposal.fine(draws.between(3, 20) * 10));
      }
      return new Sentence(Sentence.Kind.COMMUNITY, months * 365 / 12, disposals);
    }
    double rest = draws.unit();
    if (rest < 0.66 - 0.05 * seriousness) {
      return other(Disposal.fine(draws.between(4, 60) * 10));
    }
    return other(rest < 0.88 ? discharge(draws) : minor(draws));
  }

  private static String communityCode(Draws draws, LocalDate day) {
    if (!day.isBefore(COMMUNITY_ORDERS)) {
      return "1116";
    }
    return day.isBefore(RENAMED_ORDERS)
        ? draws.any("1013", "1013", "1010", "1095")
        : draws.any("1098", "1098", "1099", "1102", "1086");
  }

  private static Disposal discharge(Draws draws) {
    return draws.chance(0.05)
        ? Disposal.of("1017")
        : Disposal.lasting("1018", draws.any(6, 12, 12, 18, 24), "M");
  }

  private static Disposal minor(Draws draws) {
    return Disposal.of(
        draws.any(
            "1016", "1016", "1021", "1057", "1057", "1057", "1126", "1008", "1020", "1108",
            "1117"));
  }

  private static Sentence other(Disposal disposal) {
    return new Sentence(Sentence.Kind.OTHER, 0, List.of(disposal));
  }

  /**
   * What a court does with the principal offence of an event.
   *
   * @param days the length imposed, 0 where there is none
   * @param disposals at least one, the principal one first
   */
  record Sentence(Kind kind, int days, List<Disposal> disposals) {
    enum Kind {
      CUSTODY,
      INDETERMINATE,
      SUSPENDED,
      COMMUNITY,
      YOUTH,
      OTHER
    }

    boolean isCustody() {
      return kind == Kind.CUSTODY || kind == Kind.INDETERMINATE;
    }

    boolean isSupervised() {
      return kind == Kind.SUSPENDED || kind == Kind.COMMUNITY;
    }
  }
}
