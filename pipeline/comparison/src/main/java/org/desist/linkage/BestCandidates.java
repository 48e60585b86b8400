// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The best candidate of each entry of the short list, and how clear it is. */
final class BestCandidates {
  private final int[] rights;
  private final double[] weights;
  private final double[] margins;

  private BestCandidates(int[] rights, double[] weights, double[] margins) {
    this.rights = rights;
    this.weights = weights;
    this.margins = margins;
  }

  /**
   * Row in the long list by row of the short one, of equal weights the smallest id; -1 for none.
   */
  int[] rights() {
    return rights;
  }

  /** Of the best candidates, in bits. */
  double[] weights() {
    return weights;
  }

  /**
   * By which they are clear of the runner-up, or of the weight of any pair where that is more or
   * where there is no runner-up, in bits.
   */
  double[] margins() {
    return margins;
  }

  /** Entries are weighed side by side; each is decided alone, so threads never show. */
  static BestCandidates of(People left, People right, long[] pairs, MatchModel model) {
    BestCandidates best =
        new BestCandidates(new int[left.size()], new double[left.size()], new double[left.size()]);
    Arrays.fill(best.rights, -1);
    Arrays.fill(best.weights, Double.NaN);
    Arrays.fill(best.margins, Double.NaN);
    int[] starts = starts(pairs, left.size());
    IntStream.range(0, left.size())
        .parallel()
        .filter(row -> starts[row] < starts[row + 1])
        .forEach(row -> best.choose(right, pairs, starts[row], starts[row + 1], model));
    return best;
  }

  private void choose(People right, long[] pairs, int from, int to, MatchModel model) {
    int row = Blocking.left(pairs[from]);
    int first = Blocking.right(pairs[from]);
    double weight = model.weight(row, first);
    double runnerUp = model.start();
    for (int at = from + 1; at < to; at++) {
      int candidate = Blocking.right(pairs[at]);
      double other = model.weight(row, candidate);
      boolean better =
          other > weight || (other == weight && right.id(candidate).compareTo(right.id(first)) < 0);
      runnerUp = Math.max(runnerUp, better ? weight : other);
      if (better) {
        weight = other;
        first = candidate;
      }
    }
    rights[row] = first;
    weights[row] = weight;
    margins[row] = weight - runnerUp;
  }

  private static int[] starts(long[] pairs, int rows) {
    int[] starts = new int[rows + 1];
    for (long pair : pairs) {
      starts[Blocking.left(pair) + 1]++;
    }
    for (int row = 0; row < rows; row++) {
      starts[row + 1] += starts[row];
    }
    return starts;
  }
}
