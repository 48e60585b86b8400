// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.desist.engine.Engine;
import org.desist.method.Method;
import org.desist.model.GivenTable;
import org.desist.participant.Participant;
import org.desist.request.Request;

/** The request and its participants as tables, which is how models read them. */
final class RequestTables {
  private static final int YOUNGEST = 10;
  private static final int OLDEST = 150;

  private RequestTables() {}

  /**
   * Holds {@code request}, {@code request_value} and {@code request_participant} in an engine.
   *
   * @param persons number of the person found, by row of the participants
   */
  static void hold(
      Engine engine,
      Request request,
      Method.Comparison method,
      List<Participant> participants,
      Map<Integer, Long> persons) {
    List<List<Object>> values = values(request);
    engine.hold(GivenTable.REQUEST_VALUE.of(values));
    engine.hold(GivenTable.REQUEST.of(List.of(constants(request.filters(), method, values))));
    engine.hold(
        GivenTable.REQUEST_PARTICIPANT.of(
            participants.stream().map(one -> row(one, persons.get(one.row()))).toList()));
  }

  /** Every filter and value it lets pass; the scope is a filter of the region. */
  private static List<List<Object>> values(Request request) {
    List<List<Object>> rows = new ArrayList<>();
    Request.Filters filters = request.filters();
    filters.indexCategory().forEach(value -> rows.add(List.of("index_category", value)));
    filters.indexOffenceGroup().forEach(value -> rows.add(List.of("index_offence_group", value)));
    filters.sex().forEach(value -> rows.add(List.of("sex", value)));
    regions(request).forEach(value -> rows.add(List.of("region", value)));
    return rows.stream().distinct().toList();
  }

  private static List<String> regions(Request request) {
    Optional<String> scope = request.scope().region();
    List<String> filter = request.filters().region();
    if (scope.isEmpty()) {
      return filter;
    }
    return filter.isEmpty() || filter.contains(scope.get())
        ? List.of(scope.get())
        // Nobody lives in two regions: such a request lets nobody pass.
        : List.of("");
  }

  private static List<Object> constants(
      Request.Filters filters, Method.Comparison method, List<List<Object>> values) {
    return List.of(
        has(values, "index_category"),
        has(values, "index_offence_group"),
        has(values, "sex"),
        has(values, "region"),
        Objects.requireNonNullElse(filters.ageFrom(), YOUNGEST),
        Objects.requireNonNullElse(filters.ageTo(), OLDEST),
        method.indexMonths());
  }

  private static boolean has(List<List<Object>> values, String filter) {
    return values.stream().anyMatch(row -> row.get(0).equals(filter));
  }

  private static List<Object> row(Participant one, Long person) {
    LocalDate start = one.interventionStart();
    LocalDate end = one.interventionEnd();
    return Arrays.asList(
        one.row(),
        person,
        one.isUsable(),
        one.anchor(),
        one.indexDate(),
        one.convictionDate(),
        end != null,
        start == null || end == null ? null : (int) ChronoUnit.DAYS.between(start, end) + 1,
        start,
        end);
  }
}
