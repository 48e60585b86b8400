// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Compares two tables by column name and key, whatever the order of rows and columns. Whole numbers
 * of any width compare as numbers, fractions to 1e-9, dates of {@code java.sql} as dates; a null
 * equals only a null, and a boolean only a boolean.
 */
public final class Rows {
  /** What identifies a row of {@code reoffending_rate}. */
  public static final List<String> RATE_KEY =
      List.of(
          "cohort_window",
          "cohort_start",
          "geography_type",
          "geography_code",
          "breakdown",
          "category");

  /** What identifies a row of {@code cohort_member} as the oracle names persons. */
  public static final List<String> MEMBER_KEY =
      List.of("cohort_window", "cohort_start", "pnc_id", "index_date");

  /** What identifies a row of {@code reoffence} as the oracle names persons. */
  public static final List<String> REOFFENCE_KEY =
      List.of("cohort_window", "cohort_start", "pnc_id", "index_date", "offence_id");

  private static final double TOLERANCE = 1e-9;
  private static final int SHOWN = 20;

  private Rows() {}

  /**
   * What is different, the first twenty in words; empty when the tables agree. Columns that only
   * the actual table has are ignored, so that it may have more than was foreseen.
   *
   * @param key the columns that identify a row in both
   */
  public static List<String> differences(
      List<Map<String, Object>> expected, List<Map<String, Object>> actual, List<String> key) {
    List<String> found = new ArrayList<>();
    Map<String, Map<String, Object>> left = index("expected", expected, key, found);
    Map<String, Map<String, Object>> right = index("actual", actual, key, found);
    TreeSet<String> keys = new TreeSet<>(left.keySet());
    keys.addAll(right.keySet());
    for (String id : keys) {
      if (!right.containsKey(id)) {
        found.add("missing: " + id + " " + left.get(id));
      } else if (!left.containsKey(id)) {
        found.add("not expected: " + id + " " + right.get(id));
      } else {
        compare(id, left.get(id), right.get(id), found);
      }
    }
    return shorten(found);
  }

  /** Rows with one column replaced by another made of it, for keys that differ in kind. */
  public static List<Map<String, Object>> replace(
      List<Map<String, Object>> rows, String column, String by, UnaryOperator<String> make) {
    List<Map<String, Object>> replaced = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      Map<String, Object> copy = new LinkedHashMap<>();
      row.forEach(
          (name, value) -> {
            if (name.equals(column)) {
              copy.put(by, value == null ? null : make.apply(value.toString()));
            } else {
              copy.put(name, value);
            }
          });
      replaced.add(copy);
    }
    return replaced;
  }

  private static Map<String, Map<String, Object>> index(
      String side, List<Map<String, Object>> rows, List<String> key, List<String> found) {
    Map<String, Map<String, Object>> indexed = new TreeMap<>();
    for (Map<String, Object> row : rows) {
      StringBuilder id = new StringBuilder();
      for (String column : key) {
        if (!row.containsKey(column)) {
          throw new IllegalArgumentException(
              "Cannot compare: no key column " + column + " in " + side + " " + row.keySet());
        }
        id.append(id.isEmpty() ? "" : " | ").append(plain(row.get(column)));
      }
      if (indexed.put(id.toString(), row) != null) {
        found.add("twice in " + side + ": " + id);
      }
    }
    return indexed;
  }

  private static void compare(
      String id, Map<String, Object> left, Map<String, Object> right, List<String> found) {
    left.forEach(
        (column, value) -> {
          if (!right.containsKey(column)) {
            found.add("no column " + column + " in " + right.keySet());
          } else if (!same(plain(value), plain(right.get(column)))) {
            found.add("%s: %s expected %s, was %s".formatted(id, column, value, right.get(column)));
          }
        });
  }

  private static boolean same(Object a, Object b) {
    if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
      return x.subtract(y).abs().doubleValue() <= TOLERANCE;
    }
    return Objects.equals(a, b);
  }

  /** One type per kind of value: decimals, dates, texts, booleans. */
  private static Object plain(Object value) {
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? BigDecimal.valueOf(number) : value.toString();
    } else if (value instanceof BigDecimal number) {
      return number;
    } else if (value instanceof Number number) {
      return new BigDecimal(number.toString());
    } else if (value instanceof java.sql.Date date) {
      return date.toLocalDate();
    } else if (value instanceof java.sql.Timestamp stamp) {
      return stamp.toLocalDateTime();
    } else if (value == null || value instanceof Boolean || value instanceof LocalDate) {
      return value;
    }
    return value.toString();
  }

  private static List<String> shorten(List<String> found) {
    if (found.size() <= SHOWN) {
      return List.copyOf(found);
    }
    List<String> first = new ArrayList<>(found.subList(0, SHOWN));
    first.add("and " + (found.size() - SHOWN) + " more");
    return List.copyOf(first);
  }
}
