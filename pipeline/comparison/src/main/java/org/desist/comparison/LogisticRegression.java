// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.desist.comparison.DesignMatrix.UnitBlocks;
import org.desist.comparison.LogisticFit.Collinearity;
import org.desist.comparison.LogisticFit.FitState;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * Logistic regression by maximum likelihood: iteratively reweighted least squares (Newton's method)
 * on scaled columns. The information is factorised by Cholesky; where that loses too many digits,
 * by QR of the weighted columns themselves. Columns that are combinations of earlier ones are left
 * out and named, as R's glm does; separation ends the fit and is named.
 */
public final class LogisticRegression {
  private static final int MOST_ITERATIONS = 50;
  private static final int MOST_HALVINGS = 10;

  /** The fit is done when no unit's log odds move by more than this. */
  private static final double STILL = 1e-8;

  /** Likelihood that changes by less than this share stands still. */
  private static final double FLAT = 1e-7;

  /** Log odds that still move by more than this while the likelihood is flat: separation. */
  private static final double RUNAWAY = 0.05;

  private static final Separation NONE = new Separation(List.of(), new boolean[0]);

  private final DesignMatrix design;
  private final boolean[] treated;
  private final Scaling scaling;
  private final List<Collinearity> collinear;

  private LogisticRegression(
      DesignMatrix design, boolean[] treated, Scaling scaling, List<Collinearity> collinear) {
    this.design = design;
    this.treated = treated;
    this.scaling = scaling;
    this.collinear = collinear;
  }

  /**
   * Fits treatment on a design.
   *
   * @param treated one per unit of the design
   * @return a fit in any state: separation and collinearity are results, not errors
   * @throws DesistException BAD_ARGUMENT when the sizes differ; NOT_ESTIMABLE when only one group
   *     has units
   */
  public static LogisticFit fit(DesignMatrix design, boolean[] treated) {
    check(design, treated);
    Scaling scaling = Scaling.of(design);
    double[] zeros = new double[design.terms().size()];
    Information start = Information.at(design, scaling, treated, zeros);
    if (Triangle.cholesky(start.products()).isPresent()) {
      return new LogisticRegression(design, treated, scaling, List.of()).run(start);
    }
    SortedMap<Integer, List<Integer>> dependent =
        WeightedColumns.triangle(design, scaling, zeros).dependent();
    if (dependent.isEmpty()) {
      return new LogisticRegression(design, treated, scaling, List.of()).run(start);
    }
    DesignMatrix kept = design.without(dependent.keySet());
    Scaling rescaled = Scaling.of(kept);
    return new LogisticRegression(kept, treated, rescaled, named(design, dependent))
        .run(Information.at(kept, rescaled, treated, new double[kept.terms().size()]));
  }

  private static void check(DesignMatrix design, boolean[] treated) {
    if (treated.length != design.rows()) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          String.format(
              Locale.ROOT,
              "Cannot fit %d units with %d treatments. Give one per unit.",
              design.rows(),
              treated.length));
    }
    int count = 0;
    for (boolean isTreated : treated) {
      count += isTreated ? 1 : 0;
    }
    if (count == 0 || count == treated.length) {
      throw new DesistException(
          ErrorCode.NOT_ESTIMABLE,
          String.format(
              Locale.ROOT,
              "Cannot estimate the score: %d of %d units are treated. Give units of both groups.",
              count,
              treated.length));
    }
  }

  private static List<Collinearity> named(
      DesignMatrix design, SortedMap<Integer, List<Integer>> dependent) {
    List<Term> terms = design.terms();
    return dependent.entrySet().stream()
        .map(
            (Map.Entry<Integer, List<Integer>> entry) ->
                new Collinearity(
                    terms.get(entry.getKey()), entry.getValue().stream().map(terms::get).toList()))
        .toList();
  }

  private LogisticFit run(Information start) {
    Optional<Separation> alone = Separation.alone(design, treated);
    double[] current = new double[design.terms().size()];
    Information information = start;
    if (alone.isPresent()) {
      return without(FitState.SEPARATED, information, 0, alone.get());
    }
    double[] change = current;
    double earlier = 0;
    for (int iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
      Triangle triangle = factor(information, current);
      change = triangle.solve(information.gradient());
      double reach = scaling.reach(design, change);
      if (!Double.isFinite(reach)) {
        return without(FitState.NOT_CONVERGED, information, iteration, NONE);
      }
      if (reach <= STILL) {
        return converged(plus(current, change, 1), triangle, information, iteration);
      }
      double before = information.logLikelihood();
      double share = 1;
      double[] next = plus(current, change, share);
      information = Information.at(design, scaling, treated, next);
      for (int i = 0; i < MOST_HALVINGS && information.logLikelihood() < before; i++) {
        share /= 2;
        next = plus(current, change, share);
        information = Information.at(design, scaling, treated, next);
      }
      current = next;
      double gain = Math.abs(information.logLikelihood() - before);
      boolean isFlat = gain <= FLAT * (Math.abs(before) + 0.1);
      // Short of a maximum each step is far shorter than the one before it.
      if (isFlat && reach > RUNAWAY && reach > earlier / 2) {
        Optional<Separation> together =
            Separation.together(
                design,
                treated,
                scaling.moves(design, change),
                RUNAWAY,
                scaling.coefficients(change));
        if (together.isPresent()) {
          return without(FitState.SEPARATED, information, iteration, together.get());
        }
      }
      earlier = reach;
    }
    return without(FitState.NOT_CONVERGED, information, MOST_ITERATIONS, unsteady(change));
  }

  /** What still moves when the iterations are over. */
  private Separation unsteady(double[] change) {
    boolean[] everybody = new boolean[design.rows()];
    Arrays.fill(everybody, true);
    return new Separation(
        Separation.named(design, scaling.coefficients(change), everybody), NONE.apart());
  }

  private Triangle factor(Information information, double[] current) {
    Optional<Triangle> cholesky = Triangle.cholesky(information.products());
    return cholesky.orElseGet(() -> WeightedColumns.triangle(design, scaling, current));
  }

  private static double[] plus(double[] current, double[] change, double share) {
    double[] next = new double[current.length];
    for (int term = 0; term < next.length; term++) {
      next[term] = current[term] + share * change[term];
    }
    return next;
  }

  private LogisticFit converged(
      double[] scaled, Triangle triangle, Information information, int iterations) {
    return new LogisticFit(
        FitState.CONVERGED,
        design.terms(),
        scaling.coefficients(scaled),
        scaling.standardErrors(triangle.inverse()),
        information.logLikelihood(),
        iterations,
        collinear,
        NONE);
  }

  private LogisticFit without(
      FitState state, Information information, int iterations, Separation separation) {
    return new LogisticFit(
        state,
        design.terms(),
        new double[0],
        new double[0],
        information.logLikelihood(),
        iterations,
        collinear,
        separation);
  }

  /** QR of the scaled columns, each row times the square root of its weight p (1 - p). */
  static final class WeightedColumns {
    private WeightedColumns() {}

    static Triangle triangle(DesignMatrix design, Scaling scaling, double[] coefficients) {
      return Triangle.stacked(
          UnitBlocks.map(
              design.rows(), (from, to) -> block(design, scaling, coefficients, from, to)));
    }

    private static Triangle block(
        DesignMatrix design, Scaling scaling, double[] coefficients, int from, int to) {
      int width = coefficients.length;
      double[][] columns = new double[width][to - from];
      double[] row = new double[width];
      for (int unit = from; unit < to; unit++) {
        scaling.row(design.values(), unit, row);
        double logOdds = 0;
        for (int term = 0; term < width; term++) {
          logOdds += row[term] * coefficients[term];
        }
        double small = Math.exp(-Math.abs(logOdds));
        double root = Math.sqrt(small) / (1 + small);
        for (int term = 0; term < width; term++) {
          columns[term][unit - from] = root * row[term];
        }
      }
      return Triangle.qr(columns);
    }
  }
}
