// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.error;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What somebody who wrote a value that nothing knows may have meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * The known value that takes the fewest letters added, left out, changed or swapped with their
   * neighbour, whatever their case, their blanks and their underscores.
   *
   * @param wrong what was written
   * @param known the values there are; of several equally near the first is taken
   * @return empty when more than half of the letters differ: then it is no slip of one of them
   */
  public static Optional<String> to(String wrong, Collection<String> known) {
    String nearest = null;
    int least = Integer.MAX_VALUE;
    for (String candidate : known) {
      String written = folded(wrong);
      String meant = folded(candidate);
      int distance = distance(written, meant);
      boolean isAlike = 2 * distance <= Math.max(written.length(), meant.length());
      if (isAlike && distance < least) {
        nearest = candidate;
        least = distance;
      }
    }
    return Optional.ofNullable(nearest);
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_]", "");
  }

  private static int distance(String left, String right) {
    int[] beforeLast = new int[right.length() + 1];
    int[] last = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] row = new int[right.length() + 1];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        boolean isSwap =
            i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        if (isSwap) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[right.length()];
  }
}
