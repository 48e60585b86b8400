// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.bench;

import java.util.ArrayList;
import java.util.List;
import org.desist.comparison.Covariate;

/**
 * People with a record, some of whom took part in a programme. Those with a high risk and a need
 * were sent to it, so that taking part and reoffending have common causes; all of these causes are
 * among the covariates. A need nobody assessed plays a part in reoffending, but none in who was
 * sent.
 */
public final class World {
  private static final String[] OFFENCES = {
    "Violence", "Theft", "Drugs", "Public order", "Motoring", "Fraud", "Weapons", "Other"
  };
  private static final double[] OFFENCE_SHARES = {0.24, 0.28, 0.14, 0.1, 0.1, 0.04, 0.04, 0.06};
  private static final double[] OFFENCE_RISKS = {-0.1, 0.6, -0.2, 0.2, -0.1, -0.5, 0, 0.1};
  private static final String[] ETHNICITIES = {"White", "Black", "Asian", "Other", null};
  private static final double[] ETHNICITY_SHARES = {0.8, 0.09, 0.06, 0.02, 0.03};
  private static final int REGIONS = 12;

  private final Kind kind;
  private final int size;
  private final double usual;
  private final double[] proven;
  private final double[] age;
  private final double[] ageSquared;
  private final double[] previousOffences;
  private final double[] previousSanctions;
  private final double[] copas;
  private final double[] risk;
  private final double[] alcohol;
  private final List<String> sex = new ArrayList<>();
  private final List<String> ethnicity = new ArrayList<>();
  private final List<String> offence = new ArrayList<>();
  private final List<String> quarter = new ArrayList<>();
  private final List<String> region = new ArrayList<>();
  private final List<String> accommodation = new ArrayList<>();
  private final boolean[] treated;
  private final double[] untreatedProbability;

  private World(Kind kind, int size, double share) {
    this.kind = kind;
    this.size = size;
    proven = new double[size];
    usual = Math.log(share / (1 - share));
    age = new double[size];
    ageSquared = new double[size];
    previousOffences = new double[size];
    previousSanctions = new double[size];
    copas = new double[size];
    risk = new double[size];
    alcohol = new double[size];
    treated = new boolean[size];
    untreatedProbability = new double[size];
  }

  /** What is peculiar to a world, with its usual size and share of people who take part. */
  public enum Kind {
    /** One in five, the likelier the longer the record and the higher the need. */
    USUAL(5000, 0.2),
    /** One in twenty. */
    THIN(21_000, 0.05),
    /** Recorded risk decides nearly alone who is sent. */
    RISK(5000, 0.2),
    /** The programme grew, and the later the quarter the fewer offences are proven as yet. */
    LATE(5000, 0.2),
    /** Some 60 to 140 take part. */
    SMALL(500, 0.2),
    /** All of one region. */
    REGION(1500, 0.2);

    private final int people;
    private final double share;

    Kind(int people, double share) {
      this.people = people;
      this.share = share;
    }

    /** People in it. */
    public int people() {
      return people;
    }

    /** Share of them who take part, roughly. */
    public double share() {
      return share;
    }
  }

  /**
   * Draws a world; the same seed gives the same one.
   *
   * @param size people
   * @param share of them who take part, roughly; above 0, below 1
   */
  static World of(Kind kind, int size, double share, Draw draw) {
    World world = new World(kind, size, share);
    for (int person = 0; person < size; person++) {
      world.draw(person, draw);
    }
    return world;
  }

  private void draw(int person, Draw draw) {
    double years = Math.min(57, draw.gamma(8));
    age[person] = Math.floor(18 + years);
    ageSquared[person] = age[person] * age[person];
    boolean isWoman = draw.hit(0.16);
    sex.add(isWoman ? "F" : "M");
    ethnicity.add(ETHNICITIES[draw.choice(ETHNICITY_SHARES)]);
    int group = draw.choice(OFFENCE_SHARES);
    offence.add(OFFENCES[group]);
    double career = Math.max(0, age[person] - 12 - draw.gamma(3));
    double pace = Math.exp(-1.2 + 0.9 * draw.normal() - (isWoman ? 0.4 : 0));
    previousSanctions[person] = draw.poisson(Math.min(60, pace * career));
    previousOffences[person] =
        previousSanctions[person] + draw.poisson(0.7 * previousSanctions[person]);
    copas[person] = Math.log((previousSanctions[person] + 1) / (10 + career));
    double history =
        1.25 * copas[person]
            - 0.03 * (age[person] - 33)
            + OFFENCE_RISKS[group]
            + (isWoman ? -0.3 : 0);
    risk[person] = 100 * logistic(history + 0.6);
    int season = draw.choice(0.25, 0.25, 0.25, 0.25);
    quarter.add("Q" + (1 + season));
    proven[person] = kind == Kind.LATE ? 1 - 0.05 * season : 1;
    int region12 = (int) (REGIONS * draw.share());
    int place = kind == Kind.REGION ? 3 : region12;
    region.add("R" + (char) ('A' + place));
    boolean isDrinker = draw.hit(0.3 + 0.1 * logistic(history));
    boolean isHomeless = draw.hit(0.12 + 0.2 * logistic(history));
    boolean isAssessed = draw.hit(0.75);
    double severity = isDrinker ? 1 + 9 * draw.share() : 0;
    alcohol[person] = isAssessed ? Math.round(severity) : Double.NaN;
    accommodation.add(isAssessed ? isHomeless ? "no home" : "housed" : null);
    double seenNeed = isAssessed ? 0.06 * severity + (isHomeless ? 0.4 : 0) : 0.2;
    double byRisk = (kind == Kind.RISK ? 1.2 : 0.4) * (history + 1.2);
    double byPlace = kind == Kind.REGION ? 0 : 0.5 * (place % 4 - 1.5);
    double bySeason = kind == Kind.LATE ? 0.5 * (season - 1.5) : 0;
    double sent = usual + 0.12 + byPlace + byRisk + seenNeed + bySeason;
    treated[person] = draw.hit(logistic(sent));
    double drawn = 0.45 + 0.8 * history + 0.05 * severity + (isHomeless ? 0.35 : 0);
    // Some of what differs between regions is theirs alone.
    untreatedProbability[person] = logistic(drawn + 0.1 * (place % 3 - 1));
  }

  private static double logistic(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  /** What the method has of each person, in its order. */
  List<Covariate> covariates() {
    return List.of(
        Covariate.number("age", age),
        Covariate.number("age_squared", ageSquared),
        Covariate.text("sex", sex),
        Covariate.text("ethnicity", ethnicity),
        Covariate.text("index_offence_group", offence),
        Covariate.number("previous_offences", previousOffences),
        Covariate.number("previous_sanctions", previousSanctions),
        Covariate.number("copas_rate", copas),
        Covariate.number("ogrs", risk),
        Covariate.text("quarter", quarter),
        Covariate.text("region", region),
        Covariate.number("alcohol", alcohol),
        Covariate.text("accommodation", accommodation));
  }

  boolean[] treated() {
    return treated.clone();
  }

  boolean treated(int person) {
    return treated[person];
  }

  /** The probability of reoffending, with what taking part adds to it. */
  double probability(int person, boolean isTreated, double effect) {
    double probability = untreatedProbability[person] + (isTreated ? effect : 0);
    return proven[person] * Math.max(0, Math.min(1, probability));
  }

  /**
   * Offences of the three years before, by year: the same causes drive them, and taking part does
   * not.
   */
  double[][] earlier(Draw draw) {
    double[][] earlier = new double[3][size];
    for (double[] year : earlier) {
      for (int person = 0; person < size; person++) {
        year[person] = draw.poisson(1.2 * untreatedProbability[person] * draw.gamma(0.5));
      }
    }
    return earlier;
  }

  /** Who reoffended: 0 or 1. */
  double[] outcomes(double effect, Draw draw) {
    double[] outcomes = new double[size];
    for (int person = 0; person < size; person++) {
      outcomes[person] = draw.hit(probability(person, treated[person], effect)) ? 1 : 0;
    }
    return outcomes;
  }
}
