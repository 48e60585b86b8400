// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.desist.answer.ComparedGroups;
import org.desist.comparison.Balance.BalanceLight;
import org.desist.comparison.Balance.CovariateBalance;
import org.desist.comparison.Balance.Verdict;
import org.desist.comparison.CaliperChoice.CaliperTrial;
import org.desist.text.FigureText;

/**
 * How alike the groups are, ready to be laid out.
 *
 * @param sizes of the groups, by name
 * @param checks the diagnostics
 * @param calipers those tried; empty where one was fixed
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
public record GroupLikeness(
    Map<String, String> sizes,
    List<Check> checks,
    List<CaliperRow> calipers,
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

  /** A caliper that was tried. */
  public record CaliperRow(String caliper, String finding, String tone) {}

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

  /** Of an answer, or of a request that is asked before one. */
  public static GroupLikeness of(ComparedGroups groups) {
    ComparedGroups.Scores scores = groups.scores();
    boolean hasScores = scores != null && !scores.treated().isEmpty();
    return new GroupLikeness(
        sizes(groups),
        groups.diagnostics().stream().map(GroupLikeness::check).toList(),
        groups.calipers().size() < 2
            ? List.of()
            : groups.calipers().stream().map(GroupLikeness::tried).toList(),
        limit(groups.thresholds().green()),
        limit(groups.thresholds().amber()),
        groups.balance().isEmpty() ? "" : GroupCharts.love(groups),
        groups.balance().stream().map(GroupLikeness::row).toList(),
        hasScores ? GroupCharts.overlapBefore(scores) : "",
        hasScores ? GroupCharts.overlapAfter(scores) : "",
        hasScores ? overlap(scores) : "",
        groups.covariates(),
        groups.leftOut());
  }

  private static String limit(double percent) {
    return FigureText.plain(BigDecimal.valueOf(percent));
  }

  private static Map<String, String> sizes(ComparedGroups groups) {
    Map<String, String> sizes = new LinkedHashMap<>();
    sizes.put("Participants analysed", FigureText.count(groups.treated()));
    sizes.put("People they could be compared with", FigureText.count(groups.pool()));
    sizes.put("People in the comparison group", FigureText.count(groups.comparison()));
    sizes.put("What these count for (effective size)", effective(groups));
    sizes.put("Caliper", FigureText.decimals(groups.caliper(), 3));
    return Collections.unmodifiableMap(sizes);
  }

  /** What the comparison group counts for. */
  static String effective(ComparedGroups groups) {
    return Double.isFinite(groups.effectiveComparison())
        ? FigureText.count(Math.round(groups.effectiveComparison()))
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

  private static CaliperRow tried(CaliperTrial trial) {
    boolean isPassed = trial.verdict() == Verdict.PASSED;
    String found =
        isPassed
            ? "every check passes"
            : FigureText.text("%d details are red or could not be evaluated", trial.faults());
    return new CaliperRow(
        trial.caliper().toString(),
        trial.isChosen() ? found + ": taken" : found,
        isPassed ? "green" : "red");
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
        FigureText.decimals(figures.treatedBefore(), 2),
        FigureText.decimals(figures.comparisonBefore(), 2),
        FigureText.decimals(figures.treatedAfter(), 2),
        FigureText.decimals(figures.comparisonAfter(), 2),
        signed(figures.before()),
        signed(figures.after()),
        FigureText.decimals(figures.varianceRatioAfter(), 2),
        words(figures.light()),
        figures.light() == BalanceLight.NOT_EVALUATED
            ? "none"
            : figures.light().name().toLowerCase(java.util.Locale.ROOT));
  }

  private static String signed(double difference) {
    return FigureText.trueMinus(FigureText.decimals(difference, 1));
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
            FigureText.decimals(scores.lower(), 2),
            FigureText.decimals(scores.upper(), 2),
            FigureText.percent(scores.overlapBefore()),
            FigureText.percent(scores.overlapAfter()));
  }
}
