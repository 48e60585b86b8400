// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.List;
import org.desist.linkage.FieldComparison.AgreementLevel;

/**
 * Shares of pairs by comparison and level: row k of an array belongs to comparison k, place l to
 * level l + 1; a row adds up to 1.
 */
final class LevelShares {
  private LevelShares() {}

  /** The shares that are expected of true pairs before anything is known. */
  static double[][] typical(List<FieldComparison> comparisons) {
    double[][] shares = new double[comparisons.size()][];
    for (int k = 0; k < shares.length; k++) {
      shares[k] =
          comparisons.get(k).levels().stream().mapToDouble(AgreementLevel::typical).toArray();
    }
    return shares;
  }

  /** Arrays of the same form, all 0. */
  static double[][] none(double[][] form) {
    double[][] none = new double[form.length][];
    for (int k = 0; k < form.length; k++) {
      none[k] = new double[form[k].length];
    }
    return none;
  }

  /** Counts made into shares, with typical shares added as if so many more had been counted. */
  static double[] steadied(double[] counts, double[] typical, double strength) {
    double[] shares = new double[counts.length];
    double all = 0;
    for (int l = 0; l < shares.length; l++) {
      shares[l] = counts[l] + strength * typical[l];
      all += shares[l];
    }
    for (int l = 0; l < shares.length; l++) {
      shares[l] /= all;
    }
    return shares;
  }

  /** The shares with the last one as is typical and the others in proportion. */
  static double[] held(double[] shares, double[] typical) {
    int last = shares.length - 1;
    double[] held = new double[shares.length];
    for (int l = 0; l < last; l++) {
      held[l] = shares[l] / (1 - shares[last]) * (1 - typical[last]);
    }
    held[last] = typical[last];
    return held;
  }

  /**
   * How often strangers agree, from how often all pairs do: the part of the true pairs among them
   * is taken out.
   *
   * @param all shares of all pairs
   * @param least a share that is never gone below
   * @param truePairs the share of true pairs among all pairs
   */
  static double[][] strangers(double[][] all, double least, double[][] matched, double truePairs) {
    double[][] shares = none(matched);
    for (int k = 0; k < shares.length; k++) {
      double sum = 0;
      for (int l = 0; l < shares[k].length; l++) {
        shares[k][l] = Math.max(least, all[k][l] - truePairs * matched[k][l]);
        sum += shares[k][l];
      }
      for (int l = 0; l < shares[k].length; l++) {
        shares[k][l] /= sum;
      }
    }
    return shares;
  }
}
