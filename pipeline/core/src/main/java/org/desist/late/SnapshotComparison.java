// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.late;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.desist.contract.DataPackage;
import org.desist.contract.Field;
import org.desist.contract.Resource;
import org.desist.correction.CorrectionLayer;
import org.desist.engine.Engine;
import org.desist.engine.Resources;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.RunFolder;

/** Compares what two runs read and stored, table by table. Only counts and names leave it. */
public final class SnapshotComparison {
  private static final String DIFFERENCE = Resources.text("sql/query/late/difference.sql");
  private static final String DUPLICATE_FREE = Resources.text("sql/query/late/duplicate_free.sql");
  private static final Pattern EACH_FIELD = Pattern.compile("\\{each: ((?:[^{}]|\\{field})*)}");

  private final Engine engine;

  private SnapshotComparison(Engine engine) {
    this.engine = engine;
  }

  /**
   * The changes, in the order of the contract.
   *
   * @param engine either; tables named before_, now_, ... are defined in it
   * @throws DesistException RUN_PRUNED when what a run's stages left is gone
   */
  public static List<ResourceChange> of(Engine engine, RunFolder before, RunFolder now) {
    SnapshotComparison comparison = new SnapshotComparison(engine);
    List<ResourceChange> changes = new ArrayList<>();
    for (Resource resource : DataPackage.extracts().resources()) {
      comparison.mount("before", before, resource);
      comparison.mount("now", now, resource);
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
    String name = resource.name();
    String duplicates = "duplicate_" + name;
    CorrectionLayer.mount(engine, side + "_raw_" + name, run.stage("ingest"), name);
    engine.mount(side + "_" + duplicates, run.stage("store").resolve(duplicates));
    engine.view(
        side + "_" + name,
        DUPLICATE_FREE.replace("{side}", side).replace("{resource}", name).strip());
  }

  private ResourceChange compare(Resource resource) {
    Map<String, Object> row = engine.rows(fill(resource)).get(0);
    long changed = number(row, "rows_changed");
    long removed = number(row, "rows_removed");
    Map<String, Long> fields = new LinkedHashMap<>();
    for (Field field : resource.fields()) {
      long rows = resource.isKey(field) ? 0 : number(row, "changed_" + field.name());
      if (rows > 0) {
        fields.put(field.name(), rows);
      }
    }
    return new ResourceChange(
        resource.name(),
        number(row, "rows_inserted"),
        changed,
        removed,
        number(row, "rows_before") - removed - changed,
        fields);
  }

  /** Names out of the contract, and nothing else, go into the text. */
  private static String fill(Resource resource) {
    List<String> fields =
        resource.fields().stream()
            .filter(field -> !resource.isKey(field))
            .map(Field::name)
            .toList();
    String key =
        resource.primaryKey().stream()
            .map(name -> "b.%s = n.%s".formatted(name, name))
            .collect(Collectors.joining(" and "));
    String change =
        fields.stream()
            .map(name -> "before_%s is distinct from now_%s".formatted(name, name))
            .collect(Collectors.joining(" or "));
    return EACH_FIELD
        .matcher(DIFFERENCE)
        .replaceAll(each -> Matcher.quoteReplacement(repeat(each.group(1), fields)))
        .replace("{resource}", resource.name())
        .replace("{key_match}", key)
        .replace("{any_change}", change);
  }

  private static String repeat(String text, List<String> fields) {
    return fields.stream().map(name -> text.replace("{field}", name)).collect(Collectors.joining());
  }

  private static long number(Map<String, Object> row, String column) {
    return ((Number) row.get(column)).longValue();
  }
}
