// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.desist.sent.SentTable.SentRow;

/**
 * In which form the dates of a column are: the one that every date of it fits. Where two fit that
 * mean different days, it is asked for.
 */
final class ListDates {
  private static final String ISO = "yyyy-MM-dd";

  /** A time of day says nothing that is needed. */
  private static final Pattern TIME = Pattern.compile("[ T]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z?$");

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Pattern MONTH_NAMES =
      Pattern.compile(
          "jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?");

  /** By name, as request.yaml has it. */
  private static final Map<String, Pattern> FORMS = new LinkedHashMap<>();

  static {
    String day = "(?<d>\\d{1,2})";
    String month = "(?<m>\\d{1,2})";
    String year = "(?<y>\\d{4})";
    FORMS.put(ISO, Pattern.compile(year + "-(?<m>\\d{2})-(?<d>\\d{2})"));
    FORMS.put("dd/MM/yyyy", Pattern.compile(day + "/" + month + "/" + year));
    FORMS.put("dd-MM-yyyy", Pattern.compile(day + "-" + month + "-" + year));
    FORMS.put("dd.MM.yyyy", Pattern.compile(day + "\\." + month + "\\." + year));
    FORMS.put("d MMM yyyy", Pattern.compile(day + "([ -])(?<m>[A-Za-z]{3,9})\\2" + year));
    FORMS.put("MM/dd/yyyy", Pattern.compile(month + "/" + day + "/" + year));
    FORMS.put("MM-dd-yyyy", Pattern.compile(month + "-" + day + "-" + year));
    FORMS.put("yyyy/MM/dd", Pattern.compile(year + "/" + month + "/" + day));
  }

  /** Of which century is 80? */
  private static final Pattern SHORT_YEAR =
      Pattern.compile("\\d{1,2}[-/. ]([A-Za-z]{3,9}|\\d{1,2})[-/. ]\\d{2}");

  private final Map<String, String> said;
  private final List<String> assumptions;
  private final Map<String, String> questions = new LinkedHashMap<>();
  private final Map<String, String> examples = new LinkedHashMap<>();

  /**
   * Prepares to read.
   *
   * @param said by field, the form of its dates
   * @param assumptions takes a sentence for every column whose dates are not in the contract's form
   */
  ListDates(Map<String, String> said, List<String> assumptions) {
    this.said = said;
    this.assumptions = assumptions;
  }

  /** The names of the forms that are known. */
  static Set<String> forms() {
    return FORMS.keySet();
  }

  /** What has to be asked, by field. */
  Map<String, String> questions() {
    return questions;
  }

  /** What an answer would look like; empty where only the sender can give one. */
  Optional<String> example() {
    return examples.isEmpty()
        ? Optional.empty()
        : Optional.of(
            examples.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "dates: {", "}")));
  }

  /** The rows with the dates of a column as the contract has them; what is no date stays. */
  List<SentRow> read(String field, int column, List<SentRow> rows) {
    List<String> texts =
        rows.stream()
            .filter(row -> !row.days().contains(column))
            .map(row -> row.value(column))
            .filter(text -> FORMS.keySet().stream().anyMatch(form -> day(form, text).isPresent()))
            .toList();
    boolean hasDays = rows.stream().anyMatch(row -> row.days().contains(column));
    long shortYears =
        rows.stream().filter(row -> SHORT_YEAR.matcher(row.value(column)).matches()).count();
    if (shortYears > 1 && shortYears > texts.size()) {
      questions.put(
          field,
          "its years have two digits: is 80 the year 1980? Show four digits (in a spreadsheet by the format of the cells, such as dd/mm/yyyy) and send the list again");
      return rows;
    }
    String form = said.containsKey(field) ? said.get(field) : form(field, texts, hasDays);
    if (form == null) {
      return rows;
    }
    List<SentRow> read = new ArrayList<>();
    boolean isChanged = false;
    for (SentRow row : rows) {
      Optional<LocalDate> day =
          row.days().contains(column) || column >= row.values().size()
              ? Optional.empty()
              : day(form, row.value(column));
      boolean isOther = day.isPresent() && !row.value(column).equals(day.get().toString());
      isChanged |= isOther;
      read.add(isOther ? row.with(column, day.get().toString()) : row);
    }
    if (isChanged) {
      assumptions.add(
          said.containsKey(field)
              ? "Dates of %s are read as %s, as request.yaml says.".formatted(field, form)
              : "Dates of %s are read as %s%s."
                  .formatted(
                      field,
                      form,
                      form.equals(ISO)
                          ? ", without their time of day"
                          : ": each of them fits that, and no other form that means another day"));
    }
    return read;
  }

  /** The form of a column; null where it is asked for, or there is nothing to read. */
  private String form(String field, List<String> texts, boolean hasDays) {
    if (texts.isEmpty()) {
      return null;
    }
    Map<List<LocalDate>, String> meanings = new LinkedHashMap<>();
    for (String form : FORMS.keySet()) {
      List<LocalDate> days = new ArrayList<>();
      texts.forEach(text -> day(form, text).ifPresent(days::add));
      if (days.size() == texts.size()) {
        meanings.putIfAbsent(days, form);
      }
    }
    boolean isIso = meanings.containsValue(ISO);
    if (hasDays && !isIso) {
      // A spreadsheet of another country turns 3/2 into 2 March and leaves 13/2 a text.
      questions.put(
          field,
          "some are dates of the spreadsheet and some are texts. Did the program that opened the list swap day and month in the former? Compare them with the source");
      examples.put(field, meanings.isEmpty() ? "dd/MM/yyyy" : meanings.values().iterator().next());
      return null;
    }
    if (meanings.size() == 1) {
      return meanings.values().iterator().next();
    }
    if (meanings.isEmpty()) {
      if (texts.stream().anyMatch(text -> day(ISO, text).isPresent())) {
        return ISO;
      }
      questions.put(field, "in which form are they? No form fits every one");
      examples.put(field, "dd/MM/yyyy");
      return null;
    }
    List<String> forms = List.copyOf(meanings.values());
    // Only the order of day and month can be open; the day is nobody's.
    questions.put(
        field,
        "is %s the 3rd of April (%s) or the 4th of March (%s)? Every date of the column fits both"
            .formatted(
                "03/04/2015".replace('/', forms.get(0).charAt(2)), forms.get(0), forms.get(1)));
    examples.put(field, forms.get(0));
    return null;
  }

  private static Optional<LocalDate> day(String form, String text) {
    Matcher parts = FORMS.get(form).matcher(TIME.matcher(text).replaceFirst(""));
    if (!parts.matches()) {
      return Optional.empty();
    }
    String month = parts.group("m").toLowerCase(Locale.ROOT);
    boolean isName = MONTH_NAMES.matcher(month).matches();
    try {
      return isName || Character.isDigit(month.charAt(0))
          ? Optional.of(
              LocalDate.of(
                  Integer.parseInt(parts.group("y")),
                  isName ? MONTHS.indexOf(month.substring(0, 3)) + 1 : Integer.parseInt(month),
                  Integer.parseInt(parts.group("d"))))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
