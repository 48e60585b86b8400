// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/** Runs bare.sql on the folder of a snapshot: java -cp duckdb_jdbc.jar Bare.java SQL DIR REF. */
class Bare {
  public static void main(String[] arguments) throws Exception {
    String script =
        Files.readString(Path.of(arguments[0]))
            .replaceAll("--[^\n]*", "")
            .replace("@DIR", arguments[1])
            .replace("@REF", arguments[2]);
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("set preserve_insertion_order = false");
      for (String sql : script.split(";")) {
        if (!sql.isBlank() && statement.execute(sql)) {
          try (ResultSet result = statement.getResultSet()) {
            long rows = 0;
            long offenders = 0;
            while (result.next()) {
              rows++;
              offenders += result.getLong("offenders");
            }
            System.out.println(rows + " quarters, " + offenders + " members");
          }
        }
      }
    }
  }
}
