// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.desist.jobs.terminal.TextTable;

/** Writes the rows of a result, one after another. */
final class QueryAnswer {
  /** A table is held whole to find its widths; more rows than this are for a file. */
  static final int TABLE_ROWS = 1000;

  private static final int SHOWN_PLACES = 6;
  private static final Set<Integer> NUMERIC =
      Set.of(
          Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.FLOAT,
          Types.REAL,
          Types.DOUBLE,
          Types.DECIMAL,
          Types.NUMERIC);

  private final ResultSet rows;
  private final int columns;

  QueryAnswer(ResultSet rows) throws SQLException {
    this.rows = rows;
    this.columns = rows.getMetaData().getColumnCount();
  }

  /** Which rows a table has. */
  enum Extent {
    /** There are none. */
    NONE,
    /** Every one. */
    ALL,
    /** The first of more than it holds. */
    FIRST
  }

  /** Prints a table. */
  Extent table(PrintWriter out) throws SQLException {
    ResultSetMetaData data = rows.getMetaData();
    TextTable table = TextTable.lined();
    for (int column = 1; column <= columns; column++) {
      String name = data.getColumnLabel(column);
      table = isNumber(data, column) ? table.right(name) : table.left(name);
    }
    boolean more = rows.next();
    boolean isEmpty = !more;
    for (int count = 0; more && count < TABLE_ROWS; count++) {
      table = table.row(texts(QueryAnswer::shown));
      more = rows.next();
    }
    out.println(table.text());
    return more ? Extent.FIRST : isEmpty ? Extent.NONE : Extent.ALL;
  }

  void csv(Writer out) throws SQLException, IOException {
    try (CsvWriter writer = CsvWriter.builder().build(new Unclosed(out))) {
      List<String> names = new ArrayList<>();
      for (int column = 1; column <= columns; column++) {
        names.add(rows.getMetaData().getColumnLabel(column));
      }
      writer.writeRecord(names);
      while (rows.next()) {
        writer.writeRecord(texts(QueryAnswer::text));
      }
    }
    out.flush();
  }

  void json(Writer out) throws SQLException, IOException {
    JsonFactory factory =
        JsonFactory.builder().enable(JsonWriteFeature.WRITE_NAN_AS_STRINGS).build();
    try (JsonGenerator json = factory.createGenerator(new Unclosed(out))) {
      json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
      json.writeStartArray();
      while (rows.next()) {
        json.writeRaw("\n");
        object(json);
      }
      json.writeRaw("\n");
      json.writeEndArray();
    }
    out.write("\n");
    out.flush();
  }

  private void object(JsonGenerator json) throws SQLException, IOException {
    json.writeStartObject();
    for (int column = 1; column <= columns; column++) {
      json.writeFieldName(rows.getMetaData().getColumnLabel(column));
      Object value = rows.getObject(column);
      if (value == null) {
        json.writeNull();
      } else if (value instanceof Boolean flag) {
        json.writeBoolean(flag);
      } else if (value instanceof Double || value instanceof Float) {
        json.writeNumber(((Number) value).doubleValue());
      } else if (value instanceof BigDecimal || value instanceof BigInteger) {
        json.writeNumber(new BigDecimal(value.toString()));
      } else if (value instanceof Number number) {
        json.writeNumber(number.longValue());
      } else {
        json.writeString(value.toString());
      }
    }
    json.writeEndObject();
  }

  private List<String> texts(Function<Object, String> form) throws SQLException {
    List<String> texts = new ArrayList<>(columns);
    for (int column = 1; column <= columns; column++) {
      texts.add(form.apply(rows.getObject(column)));
    }
    return texts;
  }

  private static boolean isNumber(ResultSetMetaData data, int column) throws SQLException {
    // DuckDB reports its 128-bit sums as a type of its own.
    return NUMERIC.contains(data.getColumnType(column))
        || data.getColumnTypeName(column).endsWith("HUGEINT");
  }

  /** Empty for null; numbers in full, without an exponent; dates in ISO form. */
  private static String text(Object value) {
    return isFraction(value) ? plain(exact(value)) : whole(value);
  }

  /** As {@link #text}, with fractions cut to what is read at a glance. */
  private static String shown(Object value) {
    if (!isFraction(value)) {
      return whole(value);
    }
    BigDecimal number = exact(value);
    // A number too small for the places keeps its digits: it is not zero.
    BigDecimal cut = number.setScale(SHOWN_PLACES, RoundingMode.HALF_EVEN);
    return plain(cut.signum() == 0 ? number : cut);
  }

  private static String whole(Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
  }

  private static boolean isFraction(Object value) {
    return (value instanceof Double || value instanceof Float)
        && Double.isFinite(((Number) value).doubleValue());
  }

  private static BigDecimal exact(Object value) {
    return new BigDecimal(value.toString());
  }

  private static String plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return (stripped.scale() < 1 ? stripped.setScale(1) : stripped).toPlainString();
  }

  /** Keeps a library that closes its writer from closing standard output. */
  private static final class Unclosed extends FilterWriter {
    Unclosed(Writer out) {
      super(out);
    }

    @Override
    public void close() throws IOException {
      out.flush();
    }
  }
}
