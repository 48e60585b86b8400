// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.desist.answer.Answer;
import org.desist.answer.Answer.AttritionStep;
import org.desist.answer.ComparedGroups.BalanceRow;
import org.desist.answer.OutcomeResult;
import org.desist.answer.Protocol;
import org.desist.comparison.Balance.CovariateBalance;
import org.desist.engine.Engine;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;
import org.desist.publish.MartContract;
import org.desist.publish.RequestMarts;

/**
 * Writes an answer as marts: {@code comparison_result}, {@code _balance} and {@code _attrition}.
 */
final class AnswerMarts {
  private final Engine engine;
  private final Path folder;
  private final MartContract contract = MartContract.read();

  /** Below {@code folder} each mart gets a folder of its name. */
  AnswerMarts(Engine engine, Path folder) {
    this.engine = engine;
    this.folder = folder;
  }

  void write(Answer answer) {
    write(RequestMarts.RESULT, results(answer));
    write(RequestMarts.BALANCE, balance(answer));
    write(RequestMarts.ATTRITION, attrition(answer));
  }

  /** The contract of the mart says which columns the rows have. */
  private void write(String mart, List<List<Object>> rows) {
    List<Column> columns =
        contract.in("published/" + mart).orElseThrow().columns().stream()
            .map(column -> new Column(column.name(), type(column.sqlType())))
            .toList();
    String held = mart + "_rows";
    engine.hold(new SmallTable(held, columns, rows));
    engine.write(mart, "select * from " + held, folder.resolve(mart));
  }

  private static String type(String sqlType) {
    return sqlType.equals("varchar") ? "string" : sqlType;
  }

  private static List<List<Object>> results(Answer answer) {
    List<List<Object>> rows = new ArrayList<>();
    if (answer.isShown()) {
      answer.outcomes().forEach(result -> rows.add(result(answer, result)));
      answer.subAnalyses().forEach(result -> rows.add(result(answer, result)));
      if (answer.second() != null) {
        rows.add(result(answer, answer.second()));
      }
    } else {
      rows.add(untold(answer));
    }
    answer.placebos().forEach(result -> rows.add(result(answer, result)));
    return rows;
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
            number(result.correctedPValue()),
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
    for (int i = 0; i < 14; i++) {
      row.add(null);
    }
    row.addAll(Arrays.asList(false, null, String.join(" ", answer.sentences())));
    return row;
  }

  private static Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static List<List<Object>> balance(Answer answer) {
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
    return rows;
  }

  private static List<List<Object>> attrition(Answer answer) {
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
    return rows;
  }
}
