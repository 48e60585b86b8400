// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.desist.answer.OutcomeResult;
import org.desist.answer.OutcomeResult.Kind;
import org.desist.jobs.chart.ForestPlot;
import org.desist.text.FigureText;

/**
 * Outcomes of one kind of analysis, as charts and as a table.
 *
 * @param title of the section, such as "By age"
 * @param id part of an address in the page
 * @param charts one per kind of number that has two or more to draw, as HTML
 * @param sentences in place of a chart with one bar
 * @param rows one per outcome
 */
public record OutcomeTable(
    String title, String id, List<String> charts, List<String> sentences, List<Row> rows) {
  public OutcomeTable {
    charts = List.copyOf(charts);
    sentences = List.copyOf(sentences);
    rows = List.copyOf(rows);
  }

  /**
   * An outcome, ready to be read.
   *
   * @param reason why there are no figures; empty when there are
   */
  public record Row(
      String group,
      String title,
      String treated,
      String comparison,
      String difference,
      String pValue,
      String corrected,
      String people,
      String finding,
      String reason,
      String words) {}

  static OutcomeTable of(String title, String id, List<OutcomeResult> results) {
    return new OutcomeTable(
        title,
        id,
        charts(title, id, results),
        sentences(results),
        results.stream().map(OutcomeTable::row).toList());
  }

  private static List<OutcomeResult> drawn(List<OutcomeResult> results, Kind kind) {
    return results.stream()
        .filter(result -> result.kind() == kind)
        .filter(OutcomeCells::isTested)
        .toList();
  }

  private static List<String> sentences(List<OutcomeResult> results) {
    return Stream.of(Kind.values())
        .map(kind -> drawn(results, kind))
        .filter(those -> those.size() == 1)
        .map(those -> those.get(0))
        .map(OutcomeTable::sentence)
        .toList();
  }

  private static String sentence(OutcomeResult result) {
    String group = group(result);
    return group.isEmpty()
        ? result.words()
        : Character.toUpperCase(group.charAt(0)) + group.substring(1) + ": " + result.words();
  }

  /** One table per analysis, in the order in which they come. */
  static List<OutcomeTable> byAnalysis(List<OutcomeResult> results) {
    Map<String, List<OutcomeResult>> analyses = new LinkedHashMap<>();
    for (OutcomeResult result : results) {
      analyses.computeIfAbsent(result.analysis(), analysis -> new ArrayList<>()).add(result);
    }
    List<OutcomeTable> tables = new ArrayList<>();
    analyses.forEach(
        (analysis, those) ->
            tables.add(of("By " + analysis.replace('_', ' '), "by-" + (tables.size() + 1), those)));
    return tables;
  }

  private static Row row(OutcomeResult result) {
    boolean isTold = OutcomeCells.isTold(result);
    return new Row(
        group(result),
        result.title(),
        isTold ? OutcomeCells.value(result.kind(), result.treated(), result.treatedInterval()) : "",
        isTold
            ? OutcomeCells.value(result.kind(), result.comparison(), result.comparisonInterval())
            : "",
        isTold ? OutcomeCells.difference(result) : "",
        OutcomeCells.isTested(result) ? FigureText.pValue(result.pValue()) : "",
        OutcomeCells.corrected(result),
        isTold
            ? FigureText.count(result.treatedPeople())
                + " / "
                + FigureText.count(result.comparisonPeople())
            : "",
        finding(result),
        isTold ? "" : OutcomeCells.reason(result),
        result.words());
  }

  private static String finding(OutcomeResult result) {
    if (!OutcomeCells.isTested(result)) {
      return OutcomeCells.reason(result);
    }
    if (!result.isSignificant()) {
      return "inconclusive";
    }
    return result.difference() < 0 ? "lower, significant" : "higher, significant";
  }

  private static List<String> charts(String title, String id, List<OutcomeResult> results) {
    List<String> charts = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<OutcomeResult> those = results.stream().filter(result -> result.kind() == kind).toList();
      if (drawn(results, kind).size() > 1) {
        String name = "forest-" + id + "-" + kind.name().toLowerCase(java.util.Locale.ROOT);
        charts.add(forest(title, kind, those).html(name));
      }
    }
    return charts;
  }

  private static ForestPlot forest(String title, Kind kind, List<OutcomeResult> results) {
    // Where every row has the same outcome, it is named once, under the chart.
    String common = results.get(0).title();
    boolean isOne = results.stream().allMatch(result -> result.title().equals(common));
    List<ForestPlot.Row> rows =
        results.stream().map(result -> mark(result, isOne && !group(result).isEmpty())).toList();
    StringBuilder description =
        new StringBuilder("Participants less comparison group, with 95% intervals.");
    for (ForestPlot.Row row : rows) {
      description.append(' ').append(row.label()).append(": ").append(row.figures()).append('.');
    }
    return new ForestPlot(
        "%s: differences in %s".formatted(title, isOne ? common : named(kind)),
        description.toString(),
        isOne ? "%s: %s".formatted(common, axis(kind)) : axis(kind),
        rows);
  }

  private static ForestPlot.Row mark(OutcomeResult result, boolean isNamed) {
    boolean isTested = OutcomeCells.isTested(result);
    double scale = result.kind() == Kind.RATE ? 100 : 1;
    String group = group(result);
    String label = group.isEmpty() ? result.title() : group + ": " + result.title();
    return new ForestPlot.Row(
        isNamed ? group : label,
        isTested ? OutcomeCells.bare(result) : OutcomeCells.reason(result),
        isTested ? scale * result.difference() : Double.NaN,
        isTested ? scale * result.interval().lower() : Double.NaN,
        isTested ? scale * result.interval().upper() : Double.NaN,
        result.isSignificant() ? ForestPlot.Mark.SIGNIFICANT : ForestPlot.Mark.INCONCLUSIVE);
  }

  private static String group(OutcomeResult result) {
    return result.category().equals("all") ? "" : result.category();
  }

  private static String named(Kind kind) {
    return switch (kind) {
      case RATE -> "rates";
      case FREQUENCY -> "numbers of reoffences";
      case DAYS -> "times";
    };
  }

  private static String axis(Kind kind) {
    return switch (kind) {
      case RATE -> "difference, percentage points";
      case FREQUENCY -> "difference, reoffences per person";
      case DAYS -> "difference, days";
    };
  }
}
