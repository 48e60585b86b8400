// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.disclosure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.desist.engine.EngineRoom;
import org.desist.engine.LocalTables;
import org.desist.engine.Resources;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;
import org.desist.run.Folders;

/**
 * Attacks the published marts of a version as a reader could who adds up whatever is shown: sums
 * over categories, areas and quarters, across marts, and orders between counts (METHOD 9). Nothing
 * restricted is read.
 *
 * @param version its name
 * @param smallest the smallest count that is not withheld
 * @param width how many values of a withheld count must remain possible
 * @param cells counts in all, the same count in two marts being one
 * @param sums sums and orders that were tried
 * @param contradictions cells of which no count is possible: the marts contradict each other
 * @param findings what was learnt, by mart, kind of area and count
 */
public record VersionAttack(
    String version,
    int smallest,
    int width,
    int cells,
    int sums,
    int contradictions,
    List<AttackFinding> findings) {
  private static final String PUBLISHED = "published";

  /** Months of a year, and none at the beginning. */
  private static final int MONTHS = 12;

  public VersionAttack {
    findings = List.copyOf(findings);
  }

  /** How many counts are withheld. */
  public long withheld() {
    return findings.stream().mapToLong(AttackFinding::withheld).sum();
  }

  /** How many of them can be worked out. */
  public long exact() {
    return findings.stream().mapToLong(AttackFinding::exact).sum();
  }

  /** How many others can be told to within fewer values than the width. */
  public long narrow() {
    return findings.stream().mapToLong(AttackFinding::narrow).sum();
  }

  /**
   * Attacks a version.
   *
   * @param version its name
   * @param folder its folder
   * @param smallest the smallest count that is not withheld, at least 1
   * @param width how many values must remain possible, at least 1
   */
  public static VersionAttack of(String version, Path folder, int smallest, int width) {
    Path room = Folders.temporary("attack");
    try (LocalTables tables = EngineRoom.HASHING.tables(room.resolve("spill"))) {
      cells(folder, smallest, tables, room);
      return new Cells(tables).attack(version, smallest, width);
    } finally {
      Folders.delete(room);
    }
  }

  /** Makes the tables that {@code sql/disclosure} reads. */
  private static void cells(Path version, int smallest, LocalTables tables, Path room) {
    CountCells declared = CountCells.read();
    List<CountCells.Block> blocks = mounted(declared, version, tables);
    tables
        .engine()
        .view(
            "attack_count",
            blocks.stream()
                .map(block -> block.select(smallest))
                .collect(Collectors.joining("\nunion all\n")));
    tables.engine().write("attack_cell", sql("cell"), room.resolve("attack_cell"));
    tables.hold(names("attack_apart", declared.apart().all()));
    tables.hold(orders(declared, blocks));
  }

  /** The blocks whose marts the version has: an earlier one may lack some. */
  private static List<CountCells.Block> mounted(
      CountCells declared, Path version, LocalTables tables) {
    List<CountCells.Block> blocks = new ArrayList<>();
    for (CountCells.Block block : declared.blocks()) {
      Path mart = version.resolve(PUBLISHED).resolve(block.mart());
      if (Files.isDirectory(mart)) {
        tables.mount(block.mart(), mart);
        blocks.add(block);
      }
    }
    return blocks;
  }

  private static SmallTable names(String table, List<String> names) {
    return new SmallTable(
        table,
        List.of(new Column("name", "string")),
        names.stream().map(name -> List.<Object>of(name)).toList());
  }

  /** Which count is a part of which, family by family. */
  private static SmallTable orders(CountCells declared, List<CountCells.Block> blocks) {
    List<List<Object>> rows = new ArrayList<>();
    for (String family : blocks.stream().map(CountCells.Block::of).distinct().toList()) {
      for (List<String> order : declared.orders()) {
        rows.add(List.of(family + "." + order.get(0), family + "." + order.get(1)));
      }
    }
    for (CountCells.Block block : blocks) {
      if (block.month() != null) {
        for (String count : block.counts()) {
          String name = block.of() + "." + count + " by month ";
          for (int month = 0; month < MONTHS; month++) {
            rows.add(List.of(name + month, name + (month + 1)));
          }
          rows.add(List.of(name + MONTHS, block.of() + ".offenders"));
        }
      }
    }
    return new SmallTable(
        "attack_follows",
        List.of(new Column("part", "string"), new Column("whole", "string")),
        rows);
  }

  private static String sql(String name) {
    return Resources.text("sql/disclosure/" + name + ".sql");
  }

  /** The cells, in arrays. */
  private static final class Cells {
    private final List<List<String>> kinds = new ArrayList<>();
    private final Map<List<String>, Integer> numbers = new HashMap<>();
    private final LocalTables tables;
    private final int size;
    private final long[] least;
    private final long[] most;
    private final int[] kind;
    private final boolean[] isWithheld;

    Cells(LocalTables tables) {
      this.tables = tables;
      Object count = tables.rows("select count(*) as cells from attack_cell").get(0).get("cells");
      size = ((Number) count).intValue();
      least = new long[size];
      most = new long[size];
      kind = new int[size];
      isWithheld = new boolean[size];
    }

    VersionAttack attack(String version, int smallest, int width) {
      tables.each(
          "select id, mart, place_type, quantity, is_withheld, least, most from attack_cell",
          row -> {
            int cell = row.getInt(1);
            kind[cell] = kind(row.getString(2), row.getString(3), row.getString(4));
            isWithheld[cell] = row.getBoolean(5);
            least[cell] = row.getLong(6);
            most[cell] = row.getLong(7);
          });
      CellSums.Builder builder = new CellSums.Builder();
      tables.each(
          sql("part"),
          row -> builder.add(row.getInt(1), row.getString(3), row.getInt(2), row.getBoolean(4)));
      tables.each(sql("order"), row -> builder.add(row.getInt(1), "order", row.getInt(2), false));
      CellSums sums = builder.build(size);
      Intervals intervals = new Intervals(least, most, sums).propagate();
      return new VersionAttack(
          version,
          smallest,
          width,
          size,
          sums.size(),
          intervals.contradictions(),
          findings(intervals, width));
    }

    private int kind(String mart, String placeType, String quantity) {
      return numbers.computeIfAbsent(
          List.of(mart, placeType, quantity),
          names -> {
            kinds.add(names);
            return kinds.size() - 1;
          });
    }

    private List<AttackFinding> findings(Intervals intervals, int width) {
      long[] withheld = new long[kinds.size()];
      long[] exact = new long[kinds.size()];
      long[] narrow = new long[kinds.size()];
      for (int cell = 0; cell < size; cell++) {
        if (isWithheld[cell]) {
          long values = intervals.most(cell) - intervals.least(cell) + 1;
          withheld[kind[cell]]++;
          exact[kind[cell]] += values == 1 ? 1 : 0;
          narrow[kind[cell]] += values > 1 && values < width ? 1 : 0;
        }
      }
      return IntStream.range(0, kinds.size())
          .filter(i -> withheld[i] > 0)
          .mapToObj(
              i ->
                  new AttackFinding(
                      kinds.get(i).get(0),
                      kinds.get(i).get(1),
                      kinds.get(i).get(2),
                      withheld[i],
                      exact[i],
                      narrow[i]))
          .toList();
    }
  }
}
