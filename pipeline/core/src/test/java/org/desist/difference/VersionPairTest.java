// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.desist.difference.VersionPair.PairedTable;
import org.desist.difference.VersionPair.RowDifference;
import org.desist.difference.VersionPair.Side;
import org.desist.difference.VersionPair.SingleColumn;
import org.desist.engine.DuckDbEngine;
import org.desist.publish.MartContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two small tables in, differences out. */
class VersionPairTest {
  private static final List<String> KEY = List.of("place", "category");
  private static final List<String> COMPARED = List.of("offenders", "rate", "status");

  @TempDir private static Path spill;
  private static DuckDbEngine duckdb;
  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    duckdb = DuckDbEngine.start(1, 256, spill);
  }

  @AfterAll
  static void stop() {
    duckdb.close();
  }

  private static PairedTable pair(String earlier, String later) {
    duckdb.view("earlier_figure", "select * from (values " + earlier);
    duckdb.view("later_figure", "select * from (values " + later);
    return new VersionPair(duckdb).unite("figure");
  }

  @Test
  void rowsAreToldApartByTheirKeyAndNullsAreEqual() {
    PairedTable table =
        pair(
            "('A', 'M', 10, 0.5, 'ok'), ('A', null, 5, null, 'ok'), ('B', 'M', 7, 0.2, 'ok'),"
                + " ('C', 'F', null, 0.1, null)) as t(place, category, offenders, rate, status)",
            "('A', 'M', 10, 0.6, 'ok'), ('A', null, 5, null, 'ok'), ('D', 'M', 7, 0.2, 'ok'),"
                + " ('C', 'F', 1, 0.1, 'ok')) as t(place, category, offenders, rate, status)");

    assertThat(table.difference(KEY, COMPARED)).isEqualTo(new RowDifference(1, 2, 1, 1));
    assertThat(table.viewChangedCells(KEY, COMPARED)).isTrue();
    assertThat(duckdb.rows("select * from changed_cell order by all"))
        .extracting(
            row -> row.get("key_words"),
            row -> row.get("column_name"),
            row -> row.get("said_before"),
            row -> row.get("said_now"))
        .containsExactly(
            tuple("A, M", "rate", "0.5", "0.6"),
            tuple("C, F", "offenders", null, "1"),
            tuple("C, F", "status", null, "ok"));
  }

  @Test
  void aColumnOfOneVersionIsNamedAndNotCompared() {
    PairedTable table =
        pair(
            "('A', 'M', 10, 0.5, 'x')) as t(place, category, offenders, rate, old)",
            "('ok', 0.5, 10, 'A', 'M')) as t(status, rate, offenders, place, category)");

    assertThat(table.singles())
        .containsExactlyInAnyOrder(
            new SingleColumn("figure", "old", Side.EARLIER),
            new SingleColumn("figure", "status", Side.LATER));
    assertThat(table.difference(KEY, COMPARED)).isEqualTo(new RowDifference(0, 0, 0, 1));
    assertThat(table.difference().isNone()).isTrue();
    assertThat(duckdb.rows("select version, status, old from figure order by version"))
        .extracting(row -> row.get("version"), row -> row.get("status"), row -> row.get("old"))
        .containsExactly(tuple("earlier", null, null), tuple("later", null, null));
    assertThat(table.singles())
        .extracting(single -> single.words("RUN-1", "RUN-2"))
        .contains("Not compared: figure.old, which only RUN-1 has.");
  }

  @Test
  void anotherOrderOfColumnsAndAWiderTypeAreNoDifference() {
    PairedTable table =
        pair(
            "('A', 'M', cast(10 as int))) as t(place, category, offenders)",
            "(cast(10 as bigint), 'M', 'A')) as t(offenders, category, place)");

    assertThat(table.difference(KEY, COMPARED).isNone()).isTrue();
  }

  @Test
  void rowsWithoutAKeyAreCountedByTheirContent() {
    String columns = ") as t(code, field)";
    PairedTable table =
        pair(
            "('X', null), ('X', null), ('Y', 'a')" + columns,
            "('X', null), ('Y', 'a'), ('Y', 'a'), ('Z', 'b')" + columns);

    assertThat(table.difference()).isEqualTo(new RowDifference(2, 0, 1, 2));
    // A key of which a version lacks a part tells no rows apart.
    assertThat(table.difference(List.of("code", "row"), List.of("field")))
        .isEqualTo(new RowDifference(2, 0, 1, 2));
    assertThat(table.viewChangedCells(List.of("code", "row"), List.of("field"))).isFalse();
  }

  @Test
  void emptyTablesDoNotDiffer() {
    PairedTable table =
        pair(
            "('A', 'M')) as t(place, category) where false",
            "('A', 'M')) as t(place, category) where false");

    assertThat(table.difference(KEY, COMPARED)).isEqualTo(new RowDifference(0, 0, 0, 0));
    assertThat(table.difference().isNone()).isTrue();
  }

  @Test
  void aMartHasEveryColumnOfItsContractThoughNeitherVersionHadIt() {
    MartContract.Mart mart = MartContract.read().in("published/arrival").orElseThrow();
    duckdb.write("written", "select 'pnc_event' as resource", folder.resolve("before"));
    duckdb.write("written", "select 'pnc_event' as resource", folder.resolve("after"));

    PairedTable table =
        new VersionPair(duckdb).mount(mart, folder.resolve("before"), folder.resolve("after"));

    assertThat(table.singles()).isEmpty();
    assertThat(duckdb.rows("select * from arrival").get(0))
        .containsKeys(
            mart.columns().stream().map(MartContract.Column::name).toArray(String[]::new));
  }
}
