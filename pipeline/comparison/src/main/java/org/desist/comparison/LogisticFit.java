// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.desist.comparison.Term.TermWords;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/** What a logistic regression found, or why it found nothing. */
public final class LogisticFit {
  private final FitState state;
  private final List<Term> terms;
  private final double[] coefficients;
  private final double[] standardErrors;
  private final double logLikelihood;
  private final int iterations;
  private final List<Collinearity> collinear;
  private final Separation separation;

  LogisticFit(
      FitState state,
      List<Term> terms,
      double[] coefficients,
      double[] standardErrors,
      double logLikelihood,
      int iterations,
      List<Collinearity> collinear,
      Separation separation) {
    this.state = state;
    this.terms = List.copyOf(terms);
    this.coefficients = coefficients;
    this.standardErrors = standardErrors;
    this.logLikelihood = logLikelihood;
    this.iterations = iterations;
    this.collinear = List.copyOf(collinear);
    this.separation = separation;
  }

  /** How it ended; only CONVERGED has coefficients and scores. */
  public FitState state() {
    return state;
  }

  /** The terms estimated, the intercept first; those in {@link #collinear} are not among them. */
  public List<Term> terms() {
    return terms;
  }

  /** Log odds per unit of each term, in the order of {@link #terms}; empty unless converged. */
  public double[] coefficients() {
    return coefficients.clone();
  }

  /** Square roots of the diagonal of the inverse information; empty unless converged. */
  public double[] standardErrors() {
    return standardErrors.clone();
  }

  /** Log likelihood at the maximum, or at the last iteration. */
  public double logLikelihood() {
    return logLikelihood;
  }

  /** Newton steps taken. */
  public int iterations() {
    return iterations;
  }

  /** Terms left out because earlier ones determine them; the scores do not depend on which. */
  public List<Collinearity> collinear() {
    return collinear;
  }

  /**
   * Terms that tell treated from untreated, where the state is SEPARATED; those whose coefficients
   * still moved, where it is NOT_CONVERGED; else none.
   */
  public List<Term> separated() {
    return separation.terms();
  }

  /** Which units those terms tell apart, one per unit; empty unless the state is SEPARATED. */
  boolean[] apart() {
    return separation.apart();
  }

  /** The terms that make the log odds of some units what they are; none without coefficients. */
  List<Term> movers(DesignMatrix design, boolean[] units) {
    double[] direction = new double[design.terms().size()];
    for (int term = 0; term < coefficients.length; term++) {
      direction[design.terms().indexOf(terms.get(term))] = coefficients[term];
    }
    return Separation.named(design, direction, units);
  }

  /**
   * This fit, when it has scores.
   *
   * @throws DesistException NOT_ESTIMABLE naming the covariates, when it has none
   */
  public LogisticFit required() {
    return switch (state) {
      case CONVERGED -> this;
      case SEPARATED -> throw separated(separated());
      case NOT_CONVERGED ->
          throw new DesistException(
              ErrorCode.NOT_ESTIMABLE,
              String.format(
                  Locale.ROOT,
                  "Cannot estimate the score: no maximum of the likelihood after %d iterations%s. Use fewer covariates, or group rare levels.",
                  iterations,
                  separated().isEmpty() ? "" : ", still moving: " + TermWords.of(separated())));
    };
  }

  static DesistException separated(List<Term> terms) {
    List<String> names = TermWords.each(terms);
    return new DesistException(
        ErrorCode.NOT_ESTIMABLE,
        "Cannot estimate the score: %s %s treated from untreated units without a fault (separation). Leave out or group %s, or leave out the units that only one group has."
            .formatted(
                String.join(", ", names),
                names.size() == 1 ? "tells" : "tell",
                names.size() == 1 ? "it" : "them"));
  }

  /**
   * The log odds of each unit of a design.
   *
   * @throws DesistException NOT_ESTIMABLE when the fit has no coefficients
   */
  public double[] logOdds(DesignMatrix design) {
    required();
    int[] positions = terms.stream().mapToInt(design.terms()::indexOf).toArray();
    double[] result = new double[design.rows()];
    for (int unit = 0; unit < result.length; unit++) {
      for (int term = 0; term < positions.length; term++) {
        result[unit] += coefficients[term] * design.at(unit, positions[term]);
      }
    }
    return result;
  }

  /** The propensity score of each unit of a design: 1 / (1 + exp(-log odds)), 0 to 1. */
  public double[] scores(DesignMatrix design) {
    double[] result = logOdds(design);
    for (int unit = 0; unit < result.length; unit++) {
      result[unit] = 1 / (1 + Math.exp(-result[unit]));
    }
    return result;
  }

  /** How a regression ended. */
  public enum FitState {
    /** The maximum of the likelihood was found. */
    CONVERGED,
    /** A covariate, or several together, tell treated from untreated: there is no maximum. */
    SEPARATED,
    /** The largest number of iterations was not enough. */
    NOT_CONVERGED
  }

  /**
   * A term left out because earlier ones determine it.
   *
   * @param term the term left out
   * @param determinedBy the earlier terms it is a combination of, in their order
   */
  public record Collinearity(Term term, List<Term> determinedBy) {
    public Collinearity {
      determinedBy = List.copyOf(determinedBy);
    }

    /** Sentences without an end for messages, one for each covariate that lost terms. */
    public static List<String> words(List<Collinearity> all) {
      Map<String, List<Collinearity>> byColumn = new LinkedHashMap<>();
      all.forEach(
          one -> byColumn.computeIfAbsent(one.term.column(), c -> new ArrayList<>()).add(one));
      return byColumn.values().stream()
          .map(
              same ->
                  "%s (a combination of %s)"
                      .formatted(
                          TermWords.of(same.stream().map(Collinearity::term).toList()),
                          TermWords.of(
                              same.stream()
                                  .flatMap(one -> one.determinedBy.stream())
                                  .distinct()
                                  .toList())))
          .toList();
    }

    @Override
    public String toString() {
      return words(List.of(this)).get(0);
    }
  }
}
