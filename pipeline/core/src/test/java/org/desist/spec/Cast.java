// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.desist.identity.PncId;

/**
 * The people and records of one case: the short names that its tables use, and what they are in the
 * files, where every case has people and ids of its own. A name in backticks is used as it is.
 */
final class Cast {
  private static final int CASE_SIZE = 1000;
  private static final int PNC_YEAR = 2000;

  private final SpecCase specCase;
  private final String prefix;
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Map<String, String> shown = new TreeMap<>();
  private final Map<String, String> ownIds = new TreeMap<>();
  private final Map<String, Integer> numbers = new TreeMap<>();

  Cast(SpecCase specCase) {
    this.specCase = specCase;
    this.prefix = prefix(specCase.number());
  }

  /**
   * Somebody in a case.
   *
   * @param number unique over all cases
   * @param identity what the records of this person say when a table does not say it otherwise
   */
  record Person(int number, Map<String, String> identity) {}

  /** What the ids of the case begin with in the files. */
  String prefix() {
    return prefix;
  }

  static String prefix(int caseNumber) {
    return String.format(Locale.ROOT, "%04d-", caseNumber);
  }

  /** A person, made when first named. */
  Person person(String name) {
    return people.computeIfAbsent(name, key -> make(CASE_SIZE * specCase.number() + people.size()));
  }

  private static Person make(int number) {
    Map<String, String> identity = new LinkedHashMap<>();
    identity.put(
        "pnc_id",
        String.format(
            Locale.ROOT, "%d/%07d%s", PNC_YEAR, number, PncId.checkLetter(PNC_YEAR, number)));
    identity.put("noms_number", prisonNumber('A', number));
    identity.put("surname", "Person" + letters(number));
    identity.put("forenames", "Alex");
    identity.put("date_of_birth", "1980-01-01");
    identity.put("sex", "M");
    return new Person(number, identity);
  }

  List<String> names() {
    return List.copyOf(people.keySet());
  }

  Map<String, Person> people() {
    return Map.copyOf(people);
  }

  /** What a cell of a column says in the file. */
  String written(String column, String cell) {
    if (cell.startsWith("`")) {
      return cell.substring(1, cell.length() - 1);
    }
    if (cell.isEmpty()) {
      return cell;
    }
    return switch (column) {
      case "pnc_id" ->
          known(cell)
              .map(person -> person.identity().get("pnc_id"))
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          specCase.place() + ": nobody is called " + cell));
      case "noms_number" ->
          known(cell)
              .map(person -> person.identity().get("noms_number"))
              .orElseGet(() -> prisonNumber('B', number(column, cell)));
      case "crn" -> String.format(Locale.ROOT, "X%06d", number(column, cell));
      case "surname" ->
          cell.chars().anyMatch(Character::isLetter) ? cell + letters(specCase.number()) : cell;
      default -> isId(column) ? ownIds.getOrDefault(column + " " + cell, prefix + cell) : cell;
    };
  }

  /**
   * An id that each of the people has for themselves; shown without the difference. The mark sorts
   * before letters and digits, so that the order of ids stays that of their short names.
   */
  String writtenFor(String name, String column, String id) {
    if (id.startsWith("`")) {
      return written(column, id);
    }
    String written = prefix + id + "!" + person(name).number();
    shown.put(written, id);
    ownIds.put(column + " " + id, written);
    return written;
  }

  /** A text of a result as the case knows it. */
  String shown(String text) {
    if (shown.containsKey(text)) {
      return shown.get(text);
    }
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  private Optional<Person> known(String name) {
    return Optional.ofNullable(people.get(name));
  }

  private int number(String column, String cell) {
    return CASE_SIZE * specCase.number()
        + numbers.computeIfAbsent(column + " " + cell, key -> numbers.size());
  }

  static boolean isId(String column) {
    return column.equals("measure") || (column.endsWith("_id") && !column.equals("pnc_id"));
  }

  private static String prisonNumber(char first, int number) {
    int rest = number / 10_000;
    return String.format(
        Locale.ROOT,
        "%s%04d%s%s",
        first,
        number % 10_000,
        (char) ('A' + rest / 26),
        (char) ('A' + rest % 26));
  }

  /** A number as letters: names are compared by their letters alone. */
  private static String letters(int number) {
    StringBuilder letters = new StringBuilder();
    for (int rest = number; rest > 0; rest /= 26) {
      letters.append((char) ('a' + rest % 26));
    }
    return letters.append('x').toString();
  }
}
