// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

/**
 * How alike two names are, by Jaro's similarity with Winkler's bonus for a common beginning
 * (Winkler 1990): the formula is in {@link #similarity}.
 */
public final class JaroWinkler {
  /** Letters past this one are not looked at. */
  static final int LONGEST = 64;

  private static final int LONGEST_PREFIX = 4;
  private static final double PREFIX_SCALE = 0.1;

  private JaroWinkler() {}

  /**
   * {@code j + 0.1 p (1 - j)}, where p is the length of the common beginning, at most 4, and {@code
   * j = (c/|a| + c/|b| + (c - t)/c) / 3}: c letters are common (equal, and at most {@code max(|a|,
   * |b|)/2 - 1} places apart), of which t are half the ones out of order.
   *
   * @return 0 for nothing in common to 1 for equal
   */
  public static double similarity(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    int lengthA = Math.min(a.length(), LONGEST);
    int lengthB = Math.min(b.length(), LONGEST);
    int window = Math.max(0, Math.max(lengthA, lengthB) / 2 - 1);
    // One bit a letter: which letters of each name found a partner in the other.
    long foundA = 0;
    long foundB = 0;
    int common = 0;
    for (int i = 0; i < lengthA; i++) {
      char c = a.charAt(i);
      int end = Math.min(lengthB - 1, i + window);
      for (int j = Math.max(0, i - window); j <= end; j++) {
        if (((foundB >>> j) & 1) == 0 && b.charAt(j) == c) {
          foundA |= 1L << i;
          foundB |= 1L << j;
          common++;
          break;
        }
      }
    }
    if (common == 0) {
      return 0;
    }
    double outOfOrder = outOfOrder(a, b, foundA, foundB) / 2.0;
    double jaro =
        ((double) common / lengthA + (double) common / lengthB + (common - outOfOrder) / common)
            / 3;
    return jaro + PREFIX_SCALE * prefix(a, b) * (1 - jaro);
  }

  private static int outOfOrder(String a, String b, long foundA, long foundB) {
    int count = 0;
    long restA = foundA;
    long restB = foundB;
    while (restA != 0) {
      if (a.charAt(Long.numberOfTrailingZeros(restA))
          != b.charAt(Long.numberOfTrailingZeros(restB))) {
        count++;
      }
      restA &= restA - 1;
      restB &= restB - 1;
    }
    return count;
  }

  private static int prefix(String a, String b) {
    int end = Math.min(LONGEST_PREFIX, Math.min(a.length(), b.length()));
    int length = 0;
    while (length < end && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return length;
  }
}
