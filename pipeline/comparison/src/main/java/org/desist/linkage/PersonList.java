// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.desist.identity.NameNormaliser;

/**
 * A list of people by column, names made comparable. Rows count from 0. Equal texts are one object,
 * so a million people take some hundred megabytes.
 */
public final class PersonList {
  /** The normalised surname. */
  public static final int SURNAME = 0;

  /** All forenames in one, normalised. */
  public static final int FORENAMES = 1;

  /** The forename before the first blank, normalised. */
  public static final int FIRST_FORENAME = 2;

  /** The code of the sex, as it stands. */
  public static final int SEX = 3;

  /** The first of the further fields, normalised to lower case without outer blanks. */
  public static final int EXTRA = 4;

  private final String[] ids;
  private final String[][] texts;
  private final int[] births;

  private PersonList(String[] ids, String[][] texts, int[] births) {
    this.ids = ids;
    this.texts = texts;
    this.births = births;
  }

  /** The list in the order given. */
  public static PersonList of(Iterable<Identifiers> entries) {
    Builder builder = new Builder();
    entries.forEach(builder::add);
    return builder.build();
  }

  public int size() {
    return ids.length;
  }

  public String id(int row) {
    return ids[row];
  }

  /** A text by column; null when missing. */
  String text(int column, int row) {
    return column < texts.length ? texts[column][row] : null;
  }

  /** The date of birth as yyyymmdd; 0 when missing. */
  int birth(int row) {
    return births[row];
  }

  /** Collects entries one by one, for lists that should not be held twice. */
  public static final class Builder {
    private final List<String> ids = new ArrayList<>();
    private final List<List<String>> texts = new ArrayList<>();
    private final Map<String, String> known = new HashMap<>();
    private int[] births = new int[1024];

    /** Adds the next row. */
    public void add(Identifiers entry) {
      int row = ids.size();
      if (row == births.length) {
        births = Arrays.copyOf(births, row * 2);
      }
      births[row] = day(entry.birth());
      ids.add(entry.id());
      put(SURNAME, NameNormaliser.normalise(entry.surname()));
      put(FORENAMES, NameNormaliser.normalise(entry.forenames()));
      put(FIRST_FORENAME, NameNormaliser.normalise(first(entry.forenames())));
      put(SEX, tidy(entry.sex()));
      for (int i = 0; i < entry.extra().size(); i++) {
        put(EXTRA + i, tidy(entry.extra().get(i)));
      }
    }

    /** The list of everything added so far. */
    public PersonList build() {
      int size = ids.size();
      String[][] columns = new String[texts.size()][];
      for (int column = 0; column < columns.length; column++) {
        // A column that the last rows do not have is missing there.
        columns[column] = texts.get(column).toArray(new String[size]);
      }
      return new PersonList(ids.toArray(new String[0]), columns, Arrays.copyOf(births, size));
    }

    private void put(int column, String text) {
      while (texts.size() <= column) {
        texts.add(new ArrayList<>());
      }
      List<String> values = texts.get(column);
      while (values.size() < ids.size() - 1) {
        values.add(null);
      }
      values.add(text == null ? null : known.computeIfAbsent(text, same -> same));
    }

    private static String first(String forenames) {
      if (forenames == null) {
        return null;
      }
      String tidy = forenames.strip();
      int blank = tidy.indexOf(' ');
      return blank < 0 ? tidy : tidy.substring(0, blank);
    }

    private static String tidy(String text) {
      return text == null || text.isBlank() ? null : text.strip().toLowerCase(Locale.ROOT);
    }

    private static int day(LocalDate date) {
      return date == null
          ? 0
          : date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }
  }

  /**
   * What is known of one person, as written; any part but the id may be null. Personal data.
   *
   * @param id names the entry in its own list, unique there
   * @param surname as written
   * @param forenames as written, separated by blanks
   * @param birth date of birth
   * @param sex a code, compared as it stands
   * @param extra further fields, as many and in the same order in both lists
   */
  public record Identifiers(
      String id,
      String surname,
      String forenames,
      LocalDate birth,
      String sex,
      List<String> extra) {
    /** An entry without further fields. */
    public Identifiers(String id, String surname, String forenames, LocalDate birth, String sex) {
      this(id, surname, forenames, birth, sex, List.of());
    }
  }
}
