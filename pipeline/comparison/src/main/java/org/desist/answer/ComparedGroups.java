// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.answer;

import java.util.List;
import org.desist.comparison.Balance.BalanceThresholds;
import org.desist.comparison.Balance.CovariateBalance;
import org.desist.comparison.Balance.Verdict;
import org.desist.comparison.CaliperChoice.CaliperTrial;

/**
 * The two groups, and how alike they are.
 *
 * @param treated participants analysed
 * @param pool people who could be compared with
 * @param comparison people in the comparison group
 * @param effectiveComparison what they count for, given their weights
 * @param caliper on the scale of the distance
 * @param calipers those tried, the widest first, and which was taken; more than one where the
 *     request leaves the choice to the method
 * @param covariates names of what the score is made of
 * @param leftOut sentences on what of it was left out, and why
 * @param diagnostics each with its verdict; only when all have passed is the result open
 * @param balance one row per term, in the order of the covariates
 * @param scores how the scores lie
 * @param thresholds where the lights of the balance change
 */
public record ComparedGroups(
    int treated,
    int pool,
    int comparison,
    double effectiveComparison,
    double caliper,
    List<CaliperTrial> calipers,
    List<String> covariates,
    List<String> leftOut,
    List<Diagnostic> diagnostics,
    List<BalanceRow> balance,
    Scores scores,
    BalanceThresholds thresholds) {
  public ComparedGroups {
    calipers = List.copyOf(calipers);
    covariates = List.copyOf(covariates);
    leftOut = List.copyOf(leftOut);
    diagnostics = List.copyOf(diagnostics);
    balance = List.copyOf(balance);
  }

  /**
   * One diagnostic.
   *
   * @param name balance, common support, effective size
   * @param sentence what was found
   */
  public record Diagnostic(String name, Verdict verdict, String sentence) {}

  /**
   * Balance of one term.
   *
   * @param covariate name of the covariate, such as {@code ethnicity}
   * @param title in words, such as "ethnicity: Black"
   * @param figures means and differences, in the units of the term
   */
  public record BalanceRow(String covariate, String title, CovariateBalance figures) {}

  /**
   * Shares of people by score, in twenty equal bins of 0 to 1; each list adds up to 1.
   *
   * @param treated participants analysed
   * @param pool everybody who could be compared with
   * @param comparison the comparison group, weighted
   * @param lower lowest score that both groups reach
   * @param upper highest score that both groups reach
   * @param overlapBefore share that the histograms have in common, 0 to 1
   * @param overlapAfter the same after matching
   */
  public record Scores(
      List<Double> treated,
      List<Double> pool,
      List<Double> comparison,
      double lower,
      double upper,
      double overlapBefore,
      double overlapAfter) {}
}
