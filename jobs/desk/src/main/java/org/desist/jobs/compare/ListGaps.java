// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.desist.participant.Participant;
import org.desist.text.FigureText;

/** What rows of a list do not have, and what it would be good for. */
final class ListGaps {
  private ListGaps() {}

  /**
   * A column that rows lack.
   *
   * @param column in words
   * @param without how many rows have no value that can be used
   * @param purpose what it would be good for
   */
  public record Gap(String column, String without, String purpose) {}

  /** Those that at least one row lacks, in the order of the columns. */
  static List<Gap> of(List<Participant> rows) {
    List<Gap> gaps = new ArrayList<>();
    add(
        gaps,
        rows,
        "reference",
        row -> row.reference() == null,
        "It tells you which row is meant; without it this page can only count rows.");
    add(gaps, rows, "surname", row -> row.surname() == null, "Finds people by name.");
    add(gaps, rows, "forenames", row -> row.forenames() == null, "Finds people by name.");
    add(
        gaps,
        rows,
        "date_of_birth",
        row -> row.birth() == null,
        "Tells people of the same name apart.");
    add(gaps, rows, "sex", row -> row.sex() == null, "Tells people of the same name apart.");
    add(
        gaps,
        rows,
        "pnc_id or noms_number",
        row -> row.writtenPncId() == null && row.nomsNumber() == null,
        "Finds people most surely; without it names and date of birth have to be enough.");
    add(
        gaps,
        rows,
        "intervention_start",
        row -> row.interventionStart() == null,
        "Tells who began only after the day from which the year is counted.");
    add(
        gaps,
        rows,
        "intervention_end",
        row -> row.interventionEnd() == null,
        "Without it nothing can be said of those who finished, or of how long people took part.");
    add(
        gaps,
        rows,
        "index_date or conviction_date",
        row -> row.indexDate() == null && row.convictionDate() == null,
        "Finds the right release, sentence or caution; without it the one near the start is taken.");
    return gaps;
  }

  private static void add(
      List<Gap> gaps,
      List<Participant> rows,
      String column,
      Predicate<Participant> isWithout,
      String purpose) {
    long without = rows.stream().filter(isWithout).count();
    if (without > 0) {
      gaps.add(
          new Gap(column, without == rows.size() ? "all" : FigureText.count(without), purpose));
    }
  }
}
