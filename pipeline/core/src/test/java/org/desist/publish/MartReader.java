// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.publish;

import static java.util.Map.entry;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Reads the marts of a version as an analyst does: DuckDB over the Parquet files. */
final class MartReader implements AutoCloseable {
  private final Connection connection = DriverManager.getConnection("jdbc:duckdb:");

  /** A view {@code AREA.MART} for each mart of the contract. */
  MartReader(Path version) throws SQLException {
    execute("create schema published");
    execute("create schema restricted");
    for (MartContract.Mart mart : MartContract.read().ofVersions()) {
      execute(
          "create view %s as select * from read_parquet('%s/*.parquet')"
              .formatted(mart.name(), version.toAbsolutePath().resolve(mart.path())));
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Names and types, in order; types in lower case, an int by its short name. */
  List<Map.Entry<String, String>> columns(MartContract.Mart mart) throws SQLException {
    List<Map.Entry<String, String>> columns = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("describe " + mart.name())) {
      while (result.next()) {
        String type = result.getString("column_type").toLowerCase(Locale.ROOT);
        columns.add(entry(result.getString("column_name"), type.equals("integer") ? "int" : type));
      }
    }
    return columns;
  }

  /** How many rows meet a condition. */
  long count(MartContract.Mart mart, String condition) throws SQLException {
    return number("select count(*) from %s where %s".formatted(mart.name(), condition));
  }

  /** How many values of the primary key more than one row has; 0 when there is no key. */
  long repeatedKeys(MartContract.Mart mart) throws SQLException {
    if (mart.schema().primaryKey().isEmpty()) {
      return 0;
    }
    return number(
        "select count(*) from (select 1 from %s group by %s having count(*) > 1)"
            .formatted(mart.name(), String.join(", ", mart.schema().primaryKey())));
  }

  /** How many rows a query gives. */
  long rows(String query) throws SQLException {
    return number("select count(*) from (" + query + ")");
  }

  private long number(String query) throws SQLException {
    return number(connection, query);
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }

  /** How many rows a query of the catalog gives. */
  static long rows(Path catalog, String query) throws SQLException {
    try (Connection connection = open(catalog)) {
      return number(connection, "select count(*) from (" + query + ")");
    }
  }

  /** The comment of each column, by {@code VIEW.COLUMN}. */
  static Map<String, String> comments(Path catalog) throws SQLException {
    Map<String, String> comments = new TreeMap<>();
    try (Connection connection = open(catalog);
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select table_name, column_name, comment from duckdb_columns() where not internal")) {
      while (result.next()) {
        comments.put(result.getString(1) + "." + result.getString(2), result.getString(3));
      }
    }
    return comments;
  }

  private static Connection open(Path catalog) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("duckdb.read_only", "true");
    return DriverManager.getConnection("jdbc:duckdb:" + catalog, properties);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
