// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.desist.contract.ValidationCode;
import org.desist.contract.ValidationCode.Level;

/**
 * One row of a file of participants. Whatever is missing, or cannot be used, is null.
 *
 * @param row number of the row in the file, from 1, the header not counted
 * @param line on which it begins, the header's being 1
 * @param reference the provider's own
 * @param surname as written
 * @param forenames as written
 * @param birth date of birth
 * @param sex {@code M} or {@code F}
 * @param pncId in its canonical form; its letter is right
 * @param writtenPncId the same as it is written, right or wrong; never joined, only compared
 * @param nomsNumber prison number
 * @param indexDate of release or sentence
 * @param convictionDate of the conviction
 * @param interventionStart first day of the programme
 * @param interventionEnd last day of it, not before the first
 * @param area where
 * @param faults what is wrong with the row, in the order of the fields
 */
public record Participant(
    int row,
    long line,
    String reference,
    String surname,
    String forenames,
    LocalDate birth,
    String sex,
    String pncId,
    String writtenPncId,
    String nomsNumber,
    LocalDate indexDate,
    LocalDate convictionDate,
    LocalDate interventionStart,
    LocalDate interventionEnd,
    String area,
    List<RowFault> faults) {
  public Participant {
    faults = List.copyOf(faults);
  }

  /** Whether the row can be looked up: no fault of it is more than a warning. */
  public boolean isUsable() {
    return faults.stream().noneMatch(RowFault::isRefusal);
  }

  /**
   * The day that an index event is looked for around (METHOD 8.2): the start of the programme, else
   * the index date, else the conviction. Null in a row that cannot be used.
   */
  public LocalDate anchor() {
    return Stream.of(interventionStart, indexDate, convictionDate)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Says who is meant to nobody but the one who has the file. */
  @Override
  public String toString() {
    return "Participant[row=" + row + "]";
  }

  /**
   * Something wrong with one row of a file of participants; it never repeats a personal value.
   *
   * @param row number of the row, from 1
   * @param line on which it begins
   * @param reference the provider's own, or null
   * @param field in which it lies, or null when it is the row as a whole
   * @param code what is wrong
   * @param level {@code ROW} when the row cannot be used, {@code WARNING} when it is used all the
   *     same
   * @param message what is wrong, in words
   * @param advice what to do, in words
   */
  public record RowFault(
      int row,
      long line,
      String reference,
      String field,
      ValidationCode code,
      Level level,
      String message,
      String advice) {
    /** Whether the row cannot be used. */
    public boolean isRefusal() {
      return level == Level.ROW;
    }

    /** All of it in one line. */
    public String sentence() {
      return String.format(
          Locale.ROOT,
          "row %d (line %d%s)%s: %s, %s. %s.",
          row,
          line,
          reference == null ? "" : ", reference " + reference,
          field == null ? "" : ", " + field,
          code,
          message,
          advice);
    }
  }
}
