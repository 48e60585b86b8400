// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/** Runs the small queries beside a class, by name, with values bound and never pasted. */
public final class ScreenSql {
  private final Connection connection;
  private final Class<?> beside;

  ScreenSql(Connection connection) {
    this(connection, ScreenSql.class);
  }

  /** The queries that lie beside a class, as NAME.sql. */
  public ScreenSql(Connection connection, Class<?> beside) {
    this.connection = connection;
    this.beside = beside;
  }

  /** The rows in order, each by column name in the select's order. */
  public List<Map<String, Object>> rows(String name, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(text(name))) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        return read(result);
      }
    } catch (SQLException e) {
      throw new DesistException(
          ErrorCode.ENGINE,
          "Cannot read the marts for the screen (%s): %s".formatted(name, e.getMessage()),
          e);
    }
  }

  private static List<Map<String, Object>> read(ResultSet result) throws SQLException {
    List<Map<String, Object>> rows = new ArrayList<>();
    int columns = result.getMetaData().getColumnCount();
    while (result.next()) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (int column = 1; column <= columns; column++) {
        row.put(result.getMetaData().getColumnLabel(column), result.getObject(column));
      }
      rows.add(row);
    }
    return rows;
  }

  private String text(String name) {
    try (InputStream input = beside.getResourceAsStream(name + ".sql")) {
      if (input == null) {
        throw new IllegalArgumentException("there is no query " + name + ".sql");
      }
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
