// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.prepared;

import java.math.BigInteger;

/**
 * The order of unit keys: text by text, but runs of digits by their number, so that unit 2 comes
 * before unit 10; where that leaves two keys equal, character by character.
 */
final class UnitKeys {
  private UnitKeys() {}

  static int compare(String left, String right) {
    int i = 0;
    int k = 0;
    while (i < left.length() && k < right.length()) {
      int leftEnd = digits(left, i);
      int rightEnd = digits(right, k);
      boolean isNumber = leftEnd > i && rightEnd > k;
      int order =
          isNumber
              ? new BigInteger(left.substring(i, leftEnd))
                  .compareTo(new BigInteger(right.substring(k, rightEnd)))
              : Character.compare(left.charAt(i), right.charAt(k));
      if (order != 0) {
        return order;
      }
      i = isNumber ? leftEnd : i + 1;
      k = isNumber ? rightEnd : k + 1;
    }
    int order = Integer.compare(left.length() - i, right.length() - k);
    return order != 0 ? order : left.compareTo(right);
  }

  private static int digits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}
