// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

/**
 * How good links are where the truth is known.
 *
 * @param links made
 * @param correct of those
 * @param truths pairs that should have been linked
 */
public record LinkQuality(int links, int correct, int truths) {
  /** The share of links that are correct; NaN without links. */
  public double precision() {
    return (double) correct / links;
  }

  /** The share of true pairs that are linked; NaN without any. */
  public double recall() {
    return (double) correct / truths;
  }
}
