// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.desist.error.DesistException;
import org.desist.jobs.SampleMarts;
import org.desist.jobs.Terminal;
import org.desist.run.Versions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A query reaches the marts that are listed, and nothing else, whatever it says. */
class QueryReachTest {
  private static final String PERSON = "2010/0000101L";
  private static final String LIST = "row,pnc_id\n1," + PERSON + "\n";

  /** Relative to OUT: where persons are, now and in earlier releases. */
  private static final List<String> PERSONS =
      List.of(
          "restricted/requests/mine/matches.csv",
          "requests/mine/matches.csv",
          "requests/.mine/protocols",
          "runs/r1/store/person.csv");

  @TempDir static Path out;
  private static MartDatabase published;
  private static MartDatabase restricted;
  private Terminal terminal;

  @BeforeAll
  static void publish() throws IOException {
    Versions versions = Versions.below(out);
    SampleMarts.write(versions.draft("r1"));
    versions.publish("r1");
    for (String file : PERSONS) {
      Files.createDirectories(out.resolve(file).getParent());
      Files.writeString(out.resolve(file), LIST);
    }
    Path mart = Files.createDirectories(out.resolve("requests/mine/published/comparison_result"));
    Files.copy(
        out.resolve("versions/r1/published/data_quality/0.parquet"), mart.resolve("0.parquet"));
    // Somebody lays a link among the published files.
    Files.createSymbolicLink(
        mart.resolve("1.parquet"),
        out.resolve("versions/r1/restricted/cohort_member/0.parquet").toAbsolutePath());
    published = MartDatabase.published(out);
    restricted = MartDatabase.restricted(out);
  }

  @AfterAll
  static void close() {
    published.close();
    restricted.close();
  }

  @BeforeEach
  void open() {
    terminal = new Terminal(out, Map.of());
  }

  static Stream<String> attacks() {
    Stream<String> files =
        PERSONS.stream()
            .flatMap(
                file ->
                    Stream.of(
                        "from read_csv('{out}/" + file + "')",
                        "from read_text('{out}/" + file + "')",
                        "from '{out}/" + file + "'"));
    return Stream.concat(
        files,
        Stream.of(
            "from READ_CSV_AUTO('{list}')",
            "from main.read_csv('{list}', all_varchar = true)",
            "from system.main.read_csv('{list}')",
            "from read_blob('{list}')",
            "from read_json('{list}')",
            "from read_json_auto('{list}')",
            "from read_json_objects('{list}')",
            "from read_ndjson('{list}')",
            "from read_ndjson_objects_auto('{list}')",
            "from read_parquet('{out}/versions/r1/restricted/cohort_member/*.parquet')",
            "from parquet_scan('{out}/versions/r1/restricted/cohort_member/0.parquet')",
            "from '{out}/versions/r1/restricted/cohort_member/0.parquet'",
            "from \"{out}/versions/r1/restricted/cohort_member/0.parquet\"",
            "from parquet_metadata('{out}/versions/r1/restricted/cohort_member/0.parquet')",
            "from parquet_file_metadata('{out}/versions/r1/restricted/cohort_member/0.parquet')",
            "from parquet_schema('{out}/versions/r1/restricted/cohort_member/0.parquet')",
            "from parquet_kv_metadata('{out}/versions/r1/restricted/cohort_member/0.parquet')",
            "from glob('{out}/**')",
            "from sniff_csv('{list}')",
            "from read_duckdb('{out}/marts.duckdb')",
            "summarize '{list}'",
            "describe '{list}'",
            "describe select * from '{list}'",
            "summarize select * from read_csv('{list}')",
            "table '{list}'",
            "with q as (from read_csv('{list}')) from q",
            "with q as materialized (from '{list}') select * from q",
            "select (select max(pnc_id) from read_csv('{list}'))",
            "select * from reoffending_rate where exists (from read_csv('{list}'))",
            "select 1 union all select count(*) from read_text('{list}')",
            "from reoffending_rate, lateral (from read_csv('{list}'))",
            "from (from (from read_text('{list}')))",
            "select * from reoffending_rate order by (select count(*) from glob('{out}/*'))",
            "select 1 limit (select count(*) from glob('{out}/*'))",
            "from /* read */ read_csv /* it */ ('{list}') -- quietly",
            "from query('from read_csv(''{list}'')')",
            "from query_table(['reoffending_rate'])",
            "from json_execute_serialized_sql(json_serialize_sql('select 1'))",
            "select json_serialize_plan('from read_csv(''{list}'')')",
            "select getenv('HOME')",
            "select main.getenv('PATH')",
            "select current_setting('allowed_paths')",
            "select getvariable('x')",
            "select write_log('x')",
            "select nextval('s')",
            "from duckdb_settings()",
            "from duckdb_settings",
            "from duckdb_secrets()",
            "from which_secret('s3://x', 's3')",
            "from duckdb_logs",
            "from duckdb_variables()",
            "from duckdb_external_file_cache()",
            "from duckdb_databases()",
            "from pragma_database_list",
            "from pragma_storage_info('reoffending_rate')",
            "from sqlite_master",
            "from pg_catalog.pg_settings",
            "from arrow_scan(1, 2, 3)",
            "from seq_scan('x')",
            "from checkpoint()",
            "from iceberg_scan('{out}')",
            "from delta_scan('{out}')",
            "from sqlite_scan('{out}/x.db', 't')",
            "from postgres_scan('', '', '')",
            "from st_read('{list}')",
            "from read_xlsx('{list}')",
            "from 'https://example.org/x.parquet'",
            "from 's3://bucket/x.parquet'",
            "from read_parquet('https://example.org/x.parquet')",
            "copy (select 1) to '{out}/taken.csv'",
            "copy reoffending_rate to '{out}/taken.parquet'",
            "export database '{out}/taken'",
            "import database '{out}/taken'",
            "attach '{out}/marts.duckdb' as m",
            "detach memory",
            "use memory",
            "install httpfs",
            "load httpfs",
            "set enable_external_access = true",
            "set allowed_directories = ['/']",
            "reset enable_external_access",
            "pragma enable_external_access",
            "pragma database_list",
            "create secret s (type s3)",
            "create view v as select 1",
            "create macro m(p) as table from read_csv(p)",
            "create temp table t as from read_csv('{list}')",
            "prepare p as from read_csv('{list}')",
            "execute p",
            "call query('select 1')",
            "call enable_logging()",
            "explain from read_csv('{list}')",
            "explain analyze from read_csv('{list}')",
            "begin; from read_csv('{list}')",
            "select 1; from read_csv('{list}')",
            "select 1 /* ; */ ; -- \n from read_csv('{list}')",
            "select 1) to '{out}/taken.csv' (format csv); copy (select 2",
            "delete from reoffending_rate",
            "vacuum",
            "checkpoint"));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void nothingBeyondThePublishedMartsIsReached(String attack) {
    assertRefused(published, attack);
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void norBeyondTheRestrictedOnes(String attack) {
    assertRefused(restricted, attack);
  }

  private static void assertRefused(MartDatabase marts, String attack) {
    assertThatThrownBy(() -> all(marts, QueryGuard.check(marts.connection(), written(attack))))
        .isInstanceOfAny(DesistException.class, SQLException.class)
        .hasMessageNotContaining(PERSON);
    assertThat(out.resolve("taken")).doesNotExist();
    assertThat(out.resolve("taken.csv")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"from read_csv('{list}')", "from '{list}'", "select getenv('HOME')"})
  void theCommandSaysSo(String attack) {
    for (String area : List.of("--format=csv", "--restricted")) {
      assertThat(terminal.type("query", written(attack), "--out", out.toString(), area))
          .isEqualTo(2);
      assertThat(terminal.err())
          .startsWith("error BAD_QUERY: Cannot run the query: ")
          .contains("List what can be asked with: desist query --marts");
      assertThat(terminal.out() + terminal.err()).doesNotContain(PERSON);
    }
  }

  /** Even without the guard of the words the database itself gives nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select content from read_text('{list}')",
        "from read_csv('{list}')",
        "from '{list}'",
        "from read_parquet('{out}/versions/r1/restricted/cohort_member/0.parquet')",
        "from read_parquet('{out}/requests/mine/published/comparison_result/1.parquet')",
        "from glob('{out}/**')",
        "copy (select 1) to '{out}/taken.csv'",
        "attach '{out}/marts.duckdb' as m",
        "set enable_external_access = true",
        "set allowed_paths = ['{list}']",
        "set autoload_known_extensions = true",
        "reset lock_configuration",
        "load httpfs",
        "install httpfs"
      })
  void theDatabaseItselfIsLocked(String attack) {
    assertThatThrownBy(() -> all(published, written(attack))).isInstanceOf(SQLException.class);
    assertThat(out.resolve("taken.csv")).doesNotExist();
  }

  private static void all(MartDatabase marts, String sql) throws SQLException {
    try (Statement statement = marts.connection().createStatement()) {
      if (statement.execute(sql)) {
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            assertThat(rows.getString(1)).doesNotContain(PERSON);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exists (from read_csv('{list}'))",
        "geography_code = (select max(pnc_id) from '{list}')",
        "getenv('HOME') is not null",
        "true) or exists (from read_text('{list}')"
      })
  void aConditionReachesNoMore(String condition) {
    assertThatThrownBy(() -> QueryGuard.checkCondition(published.connection(), written(condition)))
        .hasMessageStartingWith("Cannot run the query: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from comparison_result limit 1",
        "select count(*) from published.reoffending_rate",
        "with \"a.b\" as (select 1 as x) from \"a.b\"",
        "from range(3)",
        "select unnest([1, 2])",
        "from unnest([1, 2])",
        "from generate_series(1, 3)",
        "from information_schema.tables",
        "from duckdb_columns() limit 1",
        "select * from (values (1), (2)) as t (a)",
        "show all tables",
        "select geography_code, rank() over (order by offenders) from reoffending_rate",
        "with recursive r as (select 1 as n union all select n + 1 from r where n < 3) from r"
      })
  void whatAsksOnlyMartsIsTaken(String sql) {
    assertThat(terminal.type("query", sql, "--out", out.toString())).as(terminal.err()).isZero();
  }

  @Test
  void anAnswerFromRestrictedMartsIsItsOwnersAlone(@TempDir Path folder) throws IOException {
    for (String format : List.of("csv", "parquet")) {
      Path fresh = folder.resolve("fresh." + format);
      Path there = Files.writeString(folder.resolve("there." + format), "from before");
      Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rw-r--r--"));
      for (Path answer : List.of(fresh, there)) {
        assertThat(
                terminal.type(
                    "query",
                    "from cohort_member",
                    "--restricted",
                    "--out",
                    out.toString(),
                    "--format",
                    format,
                    "--to-file",
                    answer.toString()))
            .as(terminal.err())
            .isZero();
        assertThat(Files.getPosixFilePermissions(answer))
            .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      }
    }
  }

  private static String written(String sql) {
    return sql.replace("{list}", out + "/" + PERSONS.get(0)).replace("{out}", out.toString());
  }
}
