// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.schema.MessageType;
import org.desist.contract.DataPackage;
import org.desist.contract.Resource;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * The reference tables of the method, read from the class path by the same reader as extracts. They
 * are part of the method: a single fault in one refuses it.
 */
public final class ReferenceTables {
  private static final String FOLDER = "sql/reference/";
  private static final String PREFIX = "ref_";
  // Nothing in them depends on the date of a snapshot.
  private static final LocalDate NO_SNAPSHOT = LocalDate.EPOCH;

  private ReferenceTables() {}

  /**
   * Writes every table as {@code <output>/ref_<name>/part-00000.parquet}, with the columns of its
   * file and without row numbers.
   *
   * @param output the folder to write to
   * @return the names of the tables, in their order
   * @throws DesistException BAD_CONTRACT when a table is not as it describes itself
   */
  public static List<String> write(Path output) {
    List<String> tables = new ArrayList<>();
    for (Resource resource : DataPackage.reference().resources()) {
      String table = PREFIX + resource.name();
      String file = FOLDER + resource.name() + ".csv";
      try (InputStream in = ReferenceTables.class.getClassLoader().getResourceAsStream(file)) {
        if (in == null) {
          throw bad(file, "it is not on the class path");
        }
        write(resource, file, in, output.resolve(table).resolve("part-00000.parquet"));
      } catch (IOException e) {
        throw bad(file, "it is not UTF-8 text");
      }
      tables.add(table);
    }
    return List.copyOf(tables);
  }

  static void write(Resource resource, String file, InputStream in, Path location)
      throws IOException {
    RowParser row = new RowParser(resource, NO_SNAPSHOT);
    MessageType schema = IngestColumns.plain(resource);
    try (ParquetTable table = ParquetTable.create(location, schema)) {
      new CsvRows(file, row).read(in, new Sink(file, table));
    } catch (RefusedFileException e) {
      throw bad(file, e.getMessage());
    }
  }

  private static DesistException bad(String file, String problem) {
    return new DesistException(
        ErrorCode.BAD_CONTRACT,
        "Cannot load the reference table " + file + ": " + problem + ". Correct the file.");
  }

  /** Takes good rows only, each key once. */
  private record Sink(String file, ParquetTable table, Set<String> keys)
      implements RowParser.RowSink {
    Sink(String file, ParquetTable table) {
      this(file, table, new HashSet<>());
    }

    @Override
    public void row(long line, RowParser row) {
      if (!row.faults().isEmpty()) {
        ValueFault fault = row.faults().get(0);
        throw bad(file, "line " + line + ", " + fault.field() + ": " + fault.message());
      }
      if (!keys.add(row.key())) {
        throw bad(file, "line " + line + " repeats the key " + row.key());
      }
      table.write(row.slots());
    }

    @Override
    public void unparsed(long line, long lastLine, String message) {
      throw bad(file, "line " + line + ": " + message);
    }
  }
}
