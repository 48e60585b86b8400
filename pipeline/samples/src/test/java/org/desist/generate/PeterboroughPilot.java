// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.util.ArrayList;
import java.util.List;
import org.desist.generate.Draws.WeightedChoice;

/**
 * Men released after sentences under twelve months, from Peterborough and from other prisons, with
 * what a comparison needs of them. Those of Peterborough have more convictions, are older and were
 * more often sentenced for theft; the pilot takes a part of the reconvictions of such men away.
 */
final class PeterboroughPilot {
  /**
   * One whose chance takes little from the effect put in, and adds little: it varies by 5 points.
   */
  private static final long SEED = 2090;

  private static final int PETERBOROUGH = 940;
  private static final int ELSEWHERE = 14_000;
  private static final double LEFT_BY_THE_PILOT = 0.916;

  private record Offence(String name, double peterborough, double elsewhere, double effect) {}

  private static final List<Offence> OFFENCES =
      List.of(
          new Offence("theft", 42, 34, 0.35),
          new Offence("violence", 18, 22, -0.25),
          new Offence("drugs", 9, 10, -0.15),
          new Offence("motoring", 9, 12, -0.4),
          new Offence("other", 22, 22, 0));

  private static final WeightedChoice<Offence> THERE =
      WeightedChoice.of(OFFENCES, Offence::peterborough);
  private static final WeightedChoice<Offence> OTHERS =
      WeightedChoice.of(OFFENCES, Offence::elsewhere);

  private PeterboroughPilot() {}

  /** One row per man, the header first, in no order. */
  static List<String[]> rows() {
    List<String[]> rows = new ArrayList<>();
    rows.add(
        ("unit,released_from_peterborough,age,previous_convictions,first_time_in_prison,offence,"
                + "sentence_days,reconvictions")
            .split(","));
    for (int number = 1; number <= PETERBOROUGH + ELSEWHERE; number++) {
      // Every sixteenth or so: as many as there are, evenly through the file.
      boolean isTreated =
          (long) number * PETERBOROUGH / (PETERBOROUGH + ELSEWHERE)
              > (number - 1L) * PETERBOROUGH / (PETERBOROUGH + ELSEWHERE);
      rows.add(row(number, isTreated));
    }
    return rows;
  }

  private static String[] row(int number, boolean isTreated) {
    Draws draws = Draws.of(SEED, number, "peterborough".hashCode(), 0);
    int age = Math.min(70, 18 + (int) draws.exponential(isTreated ? 14 : 13));
    // More of a record with age, up to the middle of the thirties.
    double usual = (isTreated ? 6.5 : 5.5) + 0.45 * (Math.min(age, 35) - 18);
    int previous = (int) draws.exponential(usual);
    boolean isFirst = draws.chance(previous == 0 ? 0.9 : 1 / (1.0 + previous));
    Offence offence = (isTreated ? THERE : OTHERS).draw(draws);
    int days = 7 * draws.between(1, 51);
    double mean =
        1.04
            * StrictMath.exp(
                0.035 * Math.min(previous, 30)
                    - 0.012 * (age - 30)
                    - (isFirst ? 0.3 : 0)
                    + offence.effect())
            * (isTreated ? LEFT_BY_THE_PILOT : 1);
    // An inclination that no record shows makes some offend far more often than their like.
    int reconvictions = poisson(draws, mean * draws.exponential(1));
    return new String[] {
      "U" + number,
      isTreated ? "1" : "0",
      Integer.toString(age),
      Integer.toString(previous),
      isFirst ? "1" : "0",
      offence.name(),
      Integer.toString(days),
      Integer.toString(reconvictions)
    };
  }

  /** Arrivals at a mean rate in a time of 1. */
  private static int poisson(Draws draws, double mean) {
    int arrivals = 0;
    double time = draws.exponential(1);
    while (time < mean) {
      arrivals++;
      time += draws.exponential(1);
    }
    return arrivals;
  }
}
