// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * The effect on the treated by weights and an outcome model at once (Robins, Rotnitzky and Zhao
 * 1994; Kang and Schafer 2007). Comparison units count by the odds of their score, e / (1 - e),
 * which makes them look like the treated; a linear model of the outcome, fitted to them by those
 * weights, says what each treated unit would have come to. The estimate is
 *
 * <pre>mean over treated of (y - m(x))  -  sum of odds (y - m(x)) / sum of odds</pre>
 *
 * and is right when either the score or the model is. Its error is that of its influence: each
 * unit's part, taken together by person.
 *
 * @param treatedUnits that count
 * @param treatedValue mean of the treated units
 * @param difference treated less comparison
 * @param standardError of the difference
 */
public record DoublyRobust(
    int treatedUnits, double treatedValue, double difference, double standardError) {
  /**
   * Estimates.
   *
   * @param values of the outcome, one per unit
   * @param included units that count, one flag per unit
   * @param scores one per unit, above 0 and below 1 where the unit counts
   * @param people number of the person of each unit
   * @param covariates of the outcome model
   */
  public static DoublyRobust of(
      double[] values,
      boolean[] treated,
      boolean[] included,
      double[] scores,
      long[] people,
      List<Covariate> covariates) {
    double[] odds = new double[values.length];
    double sum = 0;
    for (int unit = 0; unit < odds.length; unit++) {
      if (included[unit] && !treated[unit]) {
        odds[unit] = scores[unit] / (1 - scores[unit]);
        sum += odds[unit];
      }
    }
    double[] residuals = residuals(values, odds, DesignMatrix.of(covariates));
    int count = 0;
    double treatedSum = 0;
    double own = 0;
    double other = 0;
    for (int unit = 0; unit < odds.length; unit++) {
      if (included[unit] && treated[unit]) {
        count++;
        treatedSum += values[unit];
        own += residuals[unit];
      } else {
        other += odds[unit] * residuals[unit];
      }
    }
    own /= count;
    other /= sum;
    Map<Long, Double> influence = new HashMap<>();
    for (int unit = 0; unit < odds.length; unit++) {
      if (included[unit]) {
        double part =
            treated[unit]
                ? (residuals[unit] - own) / count
                : -odds[unit] * (residuals[unit] - other) / sum;
        influence.merge(people[unit], part, Double::sum);
      }
    }
    double variance = influence.values().stream().mapToDouble(part -> part * part).sorted().sum();
    return new DoublyRobust(count, treatedSum / count, own - other, Math.sqrt(variance));
  }

  /** 95%, of the difference. */
  public Interval interval() {
    return Interval.around(difference, Interval.Z * standardError);
  }

  /** Whether another estimate lies farther away than the two errors together explain, at 95%. */
  public boolean isFarFrom(double otherDifference, double otherError) {
    return Math.abs(difference - otherDifference)
        > Interval.Z * Math.hypot(standardError, otherError);
  }

  /**
   * What the outcome model leaves of every unit's value. Columns are set to mean 0 and variance 1,
   * and directions that the data do not determine are left out of the solution, as a singular value
   * decomposition does.
   */
  private static double[] residuals(double[] values, double[] odds, DesignMatrix design) {
    int terms = design.terms().size();
    double[] centre = new double[terms];
    double[] spread = new double[terms];
    double sum = 0;
    for (int unit = 0; unit < values.length; unit++) {
      sum += odds[unit];
      for (int term = 0; term < terms; term++) {
        centre[term] += odds[unit] * design.at(unit, term);
      }
    }
    for (int term = 0; term < terms; term++) {
      centre[term] /= sum;
    }
    for (int unit = 0; unit < values.length; unit++) {
      for (int term = 0; term < terms; term++) {
        double distance = design.at(unit, term) - centre[term];
        spread[term] += odds[unit] * distance * distance / sum;
      }
    }
    // The intercept does not vary: it stays 1.
    centre[0] = 0;
    for (int term = 0; term < terms; term++) {
      spread[term] = term == 0 || spread[term] == 0 ? 1 : Math.sqrt(spread[term]);
    }
    double[][] products = new double[terms][terms];
    double[] withValue = new double[terms];
    double[] row = new double[terms];
    for (int unit = 0; unit < values.length; unit++) {
      if (odds[unit] > 0) {
        fill(row, design, unit, centre, spread);
        for (int i = 0; i < terms; i++) {
          double weighted = odds[unit] * row[i] / sum;
          withValue[i] += weighted * values[unit];
          for (int j = 0; j <= i; j++) {
            products[i][j] += weighted * row[j];
          }
        }
      }
    }
    for (int i = 0; i < terms; i++) {
      for (int j = 0; j < i; j++) {
        products[j][i] = products[i][j];
      }
    }
    RealVector coefficients =
        new SingularValueDecomposition(new Array2DRowRealMatrix(products, false))
            .getSolver()
            .solve(new ArrayRealVector(withValue, false));
    double[] residuals = new double[values.length];
    for (int unit = 0; unit < values.length; unit++) {
      fill(row, design, unit, centre, spread);
      residuals[unit] = values[unit];
      for (int term = 0; term < terms; term++) {
        residuals[unit] -= coefficients.getEntry(term) * row[term];
      }
    }
    return residuals;
  }

  private static void fill(
      double[] row, DesignMatrix design, int unit, double[] centre, double[] spread) {
    for (int term = 0; term < row.length; term++) {
      row[term] = (design.at(unit, term) - centre[term]) / spread[term];
    }
  }
}
