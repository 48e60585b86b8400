// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.intake;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.desist.inquiry.RequestFolder;
import org.desist.text.FigureText;

/**
 * Where all requests of a folder stand: what the screen, the page and the JSON of an intake show.
 *
 * @param folder that holds the requests
 * @param at when that was, an instant of UTC
 * @param run what requests are judged against
 * @param judged folders of those judged this time; in a plan, of those that would be
 * @param ready folders of those that can be answered, the first sent first
 * @param counts of each state that there is, by its name, in the order of the states
 * @param requests the first sent first, those whose folder has gone last
 */
public record IntakeSummary(
    String folder,
    String at,
    String run,
    List<String> judged,
    List<String> ready,
    Map<String, Integer> counts,
    List<Row> requests) {
  /**
   * One request.
   *
   * @param state name of the state, such as {@code TOO_FEW}
   * @param words the state in words
   * @param tone what colours it on a page
   * @param day on which it was sent
   * @param run what it was judged against, or null
   * @param clinic the clinic's page, relative to the desk's; null where there is none
   * @param report the report, relative to the desk's page; null where there is none
   * @param letter the letter to its sender, relative to the desk's page; null where there is none
   */
  public record Row(
      String folder,
      String request,
      String programme,
      String organisation,
      String state,
      String words,
      String tone,
      String day,
      String run,
      Integer people,
      Integer analysed,
      List<String> why,
      String clinic,
      String report,
      String letter) {
    /** People as a cell has them: those to be analysed of those on the list. */
    public String counted() {
      return analysed == null ? "" : FigureText.text("%,d of %,d", analysed, people);
    }
  }

  /** Of requests in their order. */
  public static IntakeSummary of(
      IntakeDesk desk,
      String folder,
      String at,
      String run,
      List<String> judged,
      List<IntakeEntry> entries) {
    Map<IntakeState, Integer> counts = new EnumMap<>(IntakeState.class);
    entries.forEach(entry -> counts.merge(entry.state(), 1, Integer::sum));
    Map<String, Integer> named = new LinkedHashMap<>();
    counts.forEach((state, count) -> named.put(state.name(), count));
    return new IntakeSummary(
        folder,
        at,
        run,
        List.copyOf(judged),
        entries.stream()
            .filter(entry -> entry.state() == IntakeState.READY)
            .map(IntakeEntry::folder)
            .toList(),
        named,
        entries.stream().map(entry -> row(desk, entry)).toList());
  }

  private static Row row(IntakeDesk desk, IntakeEntry entry) {
    String name = entry.request() == null ? null : RequestFolder.name(entry.request());
    return new Row(
        entry.folder(),
        entry.request(),
        entry.programme(),
        entry.organisation(),
        entry.state().name(),
        entry.state().words(),
        entry.state().tone(),
        entry.sent().substring(0, entry.sent().indexOf('T')),
        entry.run(),
        entry.people(),
        entry.analysed(),
        entry.why(),
        entry.state() == IntakeState.WITHDRAWN
            ? null
            : desk.there("../requests/" + name + "/clinic.html"),
        entry.state() == IntakeState.ANSWERED
            ? desk.there("../../requests/" + name + "/report.html")
            : null,
        desk.isInLetter(entry) ? "letters/" + IntakeDesk.letterName(entry) : null);
  }

  /** How many of these requests were judged against another run than new ones are. */
  public long ofEarlierRuns() {
    return requests.stream()
        .filter(row -> row.analysed() != null && !row.state().equals(IntakeState.WITHDRAWN.name()))
        .filter(row -> !row.state().equals(IntakeState.ANSWERED.name()))
        .filter(row -> !Objects.equals(row.run(), run))
        .count();
  }
}
