// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.desist.engine.DuckDbEngine;

/** Reads what models wrote into columns of primitive values: too many rows for rows of objects. */
final class UnitReader {
  private static final int MEMORY_MEGABYTES = 1000;
  private static final int THREADS = 2;

  private UnitReader() {}

  /**
   * The units of a folder of {@code comparison_unit}, by key.
   *
   * @param spill folder for what does not fit in memory; it need not exist
   */
  static Units units(Path folder, Path spill) {
    String traits = Trait.ALL.stream().map(Trait::name).collect(Collectors.joining(", "));
    try (DuckDbEngine reader = mounted(folder, spill)) {
      int size = count(reader);
      boolean[] treated = new boolean[size];
      boolean[] hasEnd = new boolean[size];
      int[] days = new int[size];
      double[] before = new double[size];
      long[] persons = new long[size];
      Map<String, double[]> numbers = new LinkedHashMap<>();
      Map<String, String[]> texts = new LinkedHashMap<>();
      for (Trait trait : Trait.ALL) {
        if (trait.isText()) {
          texts.put(trait.name(), new String[size]);
        } else {
          numbers.put(trait.name(), new double[size]);
        }
      }
      Map<String, String> known = new HashMap<>();
      int[] next = {0};
      reader.each(
          "select is_participant, has_end, coalesce(days, -1), offended_before, person_no, "
              + traits
              + " from units order by person_key, index_date",
          row -> {
            int unit = next[0]++;
            treated[unit] = row.getBoolean(1);
            hasEnd[unit] = row.getBoolean(2);
            days[unit] = row.getInt(3);
            before[unit] = row.getBoolean(4) ? 1 : 0;
            persons[unit] = row.getLong(5);
            for (int i = 0; i < Trait.ALL.size(); i++) {
              Trait trait = Trait.ALL.get(i);
              if (trait.isText()) {
                String text = row.getString(i + 6);
                texts.get(trait.name())[unit] =
                    text == null ? null : known.computeIfAbsent(text, same -> same);
              } else {
                double number = row.getDouble(i + 6);
                numbers.get(trait.name())[unit] = row.wasNull() ? Double.NaN : number;
              }
            }
          });
      int[] places = new int[size];
      Arrays.setAll(places, place -> place);
      return new Units(places, persons, treated, hasEnd, days, before, numbers, texts);
    }
  }

  /** What happened next, in the order of {@link #units}. */
  static Reoffending reoffending(Path folder, Path spill) {
    try (DuckDbEngine reader = mounted(folder, spill)) {
      Reoffending reoffending = new Reoffending(count(reader));
      int[] next = {0};
      reader.each(
          "select reoffences, days_to_first_reoffence, first_reoffence_court_mode,"
              + " custodial_reoffences, indictable_only, either_way, summary"
              + " from units order by person_key, index_date",
          row -> {
            double days = row.getDouble(2);
            boolean isNone = row.wasNull();
            reoffending.put(
                next[0]++,
                row.getDouble(1),
                isNone ? Double.NaN : days,
                row.getString(3),
                row.getDouble(4),
                new double[] {row.getDouble(5), row.getDouble(6), row.getDouble(7)});
          });
      return reoffending;
    }
  }

  /** Whatever engine made the files, DuckDB hands their rows over without holding them. */
  private static DuckDbEngine mounted(Path folder, Path spill) {
    DuckDbEngine reader = DuckDbEngine.start(THREADS, MEMORY_MEGABYTES, spill);
    reader.mount("units", folder);
    return reader;
  }

  private static int count(DuckDbEngine reader) {
    return ((Number) reader.rows("select count(*) as n from units").get(0).get("n")).intValue();
  }
}
