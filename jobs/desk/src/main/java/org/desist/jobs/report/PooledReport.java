// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.desist.answer.OutcomeResult.Kind;
import org.desist.answer.OutcomeWords;
import org.desist.answer.Synthesis;
import org.desist.comparison.Interval;
import org.desist.comparison.MetaAnalysis;
import org.desist.jobs.chart.ForestPlot;
import org.desist.text.FigureText;

/**
 * Several requests together, ready to be laid out.
 *
 * @param banner the verdict
 * @param sentences what they come to
 * @param chart the forest plot; empty with fewer than two studies
 * @param rows one per study
 * @param facts of the model, by name
 * @param leftOut requests without a result
 */
public record PooledReport(
    AnswerBanner banner,
    List<String> sentences,
    String chart,
    List<Row> rows,
    Map<String, String> facts,
    List<Synthesis.LeftOut> leftOut) {

  /** A study. */
  public record Row(
      String request,
      String organisation,
      String programme,
      String people,
      String treated,
      String comparison,
      String difference,
      String weight,
      String hash,
      boolean isOverridden) {}

  static PooledReport of(Synthesis synthesis) {
    return new PooledReport(
        banner(synthesis.pooled()),
        sentences(synthesis),
        synthesis.studies().size() < 2 ? "" : forest(synthesis).html("synthesis-chart"),
        rows(synthesis),
        facts(synthesis),
        synthesis.leftOut());
  }

  private static AnswerBanner banner(MetaAnalysis pooled) {
    if (pooled == null) {
      return new AnswerBanner("few", "No answer: too few requests with a result");
    }
    if (!pooled.interval().hasOneSign()) {
      return new AnswerBanner("open", "Inconclusive: the direction is not known");
    }
    return pooled.estimate() < 0
        ? new AnswerBanner("lower", "Lower, taken together: statistically significant")
        : new AnswerBanner("higher", "Higher, taken together: statistically significant");
  }

  private static List<String> sentences(Synthesis synthesis) {
    int studies = synthesis.studies().size();
    MetaAnalysis pooled = synthesis.pooled();
    String counted =
        FigureText.text(
            "%d of %d requests have a one-year rate that was tested.",
            studies, studies + synthesis.leftOut().size());
    if (pooled == null) {
      return List.of(
          counted,
          "At least two are needed to pool them.",
          "This does not show that the programmes fail to affect reoffending.");
    }
    boolean isSignificant = pooled.interval().hasOneSign();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "%s Together they come to %s points (95%% interval %s)."
            .formatted(counted, points(pooled.estimate()), limits(pooled.interval())));
    sentences.add(
        "For 100 typical people in each group, the one-year rate could on average be %s, among the participants of programmes like these%s"
            .formatted(
                OutcomeWords.people(possible(pooled.interval())),
                isSignificant
                    ? ", which is statistically significant (p-value %s)."
                        .formatted(FigureText.pValue(pooled.pValue()))
                    : " (p-value %s): more people would need to be analysed to determine the direction. This does not show that the programmes fail to affect reoffending."
                        .formatted(FigureText.pValue(pooled.pValue()))));
    sentences.add(
        OutcomeCells.isFinite(pooled.prediction())
            ? "A further programme of this kind would plausibly lie between %s points."
                .formatted(limits(pooled.prediction()).replace(" to ", " and "))
            : "Where a further programme would lie cannot be said from two.");
    if (synthesis.studies().stream().anyMatch(Synthesis.Study::isOverridden)) {
      sentences.add(withoutOverridden(synthesis.withoutOverridden()));
    }
    return sentences;
  }

  private static String withoutOverridden(MetaAnalysis pooled) {
    return pooled == null
        ? "Some results were sealed and are shown under an override; without them too few are left."
        : "Some results were sealed and are shown under an override; without them the others come to %s points (%s)."
            .formatted(points(pooled.estimate()), limits(pooled.interval()));
  }

  private static ForestPlot forest(Synthesis synthesis) {
    List<ForestPlot.Row> rows = new ArrayList<>();
    for (Synthesis.Study study : synthesis.studies()) {
      rows.add(
          row(
              study.programme()
                  + " ("
                  + study.request()
                  + ")"
                  + (study.isOverridden() ? ", under an override" : ""),
              study.difference(),
              study.interval(),
              study.interval().hasOneSign()
                  ? ForestPlot.Mark.SIGNIFICANT
                  : ForestPlot.Mark.INCONCLUSIVE));
    }
    MetaAnalysis pooled = synthesis.pooled();
    if (pooled != null) {
      rows.add(row("Together", pooled.estimate(), pooled.interval(), ForestPlot.Mark.POOLED));
      if (OutcomeCells.isFinite(pooled.prediction())) {
        rows.add(
            new ForestPlot.Row(
                "A further programme (prediction)",
                limits(pooled.prediction()),
                100 * pooled.estimate(),
                100 * pooled.prediction().lower(),
                100 * pooled.prediction().upper(),
                ForestPlot.Mark.PREDICTION));
      }
    }
    StringBuilder description =
        new StringBuilder("Participants less comparison group in points, with 95% intervals.");
    rows.forEach(
        row ->
            description
                .append(' ')
                .append(row.label())
                .append(": ")
                .append(row.figures())
                .append('.'));
    return new ForestPlot(
        "Differences of the one-year rates, request by request and together",
        description.toString(),
        "difference of the one-year rates, percentage points",
        rows);
  }

  private static ForestPlot.Row row(
      String label, double value, Interval interval, ForestPlot.Mark mark) {
    return new ForestPlot.Row(
        label,
        "%s (%s)".formatted(points(value), limits(interval)),
        100 * value,
        100 * interval.lower(),
        100 * interval.upper(),
        mark);
  }

  private static List<Row> rows(Synthesis synthesis) {
    List<Row> rows = new ArrayList<>();
    for (int place = 0; place < synthesis.studies().size(); place++) {
      Synthesis.Study study = synthesis.studies().get(place);
      rows.add(
          new Row(
              study.request(),
              study.organisation(),
              study.programme(),
              FigureText.count(study.treated()),
              FigureText.percent(study.treatedRate()),
              FigureText.percent(study.comparisonRate()),
              "%s (%s)".formatted(points(study.difference()), limits(study.interval())),
              synthesis.pooled() == null
                  ? ""
                  : FigureText.percent(synthesis.pooled().weights().get(place)),
              study.requestHash(),
              study.isOverridden()));
    }
    return rows;
  }

  private static Map<String, String> facts(Synthesis synthesis) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Measure", synthesis.measure());
    facts.put("Requests pooled", Integer.toString(synthesis.studies().size()));
    MetaAnalysis pooled = synthesis.pooled();
    if (pooled != null) {
      facts.put(
          "Model",
          FigureText.text(
              "random effects; tau\u00b2 by DerSimonian and Laird; interval by Hartung and Knapp, Student's t with %d degrees of freedom",
              pooled.studies() - 1));
      facts.put(
          "tau\u00b2, variance between programmes", FigureText.decimals(pooled.tauSquared(), 5));
      facts.put(
          "tau, spread between programmes",
          FigureText.decimals(100 * Math.sqrt(pooled.tauSquared()), 1) + " points");
      facts.put(
          "I\u00b2, share of the differences that is not chance",
          FigureText.percent(pooled.iSquared()));
      facts.put(
          "Q, with its p-value",
          "%s (%s)"
              .formatted(
                  FigureText.decimals(pooled.heterogeneity(), 2),
                  FigureText.pValue(pooled.heterogeneityP())));
    }
    return facts;
  }

  /** From few studies an interval can reach beyond what a difference of two rates can be. */
  private static Interval possible(Interval interval) {
    return new Interval(Math.max(-1, interval.lower()), Math.min(1, interval.upper()));
  }

  private static String points(double share) {
    return OutcomeCells.signed(Kind.RATE, share);
  }

  private static String limits(Interval interval) {
    Interval possible = possible(interval);
    return points(possible.lower()) + " to " + points(possible.upper());
  }
}
