// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Records as table rows: a component {@code eventDate} is the column {@code event_date}. */
final class Columns {
  /** Looked up once per type: a table may have many thousands of rows. */
  private static final ClassValue<Map<String, Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
          Map<String, Method> accessors = new LinkedHashMap<>();
          for (RecordComponent component : type.getRecordComponents()) {
            accessors.put(name(component), component.getAccessor());
          }
          return accessors;
        }
      };

  private Columns() {}

  /** Column names of a record type, in the order of its components. */
  static List<String> names(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(Columns::name).toList();
  }

  /** One row: column name to value, in the order of the components; values may be null. */
  static Map<String, Object> row(Record record) {
    Map<String, Object> row = new LinkedHashMap<>();
    ACCESSORS
        .get(record.getClass())
        .forEach(
            (name, accessor) -> {
              try {
                row.put(name, accessor.invoke(record));
              } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Cannot read the column " + name, e);
              }
            });
    return Collections.unmodifiableMap(row);
  }

  /**
   * A record from texts by column name; absent, empty and NULL are missing values.
   *
   * @throws IllegalArgumentException when a name is not a column of the type
   */
  static <T extends Record> T read(Class<T> type, Map<String, String> texts) {
    List<String> names = names(type);
    for (String given : texts.keySet()) {
      if (!names.contains(given)) {
        throw new IllegalArgumentException(
            "Cannot read a " + type.getSimpleName() + ": no such column: " + given);
      }
    }
    List<Object> values = new ArrayList<>();
    List<Class<?>> types = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      values.add(value(component.getType(), texts.get(name(component))));
      types.add(component.getType());
    }
    try {
      return type.getDeclaredConstructor(types.toArray(Class<?>[]::new))
          .newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make a " + type.getSimpleName(), e);
    }
  }

  private static Object value(Class<?> type, String text) {
    if (text == null || text.isEmpty() || text.equals("NULL")) {
      return null;
    }
    if (type == String.class) {
      return text;
    } else if (type == LocalDate.class) {
      return LocalDate.parse(text);
    } else if (type == Integer.class) {
      return Integer.valueOf(text);
    } else if (type == BigDecimal.class) {
      return new BigDecimal(text);
    } else if (type == Boolean.class) {
      return List.of("true", "True", "TRUE", "1").contains(text);
    }
    throw new IllegalArgumentException("Cannot read a value of " + type);
  }

  private static String name(RecordComponent component) {
    // A year is a word of its own (region_draft_2019); the 3 of ogrs3 is not.
    return component.getName().replaceAll("([A-Z]|[0-9]{4})", "_$1").toLowerCase(Locale.ROOT);
  }
}
