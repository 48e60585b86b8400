// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.linkage.FieldComparison.AgreementLevel;

/**
 * How to link.
 *
 * @param threshold the least weight of a link, in bits: the binary logarithm of the odds that the
 *     pair is one person, so 7 is odds of 128 to 1
 * @param margin by how many bits at least a link must be clear of the runner-up, 0 or more
 * @param mostPairs how many pairs are looked at at most, above 0
 * @param randomPairs how many pairs are drawn to see how often strangers agree, above 0
 * @param seed of that draw
 * @param mostRounds of expectation maximisation, above 0
 * @param tolerance the change of every share below which it stops, above 0
 * @param typicalMatches how many true pairs the typical shares of {@link AgreementLevel} count for
 *     beside those found, above 0: what steadies the estimate of a short list
 */
public record LinkageSettings(
    double threshold,
    double margin,
    long mostPairs,
    int randomPairs,
    long seed,
    int mostRounds,
    double tolerance,
    double typicalMatches) {
  public LinkageSettings {
    if (!Double.isFinite(threshold)) {
      throw refused("a threshold of " + threshold, "give a number of bits");
    }
    if (!(margin >= 0) || Double.isInfinite(margin)) {
      throw refused("a margin of " + margin, "give a number of bits, 0 or more");
    }
    if (mostPairs < 1 || randomPairs < 1 || mostRounds < 1) {
      throw refused(
          mostPairs + " pairs, " + randomPairs + " random pairs and " + mostRounds + " rounds",
          "give at least 1 of each");
    }
    if (!(tolerance > 0) || !(typicalMatches > 0)) {
      throw refused(
          "a tolerance of " + tolerance + " and " + typicalMatches + " typical matches",
          "give numbers above 0");
    }
  }

  /** A threshold of 2 bits (odds of 4 to 1), a margin of 3 and up to 30 million pairs. */
  public static LinkageSettings usual() {
    return new LinkageSettings(2, 3, 30_000_000, 2_000_000, 20_160_101, 100, 1e-6, 10);
  }

  /** The same with another threshold and margin, in bits. */
  public LinkageSettings at(double otherThreshold, double otherMargin) {
    return new LinkageSettings(
        otherThreshold,
        otherMargin,
        mostPairs,
        randomPairs,
        seed,
        mostRounds,
        tolerance,
        typicalMatches);
  }

  private static DesistException refused(String what, String advice) {
    return new DesistException(
        ErrorCode.BAD_METHOD, "Cannot link by score with " + what + ": " + advice + ".");
  }
}
