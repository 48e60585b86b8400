// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Two lists weighed against each other; decisions at any threshold follow without weighing again.
 */
public final class Linkage {
  private final PersonList left;
  private final PersonList right;
  private final MatchModel model;
  private final BestCandidates best;

  Linkage(PersonList left, PersonList right, long[] pairs, MatchModel model) {
    this.left = left;
    this.right = right;
    this.model = model;
    this.best = BestCandidates.of(left, right, pairs, model);
  }

  /**
   * The decisions on some entries of the short list, in its order. The others have been weighed and
   * learnt from, but stand in nobody's way. One-to-one: a person whom several entries would be
   * linked to goes to the one with the highest weight, of equal ones to the smallest row; the
   * others stay unlinked.
   *
   * @param threshold in bits
   * @param margin in bits, 0 or more
   * @param isAsked which rows, from 0
   */
  public List<LinkDecision> decide(double threshold, double margin, IntPredicate isAsked) {
    int[] owners = owners(threshold, margin, isAsked);
    List<LinkDecision> decisions = new ArrayList<>();
    for (int row = 0; row < left.size(); row++) {
      if (!isAsked.test(row)) {
        continue;
      }
      int candidate = best.rights()[row];
      decisions.add(
          new LinkDecision(
              row,
              left.id(row),
              candidate < 0 ? null : right.id(candidate),
              best.weights()[row],
              best.margins()[row],
              outcome(row, threshold, margin, owners)));
    }
    return decisions;
  }

  /** The id of an entry of the short list. Rows count from 0. */
  public String leftId(int row) {
    return left.id(row);
  }

  /** Why a pair weighs what it does, whether or not it shares a block. Rows count from 0. */
  public Waterfall waterfall(int leftRow, int rightRow) {
    return model.waterfall(leftRow, rightRow);
  }

  /** Why the best candidate of an entry weighs what it does; an entry without one has none. */
  public Optional<Waterfall> waterfall(int leftRow) {
    int candidate = best.rights()[leftRow];
    return candidate < 0 ? Optional.empty() : Optional.of(waterfall(leftRow, candidate));
  }

  private LinkOutcome outcome(int row, double threshold, double margin, int[] owners) {
    int candidate = best.rights()[row];
    if (candidate < 0) {
      return LinkOutcome.NO_CANDIDATE;
    }
    if (best.weights()[row] < threshold) {
      return LinkOutcome.BELOW_THRESHOLD;
    }
    if (best.margins()[row] < margin) {
      return LinkOutcome.NOT_CLEAR;
    }
    return owners[candidate] == row ? LinkOutcome.LINKED : LinkOutcome.TAKEN;
  }

  private int[] owners(double threshold, double margin, IntPredicate isAsked) {
    int[] owners = new int[right.size()];
    Arrays.fill(owners, -1);
    for (int row = 0; row < left.size(); row++) {
      int candidate = best.rights()[row];
      if (candidate >= 0
          && isAsked.test(row)
          && best.weights()[row] >= threshold
          && best.margins()[row] >= margin
          && (owners[candidate] < 0 || best.weights()[row] > best.weights()[owners[candidate]])) {
        owners[candidate] = row;
      }
    }
    return owners;
  }

  /** What became of an entry of the short list. */
  public enum LinkOutcome {
    /** It is linked to its best candidate. */
    LINKED,
    /** No pair shares a block with it. */
    NO_CANDIDATE,
    /** The best candidate weighs less than the threshold. */
    BELOW_THRESHOLD,
    /** The best candidate is not clear of the runner-up. */
    NOT_CLEAR,
    /** The best candidate belongs to another entry, by weight or, of equal ones, by row. */
    TAKEN
  }

  /**
   * The decision on one entry of the short list.
   *
   * @param row of the entry, from 0
   * @param id of the entry
   * @param candidate id of the best candidate in the long list, linked or not; null without one
   * @param weight of the best candidate in bits; NaN without one
   * @param margin by which it is clear of the runner-up, in bits; NaN without a candidate
   */
  public record LinkDecision(
      int row, String id, String candidate, double weight, double margin, LinkOutcome outcome) {
    public boolean linked() {
      return outcome == LinkOutcome.LINKED;
    }
  }

  /** The best candidate of each entry of the short list, and how clear it is. */
  static final class BestCandidates {
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
    static BestCandidates of(PersonList left, PersonList right, long[] pairs, MatchModel model) {
      BestCandidates best =
          new BestCandidates(
              new int[left.size()], new double[left.size()], new double[left.size()]);
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

    private void choose(PersonList right, long[] pairs, int from, int to, MatchModel model) {
      int row = Blocking.left(pairs[from]);
      int first = Blocking.right(pairs[from]);
      double weight = model.weight(row, first);
      double runnerUp = model.start();
      for (int at = from + 1; at < to; at++) {
        int candidate = Blocking.right(pairs[at]);
        double other = model.weight(row, candidate);
        boolean better =
            other > weight
                || (other == weight && right.id(candidate).compareTo(right.id(first)) < 0);
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
}
