// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.desist.contract.DataPackage;
import org.desist.contract.ValidationCode;
import org.desist.contract.ValidationCode.Level;
import org.desist.identity.NameNormaliser;
import org.desist.identity.PncId;
import org.desist.ingest.JudgedCsv;
import org.desist.ingest.ValueFault;
import org.desist.participant.Participant.RowFault;

/**
 * Makes a participant of a row: what the contract says field by field, and what fields owe each
 * other.
 */
final class RowJudge {
  private static final String END = "intervention_end";
  private static final List<String> DAYS =
      List.of("index_date", "conviction_date", "intervention_start", END);
  private static final String PNC_ID = "pnc_id";
  private static final Set<String> IDENTIFYING =
      Set.of("surname", "forenames", "date_of_birth", "sex");

  /** Of the form that prisons deliver. */
  private static final Pattern PRISON_NUMBER =
      Pattern.compile(
          DataPackage.extracts()
              .resource("prison_release")
              .flatMap(releases -> releases.field("noms_number"))
              .orElseThrow()
              .pattern());

  private static final int YOUNGEST = 10;

  /** So many years before the records nothing began. */
  private static final int OLDEST = 115;

  private final int number;
  private final JudgedCsv.Row row;
  private final LocalDate snapshot;
  private final List<RowFault> faults = new ArrayList<>();
  private boolean isIdentified;

  private RowJudge(int number, JudgedCsv.Row row, LocalDate snapshot) {
    this.number = number;
    this.row = row;
    this.snapshot = snapshot;
  }

  /** Spreadsheets like to leave rows of commas at the end. */
  static boolean isBlank(JudgedCsv.Row row) {
    return row.values().isEmpty()
        && row.faults().stream().allMatch(f -> f.code() == ValidationCode.MISSING_REQUIRED);
  }

  static Participant judge(int number, JudgedCsv.Row row, LocalDate snapshot) {
    return new RowJudge(number, row, snapshot).participant();
  }

  private Participant participant() {
    LocalDate birth = date("date_of_birth");
    LocalDate start = date("intervention_start");
    LocalDate end = date(END);
    String surname = name("surname");
    String forenames = name("forenames");
    String pncId =
        Optional.ofNullable(text(PNC_ID))
            .flatMap(id -> PncId.canonical(id, snapshot.getYear()))
            .orElse(null);
    isIdentified =
        (surname != null || forenames != null)
            && (birth != null || pncId != null || isPrisonNumber(text("noms_number")));
    row.faults()
        .forEach(
            f -> addIdentifying(f.field(), f.code(), f.level(), f.message(), RowAdvice.of(row, f)));
    if (isTakenApart()) {
      checkNames();
      checkDates(start);
    }
    if (text(PNC_ID) != null && pncId == null) {
      add(
          PNC_ID,
          ValidationCode.BAD_CHECK_LETTER,
          Level.WARNING,
          "Not an id with its check letter; it counts as missing, and is only compared by how alike it is (value not shown: personal)",
          "Copy the id again, with its letter: it looks like 2003/0011985X");
    }
    DAYS.forEach(field -> checkDay(field, birth));
    if (start != null && end != null && end.isBefore(start)) {
      add(
          END,
          ValidationCode.DATE_ORDER,
          Level.WARNING,
          "It is before intervention_start and counts as missing",
          "Correct the one that is wrong");
      end = null;
    }
    return new Participant(
        number,
        row.line(),
        text("reference"),
        surname,
        forenames,
        birth,
        text("sex"),
        pncId,
        text(PNC_ID) == null
            ? null
            : PncId.asWritten(text(PNC_ID), snapshot.getYear()).orElse(null),
        text("noms_number"),
        date("index_date"),
        date("conviction_date"),
        start,
        end,
        text("area"),
        faults);
  }

  /** A name with a letter in it. */
  private String name(String field) {
    String name = text(field);
    return name == null || NameNormaliser.normalise(name) == null ? null : name;
  }

  private static boolean isPrisonNumber(String text) {
    return text != null && PRISON_NUMBER.matcher(text).matches();
  }

  /**
   * A field that identifies may be missing, or be of no use, as long as the others identify (METHOD
   * 8.2): a name, and a date of birth or a valid id.
   */
  private void addIdentifying(
      String field, ValidationCode code, Level level, String message, String advice) {
    if (isIdentified && field != null && IDENTIFYING.contains(field) && level == Level.ROW) {
      add(field, code, Level.WARNING, message + "; the row is used without it", advice);
    } else {
      add(field, code, level, message, advice);
    }
  }

  private void checkDay(String field, LocalDate birth) {
    LocalDate day = date(field);
    if (day == null) {
      return;
    }
    String what = null;
    if (birth != null && day.isBefore(birth)) {
      what = "It is before the person was born";
    } else if (birth != null && day.isBefore(birth.plusYears(YOUNGEST))) {
      what = "It is before the person was ten years old";
    } else if (day.isBefore(snapshot.minusYears(OLDEST))) {
      what =
          String.format(
              Locale.ROOT, "It is more than %d years before the records of %s", OLDEST, snapshot);
    } else if (day.isAfter(snapshot) && !field.equals(END)) {
      // A programme may be planned to end later.
      what = "It is after the records of %s".formatted(snapshot);
    }
    if (what != null) {
      add(field, ValidationCode.DATE_ORDER, Level.WARNING, what, "Check the year");
    }
  }

  private boolean isTakenApart() {
    return row.faults().stream().noneMatch(f -> f.code() == ValidationCode.PARSE);
  }

  private void checkNames() {
    for (String field : List.of("surname", "forenames")) {
      String name = text(field);
      if (name != null && NameNormaliser.normalise(name) == null) {
        addIdentifying(
            field,
            ValidationCode.BAD_PATTERN,
            Level.ROW,
            "There is no letter in it (value not shown: personal)",
            "Write the name");
      }
    }
  }

  private void checkDates(LocalDate start) {
    boolean hasOne = start != null || date("index_date") != null || date("conviction_date") != null;
    boolean isAlreadyNamed =
        row.faults().stream()
            .anyMatch(
                f ->
                    List.of("index_date", "conviction_date", "intervention_start")
                        .contains(f.field()));
    if (!hasOne && !isAlreadyNamed) {
      add(
          "intervention_start",
          ValidationCode.MISSING_REQUIRED,
          Level.ROW,
          "None of index_date, conviction_date and intervention_start is there",
          "Fill in one of the three");
    }
  }

  private void add(String field, ValidationCode code, Level level, String message, String advice) {
    faults.add(
        new RowFault(number, row.line(), text("reference"), field, code, level, message, advice));
  }

  private String text(String field) {
    return (String) row.values().get(field);
  }

  private LocalDate date(String field) {
    return (LocalDate) row.values().get(field);
  }

  /** What a provider does about a fault in a row. */
  static final class RowAdvice {
    private RowAdvice() {}

    static String of(JudgedCsv.Row row, ValueFault fault) {
      return switch (fault.code()) {
        case PARSE ->
            row.lastLine() > row.line()
                ? String.format(
                    Locale.ROOT,
                    "Close or remove the quote: lines %d to %d were read as one row",
                    row.line(),
                    row.lastLine())
                : "Count the commas in the row, and put quotes around values with a comma in them";
        case MISSING_REQUIRED -> "Fill it in";
        case BAD_TYPE -> "Write the whole day as the rest of the column has it, or as 1985-03-31";
        case NOT_IN_ENUM -> "Write one of the values that are allowed, in capitals";
        case IMPLAUSIBLE_DATE -> "Correct the year: nobody can have been born then";
        default -> "Correct it";
      };
    }
  }
}
