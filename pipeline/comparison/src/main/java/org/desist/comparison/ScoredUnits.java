// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.Arrays;
import java.util.Locale;
import org.desist.comparison.MatchSettings.Caliper;
import org.desist.comparison.MatchSettings.CaliperScale;
import org.desist.comparison.MatchSettings.CommonSupport;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * Units with a score and a treatment, in the order of their keys: a tie between two units goes to
 * the one that comes first here.
 */
public final class ScoredUnits {
  private final double[] scores;
  private final boolean[] treated;
  private final int[] strata;

  private ScoredUnits(double[] scores, boolean[] treated, int[] strata) {
    this.scores = scores;
    this.treated = treated;
    this.strata = strata;
  }

  /**
   * Units of one stratum.
   *
   * @param scores 0 to 1
   * @param treated one per score
   * @throws DesistException BAD_ARGUMENT when sizes differ or a score is not from 0 to 1;
   *     NOT_ESTIMABLE when a group is empty
   */
  public static ScoredUnits of(double[] scores, boolean[] treated) {
    sameSize(scores.length, treated.length, "treatments");
    int count = 0;
    for (int unit = 0; unit < scores.length; unit++) {
      if (!(scores[unit] >= 0 && scores[unit] <= 1)) {
        throw new DesistException(
            ErrorCode.BAD_ARGUMENT,
            String.format(
                Locale.ROOT,
                "Cannot match unit %d: its score %s is not from 0 to 1. Correct it.",
                unit + 1,
                scores[unit]));
      }
      count += treated[unit] ? 1 : 0;
    }
    if (count == 0 || count == treated.length) {
      throw new DesistException(
          ErrorCode.NOT_ESTIMABLE,
          String.format(
              Locale.ROOT,
              "Cannot match: %d of %d units are treated. Give units of both groups.",
              count,
              treated.length));
    }
    return new ScoredUnits(scores.clone(), treated.clone(), new int[scores.length]);
  }

  /**
   * The same units, matched within strata only.
   *
   * @param codes the stratum of each unit: any numbers
   * @throws DesistException BAD_ARGUMENT when sizes differ
   */
  public ScoredUnits within(int[] codes) {
    sameSize(scores.length, codes.length, "strata");
    return new ScoredUnits(scores, treated, codes.clone());
  }

  private static void sameSize(int scores, int others, String what) {
    if (scores != others) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          String.format(
              Locale.ROOT,
              "Cannot match %d scores with %d %s. Give one per unit.",
              scores,
              others,
              what));
    }
  }

  int size() {
    return scores.length;
  }

  boolean isTreated(int unit) {
    return treated[unit];
  }

  double score(int unit) {
    return scores[unit];
  }

  int stratum(int unit) {
    return strata[unit];
  }

  /**
   * Where each unit lies on the scale that distances are measured on.
   *
   * @throws DesistException BAD_ARGUMENT for log odds of a score of 0 or 1
   */
  double[] positions(CaliperScale scale) {
    return switch (scale) {
      case SCORE, SCORE_DEVIATIONS -> scores.clone();
      case LOGIT_DEVIATIONS -> logits();
    };
  }

  private double[] logits() {
    double[] logits = new double[scores.length];
    for (int unit = 0; unit < logits.length; unit++) {
      logits[unit] = Math.log(scores[unit]) - Math.log1p(-scores[unit]);
      if (Double.isInfinite(logits[unit])) {
        throw new DesistException(
            ErrorCode.BAD_ARGUMENT,
            String.format(
                Locale.ROOT,
                "Cannot match unit %d on the log odds: its score is %s. Measure the caliper on the score.",
                unit + 1,
                scores[unit]));
      }
    }
    return logits;
  }

  /** The width of a caliper on that scale. */
  double width(Caliper caliper) {
    return switch (caliper.scale()) {
      case SCORE -> caliper.width();
      case SCORE_DEVIATIONS, LOGIT_DEVIATIONS ->
          caliper.width() * deviation(positions(caliper.scale()));
    };
  }

  /** Standard deviation with divisor n - 1. */
  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).sum() / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }

  /** Which units a rule of common support leaves out. */
  boolean[] discarded(CommonSupport support) {
    double[] least = {Double.MAX_VALUE, Double.MAX_VALUE};
    double[] most = {-1, -1};
    for (int unit = 0; unit < scores.length; unit++) {
      int group = treated[unit] ? 1 : 0;
      least[group] = Math.min(least[group], scores[unit]);
      most[group] = Math.max(most[group], scores[unit]);
    }
    boolean[] discarded = new boolean[scores.length];
    for (int unit = 0; unit < scores.length; unit++) {
      int other = treated[unit] ? 0 : 1;
      boolean applies = treated[unit] ? support.discardsTreated() : support.discardsComparison();
      discarded[unit] = applies && (scores[unit] < least[other] || scores[unit] > most[other]);
    }
    return discarded;
  }
}
