// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.desist.contract.DataPackage;

/** A small snapshot on disk, to be ingested and read back with DuckDB. */
final class Snapshot {
  static final String PERSONS =
      """
      pnc_id,surname,forenames,date_of_birth,sex
      2003/0011985X,Smith,Ann,1980-02-29,F
      """;
  static final String EVENTS =
      """
      event_id,pnc_id,event_type,event_date
      E1,2003/0011985X,CONVICTION,2015-06-01
      """;
  static final String OFFENCES =
      """
      offence_id,event_id,ho_code,offence_start_date
      O1,E1,00101,2015-05-01
      """;
  static final String DISPOSALS =
      """
      offence_id,disposal_seq,disposal_code
      O1,1,1015
      """;
  static final String RELEASES =
      """
      release_id,noms_number,establishment_code,release_date,release_type
      R1,A1234AA,ACI,2016-01-01,LICENCE
      """;
  static final String CASES =
      """
      case_id,crn,sentence_type,start_date,provider_code
      C1,X123456,LICENCE,2016-01-01,N02
      """;

  private static final LocalDate DATE = LocalDate.of(2021, 6, 30);

  private final Path in;
  private final Path out;

  private Snapshot(Path root) {
    this.in = root.resolve("2021-06-30");
    this.out = root.resolve("ingest");
    create(in);
  }

  /** A folder without files. */
  static Snapshot empty(Path root) {
    return new Snapshot(root);
  }

  /** One good row in each required resource. */
  static Snapshot good(Path root) {
    return empty(root)
        .with("pnc_person.csv", PERSONS)
        .with("pnc_event.csv", EVENTS)
        .with("pnc_offence.csv", OFFENCES)
        .with("pnc_disposal.csv", DISPOSALS)
        .with("prison_release.csv", RELEASES)
        .with("probation_case.csv", CASES);
  }

  Snapshot with(String file, String content) {
    return with(file, content.getBytes(StandardCharsets.UTF_8));
  }

  Snapshot withLines(String file, String... lines) {
    return with(file, String.join("\n", lines) + "\n");
  }

  Snapshot with(String file, byte[] content) {
    try {
      Path path = in.resolve(file);
      create(path.getParent());
      Files.write(path, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts another form in the place of the CSV file of a resource. */
  Snapshot instead(String resource, String file, byte[] content) {
    return without(resource + ".csv").with(file, content);
  }

  Snapshot without(String file) {
    try {
      Files.delete(in.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a Parquet file, the result of a query, in the place of the CSV file of a resource. */
  Snapshot parquet(String resource, String select) {
    without(resource + ".csv");
    execute(
        "copy (" + select + ") to '" + in.resolve(resource + ".parquet") + "' (format parquet)");
    return this;
  }

  Path folder() {
    return in;
  }

  Path output() {
    return out;
  }

  IngestPlan plan() {
    return plan(ReadingLimits.USUAL);
  }

  private IngestPlan plan(ReadingLimits limits) {
    return Ingest.plan(DataPackage.extracts(), in, DATE, limits, out);
  }

  IngestResult ingest() {
    return ingest(ReadingLimits.USUAL);
  }

  IngestResult ingest(ReadingLimits limits) {
    IngestPlan plan = plan(limits);
    List<PartResult> results = new ArrayList<>();
    plan.tasks()
        .forEach(
            task -> {
              try {
                results.add(task.call());
              } catch (RuntimeException e) {
                throw e;
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    return plan.finish(results);
  }

  /** Good rows of a resource in order, the values of a row joined by "|". */
  List<String> rows(String resource, String columns) {
    return query("select " + columns + " from " + table(resource + "/*") + " order by row_no");
  }

  /** Rows of the quarantine of a resource in order, the values of a row joined by "|". */
  List<String> quarantine(String resource, String columns) {
    return faults("_quarantine", resource, columns);
  }

  /** Rows of the warnings of a resource in order, the values of a row joined by "|". */
  List<String> warnings(String resource, String columns) {
    return faults("_warning", resource, columns);
  }

  private List<String> faults(String folder, String resource, String columns) {
    return query(
        "select "
            + columns
            + " from "
            + table(folder + "/" + resource + "-*")
            + " order by row_no, field, code");
  }

  String table(String files) {
    return "read_parquet('" + out + "/" + files + ".parquet')";
  }

  static List<String> query(String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          values.add(String.valueOf((Object) result.getString(i)));
        }
        rows.add(String.join("|", values));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  static void execute(String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  static byte[] gzip(String content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
