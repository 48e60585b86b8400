// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.desist.engine.DuckDbEngine;
import org.desist.engine.Resources;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the index is for any counts: worked out a second time, and the laws it keeps. */
class MixPropertiesTest {
  private static final int WORLDS = 60;
  private static final String INDEX = Resources.text("sql/query/guard/mix.sql");

  @TempDir private Path spill;

  @Test
  void isTheSumOverCategoriesAndKeepsItsLaws() {
    Random random = new Random(20190630);
    try (DuckDbEngine engine = DuckDbEngine.start(1, 256, spill)) {
      for (int world = 0; world < WORLDS; world++) {
        int classes = 2 + random.nextInt(8);
        int[] now = counts(random, classes);
        int[] before = counts(random, classes);

        double index = index(engine, now, List.of(before));

        assertThat(index).isCloseTo(byHand(now, before), within(1e-9)).isNotNegative();
        assertThat(index(engine, before, List.of(now))).isCloseTo(index, within(1e-9));
        assertThat(index(engine, now, List.of(now))).isZero();
        // The same version twice is the same history.
        assertThat(index(engine, now, List.of(before, before))).isCloseTo(index, within(1e-9));
      }
    }
  }

  /** Some of them empty, never all. */
  private static int[] counts(Random random, int classes) {
    return IntStream.range(0, classes)
        .map(i -> i > 0 && random.nextInt(5) == 0 ? 0 : 50 + random.nextInt(400))
        .toArray();
  }

  private static double byHand(int[] now, int[] before) {
    int classes = now.length;
    double n = IntStream.of(now).sum() + 0.5 * classes;
    double m = IntStream.of(before).sum() + 0.5 * classes;
    double sum = 0;
    for (int i = 0; i < classes; i++) {
      double p = (now[i] + 0.5) / n;
      double q = (before[i] + 0.5) / m;
      sum += (p - q) * Math.log(p / q);
    }
    return sum;
  }

  private static double index(DuckDbEngine engine, int[] now, List<int[]> before) {
    List<List<Object>> rows = new ArrayList<>();
    add(rows, 0, now);
    for (int version = 1; version <= before.size(); version++) {
      add(rows, version, before.get(version - 1));
    }
    engine.hold(
        new SmallTable(
            "guard_cell",
            List.of(
                new Column("version", "int"),
                new Column("purpose", "string"),
                new Column("cohort_window", "string"),
                new Column("breakdown", "string"),
                new Column("category", "string"),
                new Column("offenders", "bigint")),
            rows));
    List<Map<String, Object>> found = engine.rows(INDEX);
    assertThat(found).hasSize(1);
    return GuardText.real(found.get(0), "psi");
  }

  private static void add(List<List<Object>> rows, int version, int[] counts) {
    rows.add(
        List.of(version, "mix", "quarter", "total", "total", (long) IntStream.of(counts).sum()));
    for (int i = 0; i < counts.length; i++) {
      rows.add(List.of(version, "mix", "quarter", "sex", "c" + i, (long) counts[i]));
    }
  }
}
