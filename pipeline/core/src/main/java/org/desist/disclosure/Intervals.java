// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.disclosure;

import java.util.BitSet;

/**
 * The least and the most that a reader can know of each cell, worked out from sums and orders until
 * nothing more follows: bound propagation. Every bound found is one that every reader can find; a
 * reader who solves all sums at once may find a narrower one.
 *
 * <p>Cells count from 0. Bounds are whole numbers from 0; {@link CountCells#UNBOUNDED} stands for
 * none.
 */
final class Intervals {
  private final long[] least;
  private final long[] most;
  private final CellSums sums;
  private final BitSet waiting = new BitSet();
  private int contradictions;

  /** Begins with what the marts say; the arrays are changed. */
  Intervals(long[] least, long[] most, CellSums sums) {
    this.least = least;
    this.most = most;
    this.sums = sums;
  }

  long least(int cell) {
    return least[cell];
  }

  long most(int cell) {
    return most[cell];
  }

  /** Cells of which no count is possible: the sums or the marts are wrong. */
  int contradictions() {
    return contradictions;
  }

  /** Tightens until nothing more follows. */
  Intervals propagate() {
    waiting.set(0, sums.size());
    for (int sum = waiting.nextSetBit(0); sum >= 0; sum = next(sum)) {

      waiting.clear(sum);
      tighten(sum);
    }
    return this;
  }

  /** The next one round the clock. */
  private int next(int sum) {
    int next = waiting.nextSetBit(sum + 1);
    return next >= 0 ? next : waiting.nextSetBit(0);
  }

  private void tighten(int sum) {
    int whole = sums.whole(sum);
    int from = sums.begin(sum);
    int to = sums.end(sum);
    if (!sums.adds(sum)) {
      for (int at = from; at < to; at++) {
        bound(sums.part(at), 0, most[whole]);
        bound(whole, least[sums.part(at)], CountCells.UNBOUNDED);
      }
      return;
    }
    long lowest = 0;
    long highest = 0;
    int unbounded = 0;
    for (int at = from; at < to; at++) {
      int part = sums.part(at);
      lowest += least[part];
      if (most[part] >= CountCells.UNBOUNDED) {
        unbounded++;
      } else {
        highest += most[part];
      }
    }
    bound(whole, lowest, unbounded == 0 ? highest : CountCells.UNBOUNDED);
    for (int at = from; at < to; at++) {
      int part = sums.part(at);
      boolean isAloneUnbounded = unbounded == 1 && most[part] >= CountCells.UNBOUNDED;
      long others = isAloneUnbounded ? highest : highest - most[part];
      long atLeast = unbounded == 0 || isAloneUnbounded ? least[whole] - others : 0;
      long atMost =
          most[whole] >= CountCells.UNBOUNDED
              ? CountCells.UNBOUNDED
              : most[whole] - (lowest - least[part]);
      long before = least[part];
      long highestBefore = most[part];
      bound(part, atLeast, atMost);
      lowest += least[part] - before;
      if (highestBefore >= CountCells.UNBOUNDED && most[part] < CountCells.UNBOUNDED) {
        unbounded--;
        highest += most[part];
      } else if (highestBefore < CountCells.UNBOUNDED) {
        highest += most[part] - highestBefore;
      }
    }
  }

  private void bound(int cell, long atLeast, long atMost) {
    boolean isTighter = false;
    if (atLeast > least[cell]) {
      least[cell] = atLeast;
      isTighter = true;
    }
    if (atMost < most[cell]) {
      most[cell] = atMost;
      isTighter = true;
    }
    if (!isTighter) {
      return;
    }
    if (least[cell] > most[cell]) {
      // Nothing more can be said of it, and going on would not end.
      contradictions++;
      most[cell] = least[cell];
      return;
    }
    sums.around(cell, waiting::set);
  }
}
