// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.bench;

import java.util.List;
import org.desist.engine.SmallTable.Column;

/**
 * An area in which nothing changed between a baseline year and a later one: two draws of people
 * from one population. A person of higher risk is in more quarters of a year, and whoever comes
 * again has mostly reoffended before, so that memberships of one person are alike.
 *
 * @param baseline four quarters of the baseline
 * @param cohort four later quarters
 */
record UnchangedArea(Year baseline, Year cohort) {
  /** Those of an area as {@code sql/query/bench/limits.sql} reads it, after the kind. */
  static final List<Column> COLUMNS =
      List.of(
          new Column("kind", "string"),
          new Column("offenders", "bigint"),
          new Column("reoffenders", "bigint"),
          new Column("expected_rate", "double"),
          new Column("pairs", "bigint"),
          new Column("reoffenders_of_pairs", "bigint"),
          new Column("reoffending_pairs", "bigint"),
          new Column("baseline_offenders", "bigint"),
          new Column("baseline_reoffenders", "bigint"),
          new Column("baseline_expected_rate", "double"));

  // A quarter to a third reoffend, and risks differ as those of a score do.
  private static final double USUAL_LOG_ODDS = -1.05;
  private static final double LOG_ODDS_SPREAD = 1.1;
  private static final double SCORE_NOISE = 0.5;
  private static final int FURTHER_QUARTERS = 3;
  private static final double FURTHER_QUARTER = 0.15;
  private static final double REOFFENDED_BEFORE_NEXT = 0.9;

  /** Sizes of areas, and whether their people are the same in both years. */
  enum Kind {
    /** Of the size that contract areas of the demo have. */
    DEMO(30, 320, 0),
    /** Contract areas of the nation. */
    NATION(2_000, 15_000, 0),
    /** Later people of higher risk, which the score sees: the adjustment has work to do. */
    MIX(300, 3_000, 0.2);

    private final int fewest;
    private final int most;
    private final double moreLogOdds;

    Kind(int fewest, int most, double moreLogOdds) {
      this.fewest = fewest;
      this.most = most;
      this.moreLogOdds = moreLogOdds;
    }
  }

  /** What is counted of one year. */
  record Year(
      long offenders,
      long reoffenders,
      double expectedRate,
      long pairs,
      long reoffendersOfPairs,
      long reoffendingPairs) {
    private static Year draw(Draw draw, int people, double logOdds) {
      long offenders = 0;
      long reoffenders = 0;
      double expected = 0;
      long pairs = 0;
      long reoffendersOfPairs = 0;
      long reoffendingPairs = 0;
      for (int person = 0; person < people; person++) {
        double own = logOdds + LOG_ODDS_SPREAD * draw.normal();
        double risk = probability(own);
        int memberships = 1;
        for (int quarter = 0; quarter < FURTHER_QUARTERS; quarter++) {
          memberships += draw.hit(FURTHER_QUARTER * risk) ? 1 : 0;
        }
        int reoffending = draw.hit(risk) ? 1 : 0;
        for (int earlier = 1; earlier < memberships; earlier++) {
          reoffending += draw.hit(REOFFENDED_BEFORE_NEXT) ? 1 : 0;
        }
        offenders += memberships;
        reoffenders += reoffending;
        expected += memberships * probability(own + SCORE_NOISE * draw.normal());
        pairs += memberships * (memberships - 1) / 2;
        reoffendersOfPairs += (long) reoffending * (memberships - 1);
        reoffendingPairs += (long) reoffending * (reoffending - 1) / 2;
      }
      return new Year(
          offenders,
          reoffenders,
          expected / offenders,
          pairs,
          reoffendersOfPairs,
          reoffendingPairs);
    }

    private static double probability(double logOdds) {
      return 1 / (1 + Math.exp(-logOdds));
    }
  }

  static UnchangedArea draw(Draw draw, Kind kind) {
    double size = kind.fewest * Math.pow((double) kind.most / kind.fewest, draw.share());
    int people = (int) Math.round(size);
    return new UnchangedArea(
        Year.draw(draw, people, USUAL_LOG_ODDS),
        Year.draw(draw, people, USUAL_LOG_ODDS + kind.moreLogOdds));
  }

  List<Object> row(Kind kind) {
    return List.of(
        kind.name(),
        cohort.offenders,
        cohort.reoffenders,
        cohort.expectedRate,
        cohort.pairs,
        cohort.reoffendersOfPairs,
        cohort.reoffendingPairs,
        baseline.offenders,
        baseline.reoffenders,
        baseline.expectedRate);
  }
}
