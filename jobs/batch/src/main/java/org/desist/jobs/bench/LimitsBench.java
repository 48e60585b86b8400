// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.desist.engine.Engine;
import org.desist.engine.EngineRoom;
import org.desist.engine.Resources;
import org.desist.engine.SmallTable;
import org.desist.jobs.terminal.TextTable;
import org.desist.method.MethodFile;
import org.desist.method.MethodTables;
import org.desist.run.Folders;

/**
 * How often an area without a change has an outcome against its baseline, by the functions that
 * decide it in a run.
 */
public final class LimitsBench {
  /** Contract areas of one world. */
  private static final int AREAS = 21;

  private static final List<String> COLUMNS =
      List.of(
          "areas",
          "offenders",
          "rate",
          "effective_share",
          "met",
          "worse",
          "has_outcome",
          "memberships",
          "known_baseline",
          "unadjusted");

  private final int worlds;

  /**
   * Prepares.
   *
   * @param worlds of each kind, with the seeds from 1
   */
  public LimitsBench(int worlds) {
    this.worlds = worlds;
  }

  /** A row per kind of world; outcomes in per cent of areas. */
  public TextTable run() {
    TextTable table =
        TextTable.open()
            .left("world")
            .right("areas")
            .right("offenders")
            .right("rate %")
            .right("effective size")
            .right("MET %")
            .right("WORSE %")
            .right("outcome %")
            .right("of memberships %")
            .right("baseline as known %")
            .right("unadjusted %");
    for (UnchangedArea.Kind kind : UnchangedArea.Kind.values()) {
      Map<String, Object> found = judged(kind);
      table.row(
          IntStream.rangeClosed(0, COLUMNS.size())
              .mapToObj(i -> i == 0 ? kind.name() : text(found.get(COLUMNS.get(i - 1))))
              .toList());
    }
    return table;
  }

  private Map<String, Object> judged(UnchangedArea.Kind kind) {
    List<List<Object>> rows =
        LongStream.rangeClosed(1, worlds)
            .parallel()
            .mapToObj(seed -> world(kind, seed))
            .flatMap(List::stream)
            .toList();
    Path folder = Folders.temporary("bench");
    try (Engine engine = EngineRoom.COMPARISON.open(folder.resolve("spill"))) {
      // No snapshot: of the method only the quantile is read.
      MethodTables.hold(engine, MethodFile.read(null), LocalDate.EPOCH);
      engine.hold(new SmallTable("unchanged_area", UnchangedArea.COLUMNS, rows));
      return engine.rows(Resources.text("sql/query/bench/limits.sql")).get(0);
    } finally {
      Folders.delete(folder);
    }
  }

  private static List<List<Object>> world(UnchangedArea.Kind kind, long seed) {
    Draw draw = Draw.of(seed, kind.name().hashCode());
    return IntStream.range(0, AREAS)
        .mapToObj(area -> UnchangedArea.draw(draw, kind).row(kind))
        .toList();
  }

  private static String text(Object number) {
    return number instanceof Double value
        ? String.format(Locale.ROOT, "%,.2f", value)
        : String.format(Locale.ROOT, "%,d", ((Number) number).longValue());
  }
}
