// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * How strong a cause that nobody measured would have to be, with treatment and with outcome alike,
 * to explain a difference of two rates away: RR + sqrt(RR (RR - 1)), a risk ratio below 1 turned
 * round first (VanderWeele and Ding, Annals of Internal Medicine 167, 2017, 268-274).
 *
 * @param riskRatio rate of the treated by that of the comparison group
 * @param interval 95%, of the risk ratio: exp(ln RR +/- z sqrt((1 - p1) / (n1 p1) + (1 - p2) / (n2
 *     p2))) (Katz and others, Biometrics 34, 1978, 469-474)
 * @param value of the risk ratio; 1 and above, 1 when there is nothing to explain
 * @param limitValue of the limit of the interval that is nearer to 1; 1 when the interval has 1 in
 *     it
 */
public record EValue(double riskRatio, Interval interval, double value, double limitValue) {
  /**
   * Of two rates.
   *
   * @param treatedRate above 0, to 1
   * @param treatedSize people, or the effective size of a weighted group; above 0
   * @param comparisonRate above 0, to 1
   * @param comparisonSize the same of the comparison group
   * @throws DesistException NOT_ESTIMABLE when a rate is 0 or a group is empty: then there is no
   *     risk ratio, or no interval of it
   */
  public static EValue of(
      double treatedRate, double treatedSize, double comparisonRate, double comparisonSize) {
    if (!(treatedRate > 0 && comparisonRate > 0 && treatedSize > 0 && comparisonSize > 0)) {
      throw new DesistException(
          ErrorCode.NOT_ESTIMABLE,
          "Cannot form a risk ratio of rates %s and %s among %s and %s: all four must be above 0. Leave the E-value out."
              .formatted(treatedRate, comparisonRate, treatedSize, comparisonSize));
    }
    double ratio = treatedRate / comparisonRate;
    double half =
        Interval.Z
            * Math.sqrt(
                (1 - treatedRate) / (treatedSize * treatedRate)
                    + (1 - comparisonRate) / (comparisonSize * comparisonRate));
    Interval interval = new Interval(ratio * Math.exp(-half), ratio * Math.exp(half));
    return new EValue(ratio, interval, of(ratio), ofLimit(interval));
  }

  /** Of a risk ratio; above 0. */
  public static double of(double riskRatio) {
    double above = riskRatio < 1 ? 1 / riskRatio : riskRatio;
    return above + Math.sqrt(above * (above - 1));
  }

  /** Of the limit nearer to 1 of a risk ratio's interval; 1 when the interval has 1 in it. */
  public static double ofLimit(Interval riskRatio) {
    if (riskRatio.lower() > 1) {
      return of(riskRatio.lower());
    }
    return riskRatio.upper() < 1 ? of(riskRatio.upper()) : 1;
  }
}
