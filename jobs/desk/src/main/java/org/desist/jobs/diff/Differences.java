// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.diff;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.desist.engine.LocalTables;
import org.desist.engine.Resources;
import org.desist.publish.MartContract;

/** Compares marts by the keys of their contract, always with DuckDB. */
public final class Differences {
  private static final String ROWS = Resources.text("org/desist/jobs/diff/rows.sql");
  private static final String KEYLESS = Resources.text("org/desist/jobs/diff/keyless.sql");
  private static final String MOVE = Resources.text("org/desist/jobs/diff/move.sql");
  private static final String BIGGEST = Resources.text("org/desist/jobs/diff/biggest.sql");
  private static final String COLUMNS = Resources.text("org/desist/jobs/diff/columns.sql");

  /** They differ between any two runs, or by what was published before. */
  private static final List<String> NOT_COMPARED = List.of("published.run", "restricted.guard");

  private final LocalTables tables;
  private final int most;

  /**
   * A comparison.
   *
   * @param most how many figures to name for each measure
   */
  public Differences(LocalTables tables, int most) {
    this.tables = tables;
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
        tables.mount("before_mart", from);
        tables.mount("after_mart", to);
        diffs.add(diff(mart));
      }
    }
    return List.copyOf(diffs);
  }

  private MartDiff diff(MartContract.Mart mart) {
    List<String> key = mart.schema().primaryKey();
    Set<String> both = new TreeSet<>();
    tables.rows(COLUMNS).forEach(row -> both.add(row.get("column_name").toString()));
    if (key.isEmpty() || !both.containsAll(key)) {
      String columns = both.stream().map(Differences::quoted).collect(Collectors.joining(", "));
      return counted(mart, tables.rows(KEYLESS.replace("{columns}", columns)).get(0), List.of());
    }
    String others =
        mart.columns().stream()
            .map(MartContract.Column::name)
            .filter(name -> both.contains(name) && !key.contains(name))
            .map(name -> "b.%1$s is distinct from a.%1$s".formatted(quoted(name)))
            .collect(Collectors.joining(" or "));
    String sameKey =
        key.stream()
            .map(name -> "b.%1$s is not distinct from a.%1$s".formatted(quoted(name)))
            .collect(Collectors.joining(" and "));
    Map<String, Object> counts =
        tables
            .rows(
                ROWS.replace("{same_key}", sameKey)
                    .replace("{differs}", others.isEmpty() ? "false" : others))
            .get(0);
    List<String> measures = measures(mart, both);
    return counted(mart, counts, measures.isEmpty() ? List.of() : biggest(key, sameKey, measures));
  }

  private static MartDiff counted(
      MartContract.Mart mart, Map<String, Object> counts, List<Change> biggest) {
    return new MartDiff(
        mart.name(),
        count(counts, "added"),
        count(counts, "removed"),
        count(counts, "changed"),
        count(counts, "same"),
        biggest);
  }

  private static long count(Map<String, Object> counts, String column) {
    return ((Number) counts.get(column)).longValue();
  }

  /** Figures, rates first, then other numbers, then counts; each as the contract has them. */
  private static List<String> measures(MartContract.Mart mart, Set<String> both) {
    return mart.columns().stream()
        .filter(column -> column.type().equals("number") || column.type().equals("integer"))
        .filter(column -> both.contains(column.name()))
        .filter(column -> !mart.schema().primaryKey().contains(column.name()))
        .sorted(Comparator.comparingInt(Differences::rank))
        .map(MartContract.Column::name)
        .toList();
  }

  private static int rank(MartContract.Column column) {
    if (column.name().equals("reoffending_rate") || column.name().equals("rate")) {
      return 0;
    }
    return column.type().equals("number") ? 1 : 2;
  }

  private List<Change> biggest(List<String> key, String sameKey, List<String> measures) {
    String place =
        key.stream()
            .map(name -> "cast(a.%s as varchar)".formatted(quoted(name)))
            .collect(Collectors.joining(", "));
    List<String> moves = new ArrayList<>();
    for (int i = 0; i < measures.size(); i++) {
      moves.add(
          MOVE.replace("{rank}", String.valueOf(i))
              .replace("{name}", measures.get(i))
              .replace("{measure}", quoted(measures.get(i)))
              .replace("{place}", place)
              .replace("{same_key}", sameKey));
    }
    return tables
        .rows(
            BIGGEST
                .replace("{moves}", String.join("\nunion all\n", moves))
                .replace("{most}", String.valueOf(most)))
        .stream()
        .map(
            row ->
                new Change(
                    row.get("measure").toString(),
                    row.get("place").toString(),
                    ((Number) row.get("value_before")).doubleValue(),
                    ((Number) row.get("value_after")).doubleValue()))
        .toList();
  }

  private static String quoted(String column) {
    return '"' + column.replace("\"", "\"\"") + '"';
  }
}
