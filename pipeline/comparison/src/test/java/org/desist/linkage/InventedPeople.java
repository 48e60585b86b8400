// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.desist.linkage.PersonList.Identifiers;

/**
 * People who do not exist, and a list of some of them (and of some others) in which each field has
 * a typing error with a given chance.
 */
final class InventedPeople {
  /** One in so many entries of the short list is not in the long one. */
  private static final int ABSENT = 10;

  private static final LocalDate FIRST_BIRTH = LocalDate.of(1940, 1, 1);
  private static final int BIRTHS = 60 * 365;

  private final SplittableRandom random;
  private final List<String> surnames = names("surnames", "");
  private final Map<String, List<String>> forenames =
      new TreeMap<>(Map.of("M", names("forenames", "M"), "F", names("forenames", "F")));

  /** The short list. */
  final List<Identifiers> entries = new ArrayList<>();

  /** The long list. */
  final List<Identifiers> people = new ArrayList<>();

  /** Id in the long list by id in the short one. */
  final Map<String, String> truth = new HashMap<>();

  InventedPeople(long seed, int persons, int entered, double errors) {
    random = new SplittableRandom(seed);
    for (int i = 0; i < persons; i++) {
      people.add(person("P" + i));
    }
    for (int i = 0; i < entered; i++) {
      String id = "E" + i;
      boolean absent = i % ABSENT == 0;
      // Entries are spread evenly, so that nobody is entered twice.
      Identifiers person = absent ? person(id) : people.get((int) ((long) i * persons / entered));
      if (!absent) {
        truth.put(id, person.id());
      }
      entries.add(written(id, person, errors));
    }
  }

  private Identifiers person(String id) {
    String sex = random.nextInt(100) < 85 ? "M" : "F";
    List<String> given = forenames.get(sex);
    String second = random.nextInt(100) < 45 ? " " + any(given) : "";
    LocalDate birth = FIRST_BIRTH.plusDays(random.nextInt(BIRTHS));
    return new Identifiers(id, any(surnames), any(given) + second, birth, sex);
  }

  private Identifiers written(String id, Identifiers person, double errors) {
    return new Identifiers(
        id,
        wrong(errors) ? mistyped(person.surname()) : person.surname(),
        wrong(errors) ? mistyped(person.forenames()) : person.forenames(),
        wrong(errors) ? mistyped(person.birth()) : person.birth(),
        wrong(errors) ? (person.sex().equals("M") ? "F" : "M") : person.sex());
  }

  private boolean wrong(double errors) {
    return random.nextDouble() < errors;
  }

  /** One letter changed, left out, put in or exchanged with the next. */
  private String mistyped(String text) {
    StringBuilder typed = new StringBuilder(text);
    int at = random.nextInt(text.length());
    char letter = (char) ('a' + random.nextInt(26));
    switch (random.nextInt(4)) {
      case 0 -> typed.setCharAt(at, letter);
      case 1 -> typed.deleteCharAt(at);
      case 2 -> typed.insert(at, letter);
      default -> {
        int next = Math.min(at + 1, text.length() - 1);
        typed.setCharAt(at, text.charAt(next));
        typed.setCharAt(next, text.charAt(at));
      }
    }
    return typed.toString();
  }

  /** Another day, month or year, or day and month exchanged where that is a date. */
  private LocalDate mistyped(LocalDate birth) {
    return switch (random.nextInt(4)) {
      case 0 -> birth.withDayOfMonth(1 + birth.getDayOfMonth() % 28);
      case 1 -> birth.withMonth(1 + birth.getMonthValue() % 12);
      case 2 -> birth.plusYears(random.nextBoolean() ? 1 : 10);
      default ->
          birth.getDayOfMonth() <= 12
              ? LocalDate.of(birth.getYear(), birth.getDayOfMonth(), birth.getMonthValue())
              : birth.plusYears(-1);
    };
  }

  private String any(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }

  /** Each name as often as its weight says. */
  private static List<String> names(String table, String sex) {
    List<String> names = new ArrayList<>();
    try (InputStream stream =
            InventedPeople.class
                .getClassLoader()
                .getResourceAsStream("generate/" + table + ".csv");
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(stream)) {
      for (NamedCsvRecord row : rows) {
        if (sex.isEmpty() || row.getField("sex").equals(sex)) {
          for (int i = 0; i < Double.parseDouble(row.getField("weight")); i++) {
            names.add(row.getField("name"));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
