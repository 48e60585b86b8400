// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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

  /** Key columns of few values, each of which stands for many rows. */
  private static final List<String> KINDS = List.of("breakdown", "geography_type", "cohort_window");

  private static final double TOLERANCE = 1e-9;
  private static final int SHOWN = 20;

  private Rows() {}

  /**
   * What is different, the first twenty in words; empty when the tables agree. A table, column,
   * breakdown, type of geography or kind of cohort that only one side has is one line, and its rows
   * are none. Columns that only the actual table has are ignored, so that it may have more than was
   * foreseen.
   *
   * @param key the columns that identify a row in both
   */
  public static List<String> differences(
      List<Map<String, Object>> expected, List<Map<String, Object>> actual, List<String> key) {
    if (expected.isEmpty() != actual.isEmpty()) {
      return List.of(
          expected.isEmpty()
              ? "not one row expected, and there are " + actual.size()
              : "not one row, and " + expected.size() + " are expected");
    }
    List<String> found = new ArrayList<>();
    Set<Map<String, Object>> single = singles(expected, actual, key, found);
    Map<String, Map<String, Object>> left = index("expected", expected, key, found);
    Map<String, Map<String, Object>> right = index("actual", actual, key, found);
    missingColumns(expected, actual, found);
    TreeSet<String> keys = new TreeSet<>(left.keySet());
    keys.addAll(right.keySet());
    for (String id : keys) {
      if (!right.containsKey(id)) {
        if (!single.contains(left.get(id))) {
          found.add("missing: " + id + " " + left.get(id));
        }
      } else if (!left.containsKey(id)) {
        if (!single.contains(right.get(id))) {
          found.add("not expected: " + id + " " + right.get(id));
        }
      } else {
        compare(id, left.get(id), right.get(id), found);
      }
    }
    return shorten(found);
  }

  /**
   * Rows, to the last bit, that one table has more often than the other: the first twenty; a kind
   * of row that only one has is one line, as in {@link #differences}.
   */
  public static List<String> surplus(
      List<Map<String, Object>> first, List<Map<String, Object>> second) {
    Map<Map<String, Object>, Integer> counts = new LinkedHashMap<>();
    first.forEach(row -> counts.merge(row, 1, Integer::sum));
    second.forEach(row -> counts.merge(row, -1, Integer::sum));
    List<String> found = new ArrayList<>();
    Set<Map<String, Object>> single =
        first.isEmpty() || second.isEmpty()
            ? Set.of()
            : singles(first, second, List.copyOf(first.get(0).keySet()), found);
    counts.forEach(
        (row, count) -> {
          if (count != 0 && !single.contains(row)) {
            found.add((count > 0 ? "missing: " : "not expected: ") + row);
          }
        });
    return shorten(found);
  }

  /** The rows of what only one side has, each kind of them one line of what was found. */
  private static Set<Map<String, Object>> singles(
      List<Map<String, Object>> expected,
      List<Map<String, Object>> actual,
      List<String> key,
      List<String> found) {
    Set<Map<String, Object>> rows = Collections.newSetFromMap(new IdentityHashMap<>());
    for (String column : KINDS) {
      if (key.contains(column)) {
        Map<String, List<Map<String, Object>>> left = byValue(expected, column);
        Map<String, List<Map<String, Object>>> right = byValue(actual, column);
        left.forEach(
            (value, some) -> {
              if (!right.containsKey(value) && rows.addAll(some)) {
                found.add("missing: all " + some.size() + " rows of " + column + " " + value);
              }
            });
        right.forEach(
            (value, some) -> {
              if (!left.containsKey(value) && rows.addAll(some)) {
                found.add("not expected: all " + some.size() + " rows of " + column + " " + value);
              }
            });
      }
    }
    return rows;
  }

  private static Map<String, List<Map<String, Object>>> byValue(
      List<Map<String, Object>> rows, String column) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> String.valueOf(row.get(column)), TreeMap::new, Collectors.toList()));
  }

  private static void missingColumns(
      List<Map<String, Object>> expected, List<Map<String, Object>> actual, List<String> found) {
    if (!expected.isEmpty()) {
      Set<String> columns = new TreeSet<>(expected.get(0).keySet());
      columns.removeAll(actual.get(0).keySet());
      columns.forEach(column -> found.add("no column " + column));
    }
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
          if (right.containsKey(column) && !same(plain(value), plain(right.get(column)))) {
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
