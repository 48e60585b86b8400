// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/** Reads what models wrote into columns of primitive values: too many rows for rows of objects. */
final class UnitReader {
  private UnitReader() {}

  /** The units of a folder of {@code comparison_unit}, by key. */
  static Units units(Path folder) {
    String traits = Trait.ALL.stream().map(Trait::name).collect(Collectors.joining(", "));
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
      int size = count(duckdb, folder);
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
      String select =
          "select is_participant, has_end, coalesce(days, -1), offended_before, person_no, %s from %s order by person_key, index_date"
              .formatted(traits, files(folder));
      try (Statement statement = duckdb.createStatement();
          ResultSet row = statement.executeQuery(select)) {
        for (int unit = 0; row.next(); unit++) {
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
        }
      }
      int[] places = new int[size];
      Arrays.setAll(places, place -> place);
      return new Units(places, persons, treated, hasEnd, days, before, numbers, texts);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** What happened next, in the order of {@link #units}. */
  static Reoffending reoffending(Path folder) {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
      Reoffending reoffending = new Reoffending(count(duckdb, folder));
      String select =
          "select reoffences, days_to_first_reoffence, first_reoffence_court_mode, custodial_reoffences, indictable_only, either_way, summary from %s order by person_key, index_date"
              .formatted(files(folder));
      try (Statement statement = duckdb.createStatement();
          ResultSet row = statement.executeQuery(select)) {
        for (int unit = 0; row.next(); unit++) {
          double days = row.getDouble(2);
          reoffending.put(
              unit,
              row.getDouble(1),
              row.wasNull() ? Double.NaN : days,
              row.getString(3),
              row.getDouble(4),
              new double[] {row.getDouble(5), row.getDouble(6), row.getDouble(7)});
        }
      }
      return reoffending;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static int count(Connection duckdb, Path folder) throws SQLException {
    try (Statement statement = duckdb.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + files(folder))) {
      row.next();
      return row.getInt(1);
    }
  }

  private static String files(Path folder) {
    return "read_parquet('"
        + folder.toAbsolutePath().toString().replace("'", "''")
        + "/*.parquet')";
  }

  private static DesistException failure(SQLException cause) {
    return new DesistException(
        ErrorCode.ENGINE,
        "Cannot read the people of a comparison: %s. Try again.".formatted(cause.getMessage()),
        cause);
  }
}
