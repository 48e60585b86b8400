// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.contract;

import java.util.List;

/**
 * Every reason for which a snapshot, a row or a value is not taken as delivered: the codes of the
 * quarantine and data quality tables.
 */
public enum ValidationCode {
  MISSING_RESOURCE(
      "A required resource is not in the snapshot folder.",
      "Ask the sender for the file, put it in the folder and run again.",
      Level.FILE),
  MISSING_COLUMN(
      "A required column is not in the header. Names must match exactly.",
      "Ask the sender for the column, or for its right name, and run again.",
      Level.FILE),
  UNREADABLE(
      "A file cannot be decoded: not UTF-8, NUL bytes, a gzip file that is cut, damaged or followed"
          + " by other bytes, a quote that never closes, a title above the header, a damaged Parquet"
          + " file, two columns of one name, a required resource without rows, one resource"
          + " delivered in two forms at once, a pipe or device in the place of a file, or content"
          + " far larger than the gzip file that it comes in.",
      "Fetch the file again; when it is the same, ask the sender for a new one.",
      Level.FILE),
  CONTROL_MISMATCH(
      "The rows or the sha256 of a resource differ from control.csv, or control.csv names a"
          + " resource that this contract or this snapshot does not have.",
      "Fetch the snapshot again; when it still differs, ask the sender which is right.",
      Level.FILE),
  TOO_MANY_REJECTS(
      "More rows of a resource are in quarantine than the method allows: 5% of all rows read, or a"
          + " million of one file, at which reading stops.",
      "Read the quarantine of the run, find the common reason and have it mended at the source.",
      Level.FILE),
  VOLUME(
      "A resource has far fewer or far more rows than in the snapshot last published.",
      "Ask the sender whether the change is real; if it is, accept it by option.",
      Level.FILE),
  PARSE(
      "The row has not as many values as the header has names, a value holds the end of a line, or"
          + " text follows a closing quote. A stray quote can swallow the lines up to the next"
          + " quote: they are one such row, and the message says which lines it covers.",
      "Have the quoting mended at the source.",
      Level.ROW),
  MISSING_REQUIRED(
      "A required value is missing. An event whose PNC id has a wrong check letter has no person.",
      "Have the value filled at the source.",
      Level.ROW),
  BAD_TYPE(
      "The text is not of the field's type: not a number, not a real calendar date, not a"
          + " boolean, or a whole number beyond 64 bits.",
      "Have the value mended at the source.",
      Level.ROW),
  BAD_PATTERN(
      "The text has not the form that the field must have.",
      "Have the value mended at the source.",
      Level.ROW),
  NOT_IN_ENUM(
      "The text is not in the field's list of values. Case counts.",
      "Have the value mended at the source, or the contract extended.",
      Level.ROW),
  OUT_OF_RANGE(
      "The number is below the field's minimum or above its maximum.",
      "Have the value mended at the source.",
      Level.ROW),
  BAD_CHECK_LETTER(
      "The letter at the end of a PNC id does not belong to its year and number. In pnc_person the"
          + " row is refused; elsewhere the id counts as missing, also when it has not the form of"
          + " an id at all.",
      "Have the id mended at the source: it is a typing error in most cases.",
      Level.ROW,
      Level.WARNING),
  DUPLICATE_KEY(
      "Rows with the same primary key differ; all of them are refused.",
      "Ask the sender which one is right.",
      Level.ROW),
  DATE_ORDER(
      "Dates contradict each other: an offence after its event, an event after the snapshot, a"
          + " release before its reception, an end before its start.",
      "Have the dates mended at the source.",
      Level.ROW),
  ORPHAN(
      "The row refers to a parent row that is absent or refused itself.",
      "Mend the parent first: refused parents orphan their children.",
      Level.ROW),
  DUPLICATE_ROW(
      "A row came more than once, equal in every value; one copy is used.",
      "Nothing, unless there are many.",
      Level.WARNING),
  UNKNOWN_CODE(
      "A code is not in its reference table; the row is used with the group for unknown codes.",
      "Add the code to the reference table when it is real.",
      Level.WARNING),
  PROVIDER_NOT_VALID(
      "A case started under a provider code outside the code's dates; the row is used.",
      "Nothing, unless there are many.",
      Level.WARNING),
  ID_CONFLICT(
      "A PNC id is known, but neither surname nor date of birth agrees with it; it makes no link.",
      "Have the id checked at the source.",
      Level.WARNING),
  IMPLAUSIBLE_DATE(
      "A date of birth is after the snapshot, or more than 115 years before it; it counts as"
          + " missing. Rows that are refused for something else count too.",
      "Have the date mended at the source.",
      Level.WARNING),
  UNKNOWN_COLUMN(
      "A column is not in the contract and is passed over.",
      "Nothing, unless it is a required column under another name.",
      Level.WARNING);

  /** What follows from a code. */
  public enum Level {
    /** The whole snapshot is refused and nothing published changes. */
    FILE("file"),
    /** The row goes to quarantine and the run goes on. */
    ROW("row"),
    /** The row is used, and the warning counted. */
    WARNING("warning");

    private final String label;

    Level(String label) {
      this.label = label;
    }

    /** The text of the {@code level} column. */
    public String label() {
      return label;
    }
  }

  private final String meaning;
  private final String action;
  private final Level level;
  private final Level elsewhere;

  ValidationCode(String meaning, String action, Level level) {
    this(meaning, action, level, level);
  }

  ValidationCode(String meaning, String action, Level level, Level elsewhere) {
    this.meaning = meaning;
    this.action = action;
    this.level = level;
    this.elsewhere = elsewhere;
  }

  /** What it means, in a sentence or two. */
  public String meaning() {
    return meaning;
  }

  /** What the operator does about it. */
  public String action() {
    return action;
  }

  /** The levels at which it occurs. */
  public List<Level> levels() {
    return level == elsewhere ? List.of(level) : List.of(level, elsewhere);
  }
}
