// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.desist.answer.ComparedGroups;
import org.desist.answer.Figures;
import org.desist.comparison.Balance.BalanceLight;
import org.desist.comparison.Balance.CovariateBalance;
import org.desist.comparison.Balance.Verdict;

/**
 * How alike the groups are, ready to be laid out.
 *
 * @param sizes of the groups, by name
 * @param checks the diagnostics
 * @param green difference up to which a detail is green, percent
 * @param amber difference up to which it is amber
 * @param love plot, HTML
 * @param balance its table
 * @param before scores before matching, HTML; empty when there are none
 * @param after scores after matching, HTML; empty when there are none
 * @param overlap of the scores in words; empty when there are none
 * @param covariates what the score is made of
 * @param leftOut sentences
 */
public record Alike(
    Map<String, String> sizes,
    List<Check> checks,
    String green,
    String amber,
    String love,
    List<Row> balance,
    String before,
    String after,
    String overlap,
    List<String> covariates,
    List<String> leftOut) {

  /** A diagnostic: its verdict in words, and as a tone. */
  public record Check(String name, String verdict, String tone, String sentence) {}

  /** A term: means and standardised differences. */
  public record Row(
      String title,
      String treated,
      String poolBefore,
      String treatedAfter,
      String comparison,
      String before,
      String after,
      String varianceRatio,
      String light,
      String tone) {}

  static Alike of(ComparedGroups groups) {
    ComparedGroups.Scores scores = groups.scores();
    boolean hasScores = scores != null && !scores.treated().isEmpty();
    return new Alike(
        sizes(groups),
        groups.diagnostics().stream().map(Alike::check).toList(),
        limit(groups.thresholds().green()),
        limit(groups.thresholds().amber()),
        groups.balance().isEmpty() ? "" : GroupCharts.love(groups),
        groups.balance().stream().map(Alike::row).toList(),
        hasScores ? GroupCharts.overlapBefore(scores) : "",
        hasScores ? GroupCharts.overlapAfter(scores) : "",
        hasScores ? overlap(scores) : "",
        groups.covariates(),
        groups.leftOut());
  }

  private static String limit(double percent) {
    return BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString();
  }

  private static Map<String, String> sizes(ComparedGroups groups) {
    Map<String, String> sizes = new LinkedHashMap<>();
    sizes.put("Participants analysed", Figures.count(groups.treated()));
    sizes.put("People they could be compared with", Figures.count(groups.pool()));
    sizes.put("People in the comparison group", Figures.count(groups.comparison()));
    sizes.put("What these count for (effective size)", effective(groups));
    sizes.put("Caliper", Figures.decimals(groups.caliper(), 3));
    return Collections.unmodifiableMap(sizes);
  }

  /** What the comparison group counts for. */
  static String effective(ComparedGroups groups) {
    return Double.isFinite(groups.effectiveComparison())
        ? Figures.count(Math.round(groups.effectiveComparison()))
        : "not known";
  }

  private static Check check(ComparedGroups.Diagnostic diagnostic) {
    String verdict = words(diagnostic.verdict());
    return new Check(
        diagnostic.name(),
        verdict,
        switch (diagnostic.verdict()) {
          case PASSED -> "green";
          case FAILED -> "red";
          case NOT_EVALUATED -> "amber";
        },
        diagnostic.sentence());
  }

  /** A verdict in words. */
  static String words(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> "passed";
      case FAILED -> "failed";
      case NOT_EVALUATED -> "could not be evaluated";
    };
  }

  private static Row row(ComparedGroups.BalanceRow row) {
    CovariateBalance figures = row.figures();
    return new Row(
        row.title(),
        Figures.decimals(figures.treatedBefore(), 2),
        Figures.decimals(figures.comparisonBefore(), 2),
        Figures.decimals(figures.treatedAfter(), 2),
        Figures.decimals(figures.comparisonAfter(), 2),
        signed(figures.before()),
        signed(figures.after()),
        Figures.decimals(figures.varianceRatioAfter(), 2),
        words(figures.light()),
        figures.light() == BalanceLight.NOT_EVALUATED
            ? "none"
            : figures.light().name().toLowerCase(java.util.Locale.ROOT));
  }

  private static String signed(double difference) {
    return Figures.decimals(difference, 1).replace('-', '\u2212');
  }

  private static String words(BalanceLight light) {
    return switch (light) {
      case GREEN -> "green: alike";
      case AMBER -> "amber: nearly";
      case RED -> "red: not alike";
      case NOT_EVALUATED -> "could not be evaluated";
    };
  }

  private static String overlap(ComparedGroups.Scores scores) {
    return "Both groups reach scores from %s to %s. Before matching their histograms had %s in common, after it %s."
        .formatted(
            Figures.decimals(scores.lower(), 2),
            Figures.decimals(scores.upper(), 2),
            Figures.percent(scores.overlapBefore()),
            Figures.percent(scores.overlapAfter()));
  }
}
