// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.difference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.desist.contract.DataPackage;
import org.desist.contract.Field;
import org.desist.contract.Resource;
import org.desist.correction.CorrectionLayer;
import org.desist.difference.VersionPair.PairedTable;
import org.desist.difference.VersionPair.RowDifference;
import org.desist.difference.VersionPair.SingleColumn;
import org.desist.engine.Engine;
import org.desist.engine.Resources;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.RunFolder;

/** Compares what two runs read and stored, table by table. Only counts and names leave it. */
public final class SnapshotComparison {
  private static final String CHANGED_FIELDS = Resources.text("sql/query/late/changed_field.sql");

  private final Engine duckdb;
  private final VersionPair pair;

  private SnapshotComparison(Engine duckdb) {
    this.duckdb = duckdb;
    this.pair = new VersionPair(duckdb);
  }

  /**
   * What became of the rows of one table between two snapshots, by its primary key. Rows that do
   * not meet the contract, and those that share their key with a different row, are not compared.
   *
   * @param resource table of the extracts
   * @param rows how many came, changed, went and stayed
   * @param changedFields rows in which a field changed, by its name, in the order of the contract;
   *     fields that never changed are left out
   * @param singles fields that one of the runs did not read: they are not compared
   */
  public record ResourceChange(
      String resource,
      RowDifference rows,
      Map<String, Long> changedFields,
      List<SingleColumn> singles) {
    public ResourceChange {
      changedFields = Collections.unmodifiableMap(new LinkedHashMap<>(changedFields));
      singles = List.copyOf(singles);
    }
  }

  /**
   * The changes, in the order of the contract.
   *
   * @param duckdb the embedded engine
   * @throws DesistException RUN_PRUNED when what a run's stages left is gone
   */
  public static List<ResourceChange> of(Engine duckdb, RunFolder before, RunFolder now) {
    SnapshotComparison comparison = new SnapshotComparison(duckdb);
    List<ResourceChange> changes = new ArrayList<>();
    for (Resource resource : DataPackage.extracts().resources()) {
      comparison.mount("earlier", before, resource);
      comparison.mount("later", now, resource);
      changes.add(comparison.compare(resource));
    }
    return changes;
  }

  private void mount(String side, RunFolder run, Resource resource) {
    for (String stage : List.of("ingest", "store")) {
      if (!run.isComplete(stage)) {
        throw new DesistException(
            ErrorCode.RUN_PRUNED,
            "Cannot compare the snapshot of %s: what its stage %s left is not in %s. Run on that snapshot again with --again, and compare that run."
                .formatted(run.root().getFileName(), stage, run.root()));
      }
    }
    String raw = side + "_raw_" + resource.name();
    String duplicates = side + "_duplicate_" + resource.name();
    CorrectionLayer.mount(duckdb, raw, run.stage("ingest"), resource.name());
    duckdb.mount(duplicates, run.stage("store").resolve("duplicate_" + resource.name()));
    duckdb.view(
        side + "_" + resource.name(), VersionPair.call("duplicate_free_row", raw, duplicates));
  }

  private ResourceChange compare(Resource resource) {
    PairedTable table = pair.unite(resource.name());
    List<String> fields =
        resource.fields().stream()
            .filter(field -> !resource.isKey(field))
            .map(Field::name)
            .toList();
    RowDifference rows = table.difference(resource.primaryKey(), fields);
    Map<String, Long> changed = new LinkedHashMap<>();
    if (rows.changed() > 0 && table.viewChangedCells(resource.primaryKey(), fields)) {
      Map<String, Long> counts = new LinkedHashMap<>();
      duckdb
          .rows(CHANGED_FIELDS)
          .forEach(
              row -> counts.put((String) row.get("column_name"), (Long) row.get("rows_changed")));
      fields.stream()
          .filter(counts::containsKey)
          .forEach(field -> changed.put(field, counts.get(field)));
    }
    return new ResourceChange(
        resource.name(),
        rows,
        changed,
        table.singles().stream()
            .filter(single -> resource.field(single.column()).isPresent())
            .toList());
  }
}
