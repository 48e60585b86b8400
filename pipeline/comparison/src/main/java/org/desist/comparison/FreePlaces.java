// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

/** Which of some places are free, with the next free one on either side in almost constant time. */
final class FreePlaces {
  private final int[] right;
  private final int[] left;

  FreePlaces(int size) {

    right = new int[size + 2];
    left = new int[size + 2];
    for (int i = 0; i < size + 2; i++) {
      right[i] = i;
      left[i] = i;
    }
  }

  /** The first free place from this one on; the number of places when there is none. */
  int from(int place) {
    return find(right, place + 1) - 1;
  }

  /** The last free place up to this one; -1 when there is none. */
  int upTo(int place) {
    return find(left, place + 1) - 1;
  }

  void take(int place) {
    right[place + 1] = place + 2;
    left[place + 1] = place;
  }

  private static int find(int[] next, int start) {
    int end = start;
    while (next[end] != end) {
      end = next[end];
    }
    int at = start;
    while (next[at] != end) {
      int following = next[at];
      next[at] = end;
      at = following;
    }
    return end;
  }
}
