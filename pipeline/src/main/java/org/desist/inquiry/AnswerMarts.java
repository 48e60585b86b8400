// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.desist.answer.Answer;
import org.desist.answer.AttritionStep;
import org.desist.answer.Groups.BalanceRow;
import org.desist.answer.OutcomeResult;
import org.desist.answer.Protocol;
import org.desist.comparison.CovariateBalance;
import org.desist.engine.Engine;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;

/**
 * Writes an answer as marts: {@code comparison_result}, {@code _balance} and {@code _attrition}.
 */
final class AnswerMarts {
  private final Engine engine;
  private final Path folder;

  /** Below {@code folder} each mart gets a folder of its name. */
  AnswerMarts(Engine engine, Path folder) {
    this.engine = engine;
    this.folder = folder;
  }

  void write(Answer answer) {
    write("comparison_result", results(answer));
    write("comparison_balance", balance(answer));
    write("comparison_attrition", attrition(answer));
  }

  private void write(String mart, SmallTable table) {
    engine.hold(table);
    engine.write(mart, "select * from " + table.name(), folder.resolve(mart));
  }

  private static List<Column> columns(String text) {
    return Arrays.stream(text.strip().split(",\\s*", -1))
        .map(column -> column.split(" ", -1))
        .map(parts -> new Column(parts[0], parts[1]))
        .toList();
  }

  private static SmallTable results(Answer answer) {
    List<List<Object>> rows = new ArrayList<>();
    if (answer.isShown()) {
      answer.outcomes().forEach(result -> rows.add(result(answer, result)));
      answer.subAnalyses().forEach(result -> rows.add(result(answer, result)));
    } else {
      rows.add(untold(answer));
    }
    if (answer.placebo() != null) {
      rows.add(result(answer, answer.placebo()));
    }
    return new SmallTable(
        "comparison_result_rows",
        columns(
            "request string, organisation string, programme string, request_hash string, method string, measure string, run_id string, snapshot date, state string, is_overridden boolean, analysis string, category string, outcome string, kind string, status string, treated_people bigint, comparison_people bigint, effective_comparison double, treated_value double, treated_lower double, treated_upper double, comparison_value double, comparison_lower double, comparison_upper double, difference double, difference_lower double, difference_upper double, p_value double, is_significant boolean, needed_people bigint, words string"),
        rows);
  }

  private static List<Object> head(Answer answer) {
    Protocol protocol = answer.protocol();
    return new ArrayList<>(
        Arrays.asList(
            protocol.request(),
            protocol.organisation(),
            protocol.programme(),
            protocol.requestHash(),
            protocol.method(),
            protocol.measure(),
            protocol.runId(),
            LocalDate.parse(protocol.snapshot()),
            answer.state().name(),
            answer.override() != null));
  }

  private static List<Object> result(Answer answer, OutcomeResult result) {
    List<Object> row = head(answer);
    row.addAll(
        Arrays.asList(
            result.analysis(),
            result.category(),
            result.outcome(),
            result.kind().name(),
            result.status() == OutcomeResult.Status.TESTED
                ? "ok"
                : result.status().name().toLowerCase(Locale.ROOT),
            (long) result.treatedPeople(),
            (long) result.comparisonPeople(),
            number(result.effectiveComparison()),
            number(result.treated()),
            number(result.treatedInterval().lower()),
            number(result.treatedInterval().upper()),
            number(result.comparison()),
            number(result.comparisonInterval().lower()),
            number(result.comparisonInterval().upper()),
            number(result.difference()),
            number(result.interval().lower()),
            number(result.interval().upper()),
            number(result.pValue()),
            result.isSignificant(),
            result.neededPeople(),
            result.words()));
    return row;
  }

  /** Why there is no result: one row in the place of the headline. */
  private static List<Object> untold(Answer answer) {
    List<Object> row = head(answer);
    row.addAll(
        Arrays.asList(
            "all",
            "all",
            "rate",
            OutcomeResult.Kind.RATE.name(),
            answer.state().name().toLowerCase(Locale.ROOT)));
    for (int i = 0; i < 13; i++) {
      row.add(null);
    }
    row.addAll(Arrays.asList(false, null, String.join(" ", answer.sentences())));
    return row;
  }

  private static Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static SmallTable balance(Answer answer) {
    List<List<Object>> rows = new ArrayList<>();
    if (answer.groups() != null) {
      for (BalanceRow row : answer.groups().balance()) {
        CovariateBalance figures = row.figures();
        rows.add(
            Arrays.asList(
                answer.protocol().request(),
                answer.protocol().requestHash(),
                figures.term().title(),
                row.title(),
                number(figures.treatedAfter()),
                number(figures.comparisonBefore()),
                number(figures.comparisonAfter()),
                Double.isNaN(figures.treatedAfter()) ? "suppressed" : "ok",
                number(figures.before()),
                number(figures.after()),
                number(figures.varianceRatioAfter()),
                figures.light().name()));
      }
    }
    return new SmallTable(
        "comparison_balance_rows",
        columns(
            "request string, request_hash string, covariate string, title string, treated_mean double, comparison_mean_before double, comparison_mean_after double, mean_status string, smd_before double, smd_after double, variance_ratio_after double, light string"),
        rows);
  }

  private static SmallTable attrition(Answer answer) {
    List<List<Object>> rows = new ArrayList<>();
    for (AttritionStep step : answer.attrition()) {
      int place = rows.size() + 1;
      rows.add(
          Arrays.asList(
              answer.protocol().request(),
              answer.protocol().requestHash(),
              place,
              step.reason().name(),
              step.people() == null ? null : step.people().longValue(),
              step.remaining() == null ? null : step.remaining().longValue(),
              step.status()));
    }
    return new SmallTable(
        "comparison_attrition_rows",
        columns(
            "request string, request_hash string, step int, reason string, people bigint, remaining bigint, count_status string"),
        rows);
  }
}
