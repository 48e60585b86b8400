// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.time.LocalDate;
import org.desist.generate.Sentencing.Sentence;

/** How likely someone is to offend again, and how soon. The constants are set by hand. */
final class Propensity {
  /** The longest wait in days that still counts as within the year. */
  static final int YEAR = 365;

  private Propensity() {}

  /**
   * The probability of an offence within a year of a day, before any service has worked.
   *
   * @param sanctions so far, the one just given included
   * @param sentence the one just given, null out of court
   */
  static double withinYear(Person person, LocalDate day, int sanctions, Sentence sentence) {
    double score =
        -2.5
            + 0.95 * person.risk()
            + 0.46 * StrictMath.log(sanctions)
            + age(person.ageOn(day))
            + (person.isFemale() ? -0.45 : 0)
            + speciality(person.speciality())
            + sentence(sentence);
    return 1 / (1 + StrictMath.exp(-score));
  }

  /** The probability of an offence after the first year, for someone who had none in it. */
  static double later(Person person, LocalDate day, int sanctions) {
    double score =
        0.72
            + 0.6 * person.risk()
            + 0.22 * StrictMath.log(sanctions)
            + 0.6 * age(person.ageOn(day))
            + (person.isFemale() ? -0.3 : 0);
    return 1 / (1 + StrictMath.exp(-score));
  }

  /** Days to an offence within the year: more of them early. */
  static int daysWithinYear(Draws draws) {
    double hazard = 2.0;
    double share = draws.unit() * (1 - StrictMath.exp(-hazard));
    int days = 1 + (int) (-StrictMath.log(1 - share) / hazard * YEAR);
    return Math.min(YEAR, days);
  }

  /** Days to an offence after the first year. */
  static int daysLater(Draws draws) {
    return YEAR + 1 + (int) draws.exponential(600);
  }

  /** Days from an offence to its proof; one in thirty-five takes longer than half a year. */
  static int daysToProof(Draws draws) {
    double choice = draws.unit();
    if (choice < 0.16) {
      return draws.between(0, 2);
    }
    if (choice < 0.70) {
      return draws.between(3, 60);
    }
    return choice < 0.972 ? draws.between(61, 175) : draws.between(176, 540);
  }

  private static double age(int age) {
    if (age < 18) {
      return 1.15;
    }
    if (age < 21) {
      return 0.3;
    }
    if (age < 30) {
      return 0.05;
    }
    if (age < 40) {
      return -0.1;
    }
    return age < 50 ? -0.3 : -0.9;
  }

  private static double speciality(String speciality) {
    return switch (speciality) {
      case "acquisitive" -> 0.55;
      case "sexual" -> -1.1;
      case "motoring" -> -0.35;
      case "violent" -> -0.05;
      default -> 0;
    };
  }

  private static double sentence(Sentence sentence) {
    if (sentence == null) {
      return -0.15;
    }
    return switch (sentence.kind()) {
      case CUSTODY -> sentence.days() < 365 ? 1.15 : -0.35;
      case INDETERMINATE -> -1.8;
      case SUSPENDED -> -0.1;
      case COMMUNITY, YOUTH -> 0.05;
      case OTHER -> 0;
    };
  }
}
