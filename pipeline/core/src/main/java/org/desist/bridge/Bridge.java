// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.bridge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.desist.bridge.CellBridge.CellCounts;
import org.desist.bridge.CellBridge.RateCell;
import org.desist.bridge.Movement.Cause;
import org.desist.difference.VersionPair.SingleColumn;
import org.desist.engine.Engine;
import org.desist.engine.EngineRoom;
import org.desist.engine.Resources;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.publish.VersionManifest;
import org.desist.run.Folders;
import org.desist.run.RunFolder;
import org.desist.run.Versions;

/**
 * Says why figures moved between two versions, from what the stages of both runs left. Always on
 * the embedded engine, whichever made the versions.
 */
public final class Bridge {
  private static final List<String> VIEWS =
      List.of("bridge_kind", "record_content", "record_difference");
  private static final List<Column> CELL =
      List.of(
          new Column("cell_no", "int"),
          new Column("cohort_window", "string"),
          new Column("cohort_start", "date"),
          new Column("geography_type", "string"),
          new Column("geography_code", "string"),
          new Column("breakdown", "string"),
          new Column("category", "string"));

  private final int threads;
  private final int memoryMegabytes;

  /**
   * With so much of the machine.
   *
   * @param threads threads of the engine
   * @param memoryMegabytes where the engine starts to spill
   */
  public Bridge(int threads, int memoryMegabytes) {
    this.threads = threads;
    this.memoryMegabytes = memoryMegabytes;
  }

  /**
   * One of the two versions.
   *
   * @param runId the run that published it
   * @param version its folder
   * @param folder what the run's stages left
   */
  public record BridgedRun(String runId, Path version, RunFolder folder) {
    /**
     * The version of a run.
     *
     * @param out output folder of runs
     * @throws DesistException NOTHING_PUBLISHED when the run has none
     */
    public static BridgedRun of(Path out, String runId) {
      return new BridgedRun(
          runId, Versions.below(out).published(runId, "bridge"), RunFolder.of(out, runId));
    }
  }

  /**
   * What came of it.
   *
   * @param cells the bridges, in the order asked for
   * @param singles columns that only one of the versions has: they are not compared
   */
  public record Bridged(List<CellBridge> cells, List<SingleColumn> singles) {
    public Bridged {
      cells = List.copyOf(cells);
      singles = List.copyOf(singles);
    }
  }

  /**
   * The bridges of cells that are in both versions, in their order.
   *
   * @throws DesistException RUN_PRUNED when what a run's stages left has been removed, STORAGE when
   *     it is damaged, BAD_KEY when the runs were made with different keys, BAD_ARGUMENT when a
   *     cell cannot be bridged
   */
  public Bridged of(BridgedRun earlier, BridgedRun later, List<RateCell> cells) {
    Path folder = Folders.temporary("bridge");
    try (Engine engine = EngineRoom.open(threads, memoryMegabytes, folder.resolve("spill"))) {
      BridgeTables tables = new BridgeTables(engine, earlier, later);
      List<SingleColumn> singles = tables.mount();
      checkKeys(engine);
      engine.hold(cells(cells));
      engine.hold(method(isOtherMethod(tables, earlier, later)));
      engine.view("bridge_membership", text("bridge_membership"));
      List<Map<String, CellCounts>> counts = counts(engine, cells, singles);
      write(engine, "bridge_change", folder);
      write(engine, "bridge_index", folder);
      engine.view("bridge_kind", text("bridge_kind"));
      write(engine, "bridge_record", folder);
      VIEWS.forEach(view -> engine.view(view, text(view)));
      return new Bridged(bridges(cells, counts, engine.rows(text("answer"))), singles);
    } finally {
      Folders.delete(folder);
    }
  }

  private static String text(String question) {
    return Resources.text("sql/query/bridge/" + question + ".sql");
  }

  private static void write(Engine engine, String table, Path folder) {
    engine.write(table, text(table), folder.resolve(table));
  }

  private static void checkKeys(Engine engine) {
    long others = number(engine.rows(text("key_difference")).get(0), "n");
    if (others > 0) {
      throw new DesistException(
          ErrorCode.BAD_KEY,
          String.format(
              Locale.ROOT,
              "Cannot compare the people of the two runs: %,d of them have another key in each. The runs were made with different key files: run one of them again with the other's key.",
              others));
    }
  }

  private static boolean isOtherMethod(BridgeTables tables, BridgedRun earlier, BridgedRun later) {
    VersionManifest before = VersionManifest.read(earlier.version());
    VersionManifest after = VersionManifest.read(later.version());
    return !before.methodHash().equals(after.methodHash())
        || !before.software().equals(after.software())
        || !tables.hasSameReference();
  }

  private static SmallTable method(boolean isOther) {
    return new SmallTable(
        "bridge_method",
        List.of(new Column("is_other_method", "boolean")),
        List.of(List.of(isOther)));
  }

  private static SmallTable cells(List<RateCell> cells) {
    List<List<Object>> rows = new ArrayList<>();
    for (RateCell cell : cells) {
      rows.add(
          Arrays.asList(
              rows.size(),
              cell.cohortWindow(),
              cell.cohortStart(),
              cell.geographyType(),
              cell.geographyCode(),
              cell.breakdown(),
              cell.category()));
    }
    return new SmallTable("bridge_cell", CELL, rows);
  }

  private static List<Map<String, CellCounts>> counts(
      Engine engine, List<RateCell> cells, List<SingleColumn> singles) {
    List<Map<String, CellCounts>> counts = new ArrayList<>();
    cells.forEach(cell -> counts.add(new TreeMap<>()));
    for (Map<String, Object> row : engine.rows(text("cell_count"))) {
      int cell = (int) number(row, "cell_no");
      if (!Boolean.TRUE.equals(row.get("is_of_its_members"))) {
        throw unknown(cells.get(cell), singles);
      }
      counts
          .get(cell)
          .put(
              (String) row.get("version"),
              new CellCounts(
                  (String) row.get("cohort_status"),
                  number(row, "offenders"),
                  number(row, "reoffenders"),
                  number(row, "reoffences")));
    }
    for (int cell = 0; cell < cells.size(); cell++) {
      if (counts.get(cell).size() < 2) {
        throw new IllegalArgumentException("the cell is not in both versions: " + cells.get(cell));
      }
    }
    return counts;
  }

  private static DesistException unknown(RateCell cell, List<SingleColumn> singles) {
    Optional<SingleColumn> single =
        singles.stream()
            .filter(column -> column.table().equals("cohort_member"))
            .filter(
                column -> List.of(cell.breakdown(), cell.geographyType()).contains(column.column()))
            .findFirst();
    if (single.isPresent()) {
      return new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot bridge the %s of geography type %s: only the %s version has the column %s in its mart cohort_member. Ask for a geography and a breakdown that are columns of it in both."
              .formatted(
                  cell.breakdown(),
                  cell.geographyType(),
                  single.get().side().name().toLowerCase(Locale.ROOT),
                  single.get().column()));
    }
    return new DesistException(
        ErrorCode.BAD_ARGUMENT,
        "Cannot bridge the %s of geography type %s: whom it counts cannot be told from the mart cohort_member. Ask for a geography and a breakdown that are columns of cohort_member."
            .formatted(cell.breakdown(), cell.geographyType()));
  }

  private static List<CellBridge> bridges(
      List<RateCell> cells, List<Map<String, CellCounts>> counts, List<Map<String, Object>> rows) {
    List<Map<Figure, Map<Cause, Movement.Change>>> changes = new ArrayList<>();
    cells.forEach(cell -> changes.add(new EnumMap<>(Figure.class)));
    for (Map<String, Object> row : rows) {
      changes
          .get((int) number(row, "cell_no"))
          .computeIfAbsent(
              Figure.of((String) row.get("measure")), measure -> new EnumMap<>(Cause.class))
          .put(
              Cause.valueOf((String) row.get("cause")),
              new Movement.Change(
                  number(row, "people"), number(row, "numerator"), number(row, "denominator")));
    }
    List<CellBridge> bridges = new ArrayList<>();
    for (int cell = 0; cell < cells.size(); cell++) {
      CellCounts earlier = counts.get(cell).get("earlier");
      CellCounts later = counts.get(cell).get("later");
      List<Movement> movements = new ArrayList<>();
      for (Figure measure : Figure.values()) {
        if (measure.denominator(earlier) > 0 && measure.denominator(later) > 0) {
          movements.add(
              checked(
                  Movement.of(
                      measure, earlier, later, changes.get(cell).getOrDefault(measure, Map.of()))));
        }
      }
      bridges.add(new CellBridge(cells.get(cell), earlier, later, movements));
    }
    return bridges;
  }

  private static Movement checked(Movement movement) {
    if (!movement.sum().equals(movement.difference())) {
      throw new DesistException(
          ErrorCode.INTERNAL,
          "Cannot bridge: the parts add up to %s and the figure moved by %s."
              .formatted(movement.sum(), movement.difference()));
    }
    return movement;
  }

  private static long number(Map<String, Object> row, String column) {
    return ((Number) row.get(column)).longValue();
  }
}
