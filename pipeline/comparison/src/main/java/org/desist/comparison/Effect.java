// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.desist.comparison.Moments.StudyGroup;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The difference between matched groups in one outcome: the mean of numbers, or the rate of an
 * outcome of 0 and 1. Tested by Welch's t with weighted variances: s^2 / effective size of each
 * group is the squared standard error of its mean, and Satterthwaite's degrees of freedom count
 * effective sizes.
 *
 * @param outcome name of the outcome
 * @param treatedUnits matched treated units with a value
 * @param comparisonUnits matched comparison units with a value
 * @param effectiveComparison (sum of weights)^2 / sum of squared weights of the comparison units
 * @param treatedValue mean of the treated units
 * @param comparisonValue weighted mean of the comparison units
 * @param treatedInterval 95%, of the treated value
 * @param comparisonInterval 95%, of the comparison value
 * @param standardError of the difference
 * @param degreesOfFreedom of the test; may be broken
 * @param interval 95%, of the difference
 * @param fallInterval 95%, of {@link #fallPercent} by Fieller's theorem with the degrees of the
 *     test: it leaves out 0 where the difference is significant; NaN limits where the comparison
 *     value is not above 0 by more than its own error
 * @param pValue two-sided; NaN, with standard error, degrees and limits, when the difference cannot
 *     be tested: below two effective units in a group, or no variance in either
 */
public record Effect(
    String outcome,
    int treatedUnits,
    int comparisonUnits,
    double effectiveComparison,
    double treatedValue,
    double comparisonValue,
    Interval treatedInterval,
    Interval comparisonInterval,
    double standardError,
    double degreesOfFreedom,
    Interval interval,
    Interval fallInterval,
    double pValue) {
  /** A p-value up to which a difference is significant. */
  public static final double SIGNIFICANCE = 0.05;

  private static final double LIMIT = 0.975;
  private static final double PERCENT = 100;
  private static final Interval NONE = new Interval(Double.NaN, Double.NaN);

  /**
   * Compares the groups.
   *
   * @param values one per unit; NaN where the unit has no such outcome, and then does not count
   * @param treated one per unit
   * @param weights of a matching, one per unit
   * @throws DesistException BAD_ARGUMENT when sizes differ
   */
  public static Effect of(String outcome, double[] values, boolean[] treated, double[] weights) {
    if (values.length != treated.length || weights.length != treated.length) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          String.format(
              Locale.ROOT,
              "Cannot compare %s: it has %d values, with %d treatments and %d weights. Give one of each per unit.",
              outcome,
              values.length,
              treated.length,
              weights.length));
    }
    return of(outcome, values, treated, weights, isRate(values));
  }

  private static Effect of(
      String outcome, double[] values, boolean[] treated, double[] weights, boolean isRate) {
    Moments own = Moments.of(unit -> values[unit], weights, treated, StudyGroup.TREATED);
    Moments other = Moments.of(unit -> values[unit], weights, treated, StudyGroup.COMPARISON);
    double ownError = own.variance() / own.effectiveSize();
    double otherError = other.variance() / other.effectiveSize();
    double error = Math.sqrt(ownError + otherError);
    boolean isTested = error > 0 && own.effectiveSize() > 1 && other.effectiveSize() > 1;
    double degrees = degrees(own, ownError, other, otherError);
    double difference = own.mean() - other.mean();
    return new Effect(
        outcome,
        own.units(),
        other.units(),
        other.effectiveSize(),
        own.mean(),
        other.mean(),
        isRate ? rate(own) : mean(own),
        isRate ? rate(other) : mean(other),
        isTested ? error : Double.NaN,
        isTested ? degrees : Double.NaN,
        isTested ? limits(difference, error, degrees) : NONE,
        isTested ? fall(own.mean(), ownError, other.mean(), otherError, degrees) : NONE,
        isTested ? pValue(difference / error, degrees) : Double.NaN);
  }

  /** Satterthwaite's, by shares where squares of very small errors would vanish. */
  private static double degrees(Moments own, double ownError, Moments other, double otherError) {
    double sum = ownError + otherError;
    double unit = sum * sum > Double.MIN_NORMAL ? 1 : sum;
    double first = ownError / unit;
    double second = otherError / unit;
    return (first + second)
        * (first + second)
        / (first * first / (own.effectiveSize() - 1)
            + second * second / (other.effectiveSize() - 1));
  }

  /**
   * Compares groups in which a person can stand with several units, which tell less than as many
   * people would: each person counts once, with the weighted mean of the own values and the sum of
   * the own weights.
   *
   * @param people number of the person of each unit; a person is in one group only
   * @throws DesistException BAD_ARGUMENT when sizes differ
   */
  public static Effect ofPeople(
      String outcome, double[] values, boolean[] treated, double[] weights, long[] people) {
    if (people.length != values.length) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          String.format(
              Locale.ROOT,
              "Cannot compare %s: it has %d values and %d people. Give one of each per unit.",
              outcome,
              values.length,
              people.length));
    }
    Map<Long, Integer> places = new HashMap<>();
    double[] sums = new double[values.length];
    double[] totals = new double[values.length];
    boolean[] groups = new boolean[values.length];
    for (int unit = 0; unit < values.length; unit++) {
      if (weights[unit] > 0 && !Double.isNaN(values[unit])) {
        int place = places.computeIfAbsent(people[unit], unused -> places.size());
        sums[place] += weights[unit] * values[unit];
        totals[place] += weights[unit];
        groups[place] = treated[unit];
      }
    }
    int size = places.size();
    double[] means = new double[size];
    for (int place = 0; place < size; place++) {
      means[place] = sums[place] / totals[place];
    }
    return of(
        outcome, means, Arrays.copyOf(groups, size), Arrays.copyOf(totals, size), isRate(values));
  }

  private static boolean isRate(double[] values) {
    for (double value : values) {
      if (!Double.isNaN(value) && value != 0 && value != 1) {
        return false;
      }
    }
    return true;
  }

  private static Interval rate(Moments group) {
    return group.units() == 0 ? NONE : Interval.wilson(group.mean(), group.effectiveSize());
  }

  private static Interval mean(Moments group) {
    return Interval.student(group.mean(), group.variance(), group.effectiveSize());
  }

  private static Interval limits(double difference, double error, double degrees) {
    return Interval.around(difference, quantile(degrees) * error);
  }

  private static double quantile(double degrees) {
    return new TDistribution(degrees).inverseCumulativeProbability(LIMIT);
  }

  /**
   * Fieller's limits of the ratio r of two independent means, those with (own - r other)^2 = q^2
   * (ownError + r^2 otherError), as percent fewer.
   */
  private static Interval fall(
      double own, double ownError, double other, double otherError, double degrees) {
    double squared = Math.pow(quantile(degrees), 2);
    double leading = other * other - squared * otherError;
    if (!(other > 0 && leading > 0)) {
      return NONE;
    }
    double product = own * other;
    double root = Math.sqrt(product * product - leading * (own * own - squared * ownError));
    return new Interval(
        PERCENT * (1 - (product + root) / leading), PERCENT * (1 - (product - root) / leading));
  }

  private static double pValue(double statistic, double degrees) {
    return 2 * new TDistribution(degrees).cumulativeProbability(-Math.abs(statistic));
  }

  /** Treated less comparison. */
  public double difference() {
    return treatedValue - comparisonValue;
  }

  /**
   * By how many percent of the comparison value the treated value is lower; below 0 where it is
   * higher, NaN where the comparison value is not above 0.
   */
  public double fallPercent() {
    return comparisonValue > 0 ? -PERCENT * difference() / comparisonValue : Double.NaN;
  }

  /**
   * Whether the p-value is 0.05 or below. The published service asks for 30 treated reoffenders
   * besides: that is for the caller, who knows what the outcome counts.
   */
  public boolean isSignificant() {
    return pValue <= SIGNIFICANCE;
  }
}
