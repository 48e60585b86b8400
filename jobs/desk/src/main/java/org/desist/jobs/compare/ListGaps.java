// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.desist.participant.Participant;
import org.desist.participant.ParticipantFile.Participants;
import org.desist.text.FigureText;

/** What rows of a list do not have, and what it would be good for. */
final class ListGaps {
  private ListGaps() {}

  /**
   * A column that rows lack.
   *
   * @param column by the name that the list has for it
   * @param without how many rows have no value that can be used
   * @param purpose what it would be good for
   */
  public record Gap(String column, String without, String purpose) {}

  /** Those that at least one row lacks, in the order of the columns. */
  static List<Gap> of(Participants list) {
    List<Gap> gaps = new ArrayList<>();
    add(
        gaps,
        list,
        row -> row.reference() == null,
        "It tells you which row is meant; without it this page can only count rows.",
        "reference");
    add(gaps, list, row -> row.surname() == null, "Finds people by name.", "surname");
    add(gaps, list, row -> row.forenames() == null, "Finds people by name.", "forenames");
    add(
        gaps,
        list,
        row -> row.birth() == null,
        "Tells people of the same name apart.",
        "date_of_birth");
    add(gaps, list, row -> row.sex() == null, "Tells people of the same name apart.", "sex");
    add(
        gaps,
        list,
        row -> row.writtenPncId() == null && row.nomsNumber() == null,
        "Finds people most surely; without it names and date of birth have to be enough.",
        "pnc_id",
        "noms_number");
    add(
        gaps,
        list,
        row -> row.interventionStart() == null,
        "Tells who began only after the day from which the year is counted.",
        "intervention_start");
    add(
        gaps,
        list,
        row -> row.interventionEnd() == null,
        "Without it nothing can be said of those who finished, or of how long people took part.",
        "intervention_end");
    add(
        gaps,
        list,
        row -> row.indexDate() == null && row.convictionDate() == null,
        "Finds the right release, sentence or caution; without it the one near the start is taken.",
        "index_date",
        "conviction_date");
    return gaps;
  }

  private static void add(
      List<Gap> gaps,
      Participants list,
      Predicate<Participant> isWithout,
      String purpose,
      String... fields) {
    int rows = list.rows().size();
    long without = list.rows().stream().filter(isWithout).count();
    if (without > 0) {
      String columns = Arrays.stream(fields).map(list::heading).collect(Collectors.joining(" or "));
      gaps.add(new Gap(columns, without == rows ? "all" : FigureText.count(without), purpose));
    }
  }
}
