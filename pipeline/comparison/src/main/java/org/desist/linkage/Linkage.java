// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Two lists weighed against each other; decisions at any threshold follow without weighing again.
 */
public final class Linkage {
  private final People left;
  private final People right;
  private final LinkageSettings settings;
  private final List<Block> blocks;
  private final Estimation estimation;
  private final MatchModel model;
  private final BestCandidates best;

  Linkage(
      People left,
      People right,
      LinkageSettings settings,
      Blocking blocking,
      Estimation estimation,
      MatchModel model) {
    this.left = left;
    this.right = right;
    this.settings = settings;
    this.blocks = blocking.blocks();
    this.estimation = estimation;
    this.model = model;
    this.best = BestCandidates.of(left, right, blocking.pairs(), model);
  }

  /**
   * One decision an entry of the short list, in its order, at the settings' threshold and margin.
   */
  public List<LinkDecision> decide() {
    return decide(settings.threshold(), settings.margin());
  }

  /**
   * One decision an entry of the short list, in its order. One-to-one: a person whom several
   * entries would be linked to goes to the one with the highest weight, of equal ones to the
   * smallest row; the others stay unlinked.
   *
   * @param threshold in bits
   * @param margin in bits, 0 or more
   */
  public List<LinkDecision> decide(double threshold, double margin) {
    return decide(threshold, margin, row -> true);
  }

  /**
   * The decisions on some entries of the short list, in its order. The others have been weighed and
   * learnt from, but stand in nobody's way.
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

  /** What each blocking rule brought, and what it had to skip. */
  public List<Block> blocks() {
    return blocks;
  }

  /** How many entries of the short list the long one is estimated to hold. */
  public double expectedMatches() {
    return estimation.expectedMatches();
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
}
