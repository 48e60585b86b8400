// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.diff;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.desist.difference.VersionPair;
import org.desist.difference.VersionPair.PairedTable;
import org.desist.difference.VersionPair.RowDifference;
import org.desist.engine.LocalTables;
import org.desist.engine.Resources;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;
import org.desist.jobs.diff.MartDiff.Change;
import org.desist.publish.MartContract;

/** Compares marts by the keys of their contract, always with DuckDB. */
public final class MartDifferences {
  private static final String BIGGEST = Resources.text("org/desist/jobs/diff/biggest.sql");

  /** They differ between any two runs, or by what was published before. */
  private static final List<String> NOT_COMPARED = List.of("published.run", "restricted.guard");

  private final LocalTables tables;
  private final VersionPair pair;
  private final int most;

  /**
   * A comparison.
   *
   * @param most how many figures to name for each measure
   */
  public MartDifferences(LocalTables tables, int most) {
    this.tables = tables;
    this.pair = new VersionPair(tables);
    this.most = most;
  }

  /** The marts that both sides have and a condition picks, in the order of the contract. */
  public List<MartDiff> of(MartFolders before, MartFolders after, Predicate<String> wanted) {
    List<MartDiff> diffs = new ArrayList<>();
    for (MartContract.Mart mart : MartContract.read().ofVersions()) {
      Path from = before.folders().get(mart.name());
      Path to = after.folders().get(mart.name());
      if (from != null
          && to != null
          && wanted.test(mart.name())
          && !NOT_COMPARED.contains(mart.name())) {
        diffs.add(diff(mart, pair.mount("compared_mart", from, to)));
      }
    }
    return List.copyOf(diffs);
  }

  private MartDiff diff(MartContract.Mart mart, PairedTable table) {
    List<String> key = mart.schema().primaryKey();
    RowDifference rows =
        table.difference(
            key,
            mart.columns().stream()
                .map(MartContract.Column::name)
                .filter(name -> !key.contains(name))
                .toList());
    return new MartDiff(
        mart.name(),
        rows.inserted(),
        rows.removed(),
        rows.changed(),
        rows.unchanged(),
        rows.changed() == 0 ? List.of() : biggest(table, key, measures(mart)),
        table.singles());
  }

  /** Figures, rates first, then other numbers, then counts; each as the contract has them. */
  private static List<String> measures(MartContract.Mart mart) {
    return mart.columns().stream()
        .filter(column -> column.type().equals("number") || column.type().equals("integer"))
        .filter(column -> !mart.schema().primaryKey().contains(column.name()))
        .sorted(Comparator.comparingInt(MartDifferences::rank))
        .map(MartContract.Column::name)
        .toList();
  }

  private static int rank(MartContract.Column column) {
    if (column.name().equals("reoffending_rate") || column.name().equals("rate")) {
      return 0;
    }
    return column.type().equals("number") ? 1 : 2;
  }

  private List<Change> biggest(PairedTable table, List<String> key, List<String> measures) {
    if (!table.viewChangedCells(key, measures)) {
      return List.of();
    }
    List<List<Object>> ranked = new ArrayList<>();
    measures.forEach(measure -> ranked.add(List.of(measure, ranked.size(), most)));
    tables.hold(
        new SmallTable(
            "moved_measure",
            List.of(
                new Column("measure", "string"),
                new Column("measure_rank", "int"),
                new Column("most", "int")),
            ranked));
    return tables.rows(BIGGEST).stream()
        .map(
            row ->
                new Change(
                    row.get("measure").toString(),
                    row.get("place").toString(),
                    ((Number) row.get("value_before")).doubleValue(),
                    ((Number) row.get("value_after")).doubleValue()))
        .toList();
  }
}
