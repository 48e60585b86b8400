// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.desist.generate.Sentencing.Sentence;
import org.desist.method.Method;
import org.desist.method.MethodFile;

/**
 * How likely someone is to offend again, and how soon. What a record shows works as OGRS3 has it,
 * so that expected and observed rates agree; an inclination that no record shows makes careers
 * differ beyond that. The levels are set so that generated rates are near published ones:
 * docs/generator.md has both.
 */
final class Propensity {
  /** The longest wait in days that still counts as within the year. */
  static final int YEAR = 365;

  private static final double INCLINATION = 0.5;

  private final Method.Ogrs3 ogrs3 = MethodFile.read(null).ogrs3();
  private final Map<String, Double> ages = new HashMap<>();
  private final Map<String, Double> offences = new HashMap<>();
  private final Map<String, Double> levels = new HashMap<>();

  private Propensity() {}

  /** With the weights of the score, and the level of each offence. */
  static Propensity load() {
    Propensity propensity = new Propensity();
    for (NamedCsvRecord row : ResourceTable.reference("ogrs3_age_sex")) {
      int last = Integer.parseInt(row.getField("age_to"));
      for (int age = Integer.parseInt(row.getField("age_from")); age <= last; age++) {
        propensity.ages.put(row.getField("sex") + age, Double.parseDouble(row.getField("weight")));
      }
    }
    Map<String, Double> groups = new HashMap<>();
    ResourceTable.own("offence_level")
        .forEach(
            row ->
                groups.put(
                    row.getField("offence_group"), Double.parseDouble(row.getField("log_odds"))));
    for (NamedCsvRecord row : ResourceTable.reference("offence")) {
      String weight = row.getField("ogrs3_weight");
      propensity.offences.put(
          row.getField("ho_code"), weight.isEmpty() ? 0 : Double.parseDouble(weight));
      propensity.levels.put(
          row.getField("ho_code"), groups.getOrDefault(row.getField("offence_group"), 0.0));
    }
    return propensity;
  }

  /**
   * What a record shows when a sanction has been given.
   *
   * @param sanctions so far, the one just given included
   * @param first day of the first
   * @param latest day of the one just given
   * @param lead code of its lead offence
   */
  record OffendingRecord(int sanctions, LocalDate first, LocalDate latest, String lead) {}

  /** The log odds that OGRS3 gives of a proven reoffence within a year of a day. */
  double score(Person person, LocalDate day, OffendingRecord known) {
    int career = 10 + person.ageOn(known.latest()) - person.ageOn(known.first());
    return ages.getOrDefault(person.sex() + person.ageOn(day), 0.0)
        + (known.sanctions() == 1 ? ogrs3.firstSanction() : ogrs3.repeatSanction())
        + ogrs3.copasFactor() * StrictMath.log((double) known.sanctions() / career)
        + offences.get(known.lead())
        + ogrs3.oneYearConstant();
  }

  /**
   * The probability of an offence within a year of a day, before any service has worked.
   *
   * @param sentence the one just given, null out of court
   */
  double withinYear(Person person, LocalDate day, OffendingRecord known, Sentence sentence) {
    return probability(
        score(person, day, known)
            + levels.get(known.lead())
            + group(person, day)
            + INCLINATION * person.risk()
            + sentence(sentence));
  }

  /** What published rates of juveniles and of women have beyond their scores. */
  private static double group(Person person, LocalDate day) {
    return (person.ageOn(day) < 18 ? 0.2 : 0) + (person.isFemale() ? -0.3 : 0);
  }

  static double probability(double logOdds) {
    return 1 / (1 + StrictMath.exp(-logOdds));
  }

  /** The probability of an offence after the first year, for someone who had none in it. */
  static double later(Person person, LocalDate day, int sanctions) {
    double score =
        0.4
            + 0.6 * person.risk()
            + 0.22 * StrictMath.log(sanctions)
            + 0.6 * age(person.ageOn(day))
            + (person.isFemale() ? -0.3 : 0);
    return probability(score);
  }

  /** Days to an offence within the year: more of them early. */
  static int daysWithinYear(Draws draws) {
    double hazard = 2.6;
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
