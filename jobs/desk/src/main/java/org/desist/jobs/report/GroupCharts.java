// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.desist.answer.Answer.AttritionStep;
import org.desist.answer.Answer.Curve;
import org.desist.answer.ComparedGroups;
import org.desist.answer.ComparedGroups.BalanceRow;
import org.desist.answer.OutcomeResult;
import org.desist.comparison.Balance.BalanceLight;
import org.desist.jobs.chart.HundredPeople;
import org.desist.jobs.chart.LovePlot;
import org.desist.jobs.chart.OverlapChart;
import org.desist.jobs.chart.StepChart;
import org.desist.jobs.chart.WaterfallChart;
import org.desist.text.FigureText;

/** The charts of an answer but for its outcomes, as HTML. */
final class GroupCharts {
  private static final List<Integer> WEEKS = List.of(13, 26, 39, 52);

  private GroupCharts() {}

  /** Empty where every bar that is told would be the same. */
  static String attrition(List<AttritionStep> steps) {
    if (steps.stream().map(AttritionStep::remaining).filter(Objects::nonNull).distinct().count()
        < 2) {
      return "";
    }
    List<WaterfallChart.Step> bars = steps.stream().map(GroupCharts::bar).toList();
    return new WaterfallChart(
            "From those submitted to those analysed",
            bars.stream()
                .map(bar -> bar.label() + ": " + bar.figures())
                .collect(Collectors.joining("; ", "", ".")),
            bars)
        .html("attrition-chart");
  }

  private static WaterfallChart.Step bar(AttritionStep step) {
    boolean isFirst = step.reason() == AttritionStep.Reason.SUBMITTED;
    String people =
        step.people() == null
            ? "withheld"
            : (isFirst || step.people() == 0 ? "" : "\u2212") + FigureText.count(step.people());
    String figures =
        isFirst || step.remaining() == null
            ? people
            : people + ", " + FigureText.count(step.remaining()) + " left";
    return new WaterfallChart.Step(
        step.reason().words(), figures, step.remaining(), isFirst ? null : step.people());
  }

  /** A hundred people of one group. */
  static String hundred(OutcomeResult headline, MeasureWords measure, boolean isTreated) {
    double rate = isTreated ? headline.treated() : headline.comparison();
    String people = FigureText.people(rate);
    String group = isTreated ? "participants" : "people of the comparison group";
    return new HundredPeople(
            "100 typical " + group,
            "%s of 100 %s %s within a year.".formatted(people, group, measure.verb()),
            Integer.parseInt(people),
            isTreated ? "treated" : "comparison")
        .html(isTreated ? "hundred-treated" : "hundred-comparison");
  }

  static String curve(Curve curve, MeasureWords measure) {
    int last = curve.treated().size() - 1;
    String weeks =
        WEEKS.stream()
            .filter(week -> week <= last)
            .map(
                week ->
                    FigureText.text(
                        "%d weeks: %s of the participants, %s of the comparison group",
                        week,
                        FigureText.percent(curve.treated().get(week)),
                        FigureText.percent(curve.comparison().get(week))))
            .collect(Collectors.joining("; "));
    return new StepChart(
            "Share of each group who %s, week by week".formatted(measure.verb()),
            "Within " + weeks + ".",
            curve.treated(),
            curve.comparison(),
            "participants " + FigureText.percent(curve.treated().get(last)),
            "comparison group " + FigureText.percent(curve.comparison().get(last)))
        .html("curve-chart");
  }

  static String love(ComparedGroups groups) {
    return new LovePlot(
            "How far the groups are apart before and after matching",
            FigureText.text(
                "After matching %d details are green, %d amber, %d red and %d could not be evaluated. The table below has every figure.",
                count(groups, BalanceLight.GREEN),
                count(groups, BalanceLight.AMBER),
                count(groups, BalanceLight.RED),
                count(groups, BalanceLight.NOT_EVALUATED)),
            loveRows(groups.balance()),
            groups.thresholds())
        .html("love-chart");
  }

  /** A row for every detail that seals; the others share one with those of their kind. */
  private static List<LovePlot.Row> loveRows(List<BalanceRow> balance) {
    Map<String, List<BalanceRow>> kinds = new LinkedHashMap<>();
    for (BalanceRow row : balance) {
      boolean isAlike =
          row.figures().light() == BalanceLight.GREEN
              || row.figures().light() == BalanceLight.AMBER;
      kinds.computeIfAbsent(isAlike ? kind(row) : row.title(), kind -> new ArrayList<>()).add(row);
    }
    List<LovePlot.Row> rows = new ArrayList<>();
    kinds.forEach(
        (kind, those) ->
            rows.add(
                new LovePlot.Row(
                    those.size() == 1
                        ? those.get(0).title()
                        : FigureText.text("%s (%d)", kind, those.size()),
                    those.stream().map(GroupCharts::mark).toList())));
    return rows;
  }

  /** The title before its level: "region" of "region: Wales". */
  static String kind(BalanceRow row) {
    return row.title().split(": ", 2)[0];
  }

  private static LovePlot.Mark mark(BalanceRow row) {
    return new LovePlot.Mark(row.figures().before(), row.figures().after(), row.figures().light());
  }

  private static long count(ComparedGroups groups, BalanceLight light) {
    return groups.balance().stream().filter(row -> row.figures().light() == light).count();
  }

  static String overlapBefore(ComparedGroups.Scores scores) {
    return new OverlapChart(
            "Scores before matching",
            "Participants and everybody they could be compared with have %s of their histograms in common."
                .formatted(FigureText.percent(scores.overlapBefore())),
            scores.treated(),
            scores.pool(),
            "everybody else")
        .html("overlap-before");
  }

  static String overlapAfter(ComparedGroups.Scores scores) {
    return new OverlapChart(
            "Scores after matching",
            "Participants and comparison group have %s of their histograms in common."
                .formatted(FigureText.percent(scores.overlapAfter())),
            scores.treated(),
            scores.comparison(),
            "comparison group")
        .html("overlap-after");
  }
}
