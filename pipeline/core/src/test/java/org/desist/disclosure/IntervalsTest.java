// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalsTest {
  private static final int LARGEST = 9;

  @Test
  void aLonePartIsWhatIsLeftOfItsWhole() {
    long[] least = {30, 25, 1};
    long[] most = {30, 25, LARGEST};
    CellSums.Builder sums = new CellSums.Builder();
    sums.add(0, "region", 1, true);
    sums.add(0, "region", 2, true);
    Intervals intervals = new Intervals(least, most, sums.build(3)).propagate();
    assertThat(intervals.least(2)).isEqualTo(5);
    assertThat(intervals.most(2)).isEqualTo(5);
    assertThat(intervals.contradictions()).isZero();
  }

  @Test
  void twoPartsShareWhatIsLeft() {
    long[] least = {30, 25, 1, 1};
    long[] most = {30, 25, LARGEST, LARGEST};
    CellSums.Builder sums = new CellSums.Builder();
    for (int part = 1; part < 4; part++) {
      sums.add(0, "region", part, true);
    }
    Intervals intervals = new Intervals(least, most, sums.build(4)).propagate();
    assertThat(intervals.least(3)).isEqualTo(1);
    assertThat(intervals.most(3)).isEqualTo(4);
  }

  @Test
  void aPartThatOverlapsIsAtMostItsWholeAndNoMoreIsKnown() {
    long[] least = {4, 1, 1};
    long[] most = {4, LARGEST, LARGEST};
    CellSums.Builder sums = new CellSums.Builder();
    sums.add(0, "order", 1, false);
    sums.add(0, "order", 2, false);
    Intervals intervals = new Intervals(least, most, sums.build(3)).propagate();
    assertThat(intervals.least(1)).isEqualTo(1);
    assertThat(intervals.most(1)).isEqualTo(4);
    assertThat(intervals.most(2)).isEqualTo(4);
  }

  @Test
  void aWholeWithoutABoundIsBoundByItsParts() {
    long[] least = {0, 12, 1};
    long[] most = {CountCells.UNBOUNDED, 12, LARGEST};
    CellSums.Builder sums = new CellSums.Builder();
    sums.add(0, "sex", 1, true);
    sums.add(0, "sex", 2, true);
    Intervals intervals = new Intervals(least, most, sums.build(3)).propagate();
    assertThat(intervals.least(0)).isEqualTo(13);
    assertThat(intervals.most(0)).isEqualTo(21);
  }

  @Test
  void sumsThatCannotAllHoldAreCounted() {
    long[] least = {10, 8, 8};
    long[] most = {10, 8, 8};
    CellSums.Builder sums = new CellSums.Builder();
    sums.add(0, "sex", 1, true);
    sums.add(0, "sex", 2, true);
    assertThat(new Intervals(least, most, sums.build(3)).propagate().contradictions()).isPositive();
  }

  /** No bound may be wrong: the world that the figures come from lies within all of them. */
  @Test
  void theTruthLiesWithinEveryBound() {
    Random random = new Random(20261201);
    for (int world = 0; world < 500; world++) {
      int rows = 1 + random.nextInt(5);
      int columns = 1 + random.nextInt(5);
      long[][] truth = new long[rows + 1][columns + 1];
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          long count = random.nextInt(20);
          truth[row][column] = count;
          truth[rows][column] += count;
          truth[row][columns] += count;
          truth[rows][columns] += count;
        }
      }
      Intervals intervals = attacked(truth);
      assertThat(intervals.contradictions()).isZero();
      for (int row = 0; row <= rows; row++) {
        for (int column = 0; column <= columns; column++) {
          int cell = row * (columns + 1) + column;
          assertThat(truth[row][column]).isBetween(intervals.least(cell), intervals.most(cell));
        }
      }
    }
  }

  /** A table with its totals, in which each count from 1 to 9 is withheld. */
  private static Intervals attacked(long[][] table) {
    int width = table[0].length;
    long[] least = new long[table.length * width];
    long[] most = new long[table.length * width];
    CellSums.Builder sums = new CellSums.Builder();
    for (int row = 0; row < table.length; row++) {
      for (int column = 0; column < width; column++) {
        int cell = row * width + column;
        boolean isWithheld = table[row][column] >= 1 && table[row][column] <= LARGEST;
        least[cell] = isWithheld ? 1 : table[row][column];
        most[cell] = isWithheld ? LARGEST : table[row][column];
        if (column < width - 1) {
          sums.add(row * width + width - 1, "column", cell, true);
        }
        if (row < table.length - 1) {
          sums.add((table.length - 1) * width + column, "row", cell, true);
        }
      }
    }
    return new Intervals(least, most, sums.build(least.length)).propagate();
  }
}
