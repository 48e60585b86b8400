// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desist.jobs.SampleMarts;
import org.desist.jobs.Terminal;
import org.desist.run.Versions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
  private static final String RATES =
      "select geography_code, offenders, reoffending_rate, cohort_start from reoffending_rate"
          + " where cohort_window = 'quarter' and geography_type = 'region' order by all";

  @TempDir static Path out;
  private Terminal terminal;

  @BeforeAll
  static void publish() {
    Versions versions = Versions.below(out);
    Path draft = versions.draft("r1");
    SampleMarts.write(draft);
    SampleMarts.writeContact(draft);
    versions.publish("r1");
  }

  @BeforeEach
  void open() {
    terminal = new Terminal(out, Map.of());
  }

  @Test
  void aTableHasNumbersToTheRightAndNothingForNull() {
    assertThat(query(RATES)).isZero();
    assertThat(terminal.out().lines())
        .containsExactly(
            " geography_code | offenders | reoffending_rate | cohort_start",
            "----------------+-----------+------------------+--------------",
            " A              |       400 |              0.3 | 2016-10-01",
            " B              |       780 |         0.275641 | 2016-10-01",
            " UNKNOWN        |        20 |                  | 2016-10-01");
  }

  @Test
  void anAnswerWithoutRowsSaysSoBesideItsHeadings() {
    assertThat(query("select geography_code from reoffending_rate where geography_code = 'Wales'"))
        .isZero();
    assertThat(terminal.out()).startsWith(" geography_code");
    assertThat(terminal.err())
        .isEqualTo(
            "No rows: nothing fits the conditions. select distinct COLUMN from MART shows what there is.%n"
                .formatted());
    assertThat(query(RATES)).isZero();
    assertThat(terminal.err()).isEmpty();
  }

  @Test
  void csvHasAHeaderAndEmptyNulls() {
    assertThat(query(RATES, "--format", "csv")).isZero();
    assertThat(terminal.out().lines())
        .containsExactly(
            "geography_code,offenders,reoffending_rate,cohort_start",
            "A,400,0.3,2016-10-01",
            "B,780,0.27564102564102566,2016-10-01",
            "UNKNOWN,20,,2016-10-01");
  }

  @Test
  void aTableShowsCodesThatATerminalWouldObeyAndDataKeepsThem() throws IOException {
    String sql = "select 'a' || chr(27) || '[2K' || chr(8238) || '43' || chr(10) || 'b' as x";

    query(sql);
    assertThat(terminal.out()).contains(" a\\u001b[2K\\u202e43\\u000ab");
    query(sql, "--format", "csv");
    assertThat(terminal.out()).contains("a\u001b[2K\u202e43\nb");
    query(sql, "--format", "json");
    assertThat(terminal.out()).doesNotContain("\u001b", "\u202e");
    assertThat(new ObjectMapper().readTree(terminal.out()).get(0).get("x").asText())
        .isEqualTo("a\u001b[2K\u202e43\nb");
  }

  @Test
  void csvWritesSmallNumbersWithoutExponent() {
    query("select 1e-7::double as tiny, 123456789012::double as large", "--format", "csv");

    assertThat(terminal.out().lines()).element(1).isEqualTo("0.0000001,123456789012.0");
  }

  @Test
  void jsonKeepsTypesAndNulls() throws IOException {
    assertThat(query(RATES, "--format", "json")).isZero();

    JsonNode rows = new ObjectMapper().readTree(terminal.out());
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0).path("offenders").isIntegralNumber()).isTrue();
    assertThat(rows.get(0).path("reoffending_rate").asDouble()).isEqualTo(0.3);
    assertThat(rows.get(0).path("cohort_start").asText()).isEqualTo("2016-10-01");
    assertThat(rows.get(2).get("reoffending_rate").isNull()).isTrue();
  }

  @Test
  void anEmptyAnswerIsAnEmptyArray() throws IOException {
    query("select 1 as one where false", "--format", "json");

    assertThat(new ObjectMapper().readTree(terminal.out())).isEmpty();
  }

  @Test
  void aMartThatNoExtractFillsSaysWhichOneIsMissing() {
    assertThat(query("select * from contact_standard")).isZero();
    assertThat(terminal.err())
        .contains(
            "contact_standard is empty: the snapshot came without contact (docs/extracts.md).");

    assertThat(query("select 1 as contact from data_quality limit 1")).isZero();
    assertThat(terminal.err()).doesNotContain("is empty");
  }

  @Test
  void parquetGoesToAFileThatCanBeReadBack(@TempDir Path folder) {
    Path file = folder.resolve("rates' answer.parquet");

    assertThat(query(RATES + " ; ", "--format", "parquet", "--to-file", file + "")).isZero();
    assertThat(file).isNotEmptyFile();
    assertThat(TestParquet.rows(file)).isEqualTo(3);
  }

  @Test
  void parquetNeedsAFile() {
    assertThat(query(RATES, "--format", "parquet")).isEqualTo(2);
    assertThat(terminal.err()).contains("--to-file FILE");
  }

  @Test
  void anAnswerCanGoToAFileAndAQueryComeFromOne(@TempDir Path folder) throws IOException {
    Path sql = Files.writeString(folder.resolve("q.sql"), "select 1 as one -- the first\n;\n");
    Path csv = folder.resolve("one.csv");

    int exit =
        terminal.type(
            "query",
            "--file",
            sql + "",
            "--out",
            out + "",
            "--format",
            "csv",
            "--to-file",
            csv + "");

    assertThat(exit).isZero();
    assertThat(terminal.out()).isEmpty();
    assertThat(Files.readString(csv)).isEqualToNormalizingNewlines("one\n1\n");
  }

  @Test
  void restrictedMartsAreThereOnlyWhenAskedFor() {
    assertThat(query("select * from cohort_member")).isEqualTo(2);
    assertThat(terminal.err()).contains("BAD_QUERY", "cohort_member", "--marts");

    assertThat(query("select count(*) as n from cohort_member", "--restricted", "--format", "csv"))
        .isZero();
    assertThat(terminal.out().lines()).containsExactly("n", "1800");
  }

  @Test
  void aRestrictedMartWinsAndThePublishedOneStaysInReach() {
    String counts =
        "select (select count(reoffenders) from reoffending_rate) as mine,"
            + " (select count(reoffenders) from published.reoffending_rate) as published";

    query(counts, "--restricted", "--format", "csv");

    assertThat(terminal.out().lines()).element(1).isEqualTo("18,15");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop view published.reoffending_rate",
        "select 1; select 2",
        "create table t as select 1",
        "insert into reoffending_rate select * from reoffending_rate",
        "copy (select 1) to 'x.csv'",
        "attach 'x.db'",
        "set threads = 1",
        "pragma version",
        "install httpfs",
        "",
        "/* nothing */",
        "selec 1",
        "select * from no_such_mart",
        "select no_such_column from reoffending_rate",
        "select * from read_csv('/etc/hostname')",
        "select * from '/etc/hostname'",
        "select 1) to 'x.csv'; copy (select 2"
      })
  void refusesWhatIsNotOneReadingQuery(String sql) {
    assertThat(query(sql)).isEqualTo(2);
    assertThat(terminal.err()).startsWith("error BAD_QUERY: Cannot run the query: ");
    assertThat(terminal.err()).doesNotContain("pending query result");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from reoffending_rate limit 1",
        "with t as (select 1 as a) select * from t",
        "describe reoffending_rate",
        "summarize reoffending_rate",
        "show tables",
        "values (1), (2)",
        "select ';' as a;"
      })
  void takesEveryFormOfReading(String sql) {
    assertThat(query(sql)).isZero();
    assertThat(terminal.out()).isNotBlank();
  }

  @Test
  void aLongTableIsCutAndSaysSo() {
    query("select * from range(1500) r (n)");

    assertThat(terminal.out().lines()).hasSize(1002);
    assertThat(terminal.err()).contains("first 1,000 rows", "--format csv");
  }

  @Test
  void aLongCsvIsNotCut() {
    query("select * from range(100000) r (n)", "--format", "csv");

    assertThat(terminal.out().lines()).hasSize(100_001);
  }

  @Test
  void listsTheMarts() {
    assertThat(terminal.type("query", "--marts", "--out", out + "")).isZero();
    assertThat(terminal.out())
        .contains("Version r1")
        .containsPattern("published +data_quality +Numbers of rows that were rejected")
        .containsPattern("published +reoffending_rate")
        .doesNotContain("cohort_member");

    terminal.type("query", "--marts", "--restricted", "--out", out + "");
    assertThat(terminal.out()).containsPattern("restricted +cohort_member");
  }

  @Test
  void describeSaysWhatColumnsMean() {
    assertThat(query("describe reoffending_rate;")).isZero();
    assertThat(terminal.out()).contains("meaning", "geography_code", "varchar", "EW is England");

    assertThat(query("describe reoffending_rate", "--format", "csv")).isZero();
    assertThat(terminal.out()).startsWith("column_name,column_type");
  }

  @Test
  void needsExactlyOneQuery() {
    assertThat(terminal.type("query", "--out", out + "")).isEqualTo(2);
    assertThat(terminal.err()).contains("give one query");
  }

  @Test
  void saysWhenNothingHasBeenPublished(@TempDir Path empty) {
    assertThat(terminal.type("query", "select 1", "--out", empty + "")).isEqualTo(2);
    assertThat(terminal.err()).contains("NOTHING_PUBLISHED", "desist run");
  }

  private int query(String sql, String... more) {
    List<String> arguments = new ArrayList<>(List.of("query", sql, "--out", out + ""));
    arguments.addAll(List.of(more));
    return terminal.type(arguments.toArray(String[]::new));
  }
}
