// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.Arrays;

/** The rows of a list by key: groups count from 0 in the order of their first row. */
final class Groups {
  private final long[] keys;
  private final int[] groups;
  private final int mask;
  private int size;
  private int[] starts;
  private int[] rows;

  private Groups(int entries) {
    int capacity = Integer.highestOneBit(Math.max(4, entries)) << 2;
    this.keys = new long[capacity];
    this.groups = new int[capacity];
    this.mask = capacity - 1;
  }

  /** Rows without a key are in no group. */
  static Groups of(People people, Key key) {
    Groups made = new Groups(people.size());
    int[] group = new int[people.size()];
    for (int row = 0; row < group.length; row++) {
      group[row] = made.add(key.of(people, row));
    }
    made.arrange(group);
    return made;
  }

  int size() {
    return size;
  }

  /** The group of a key; -1 for none. */
  int find(long key) {
    if (key == Key.NONE) {
      return -1;
    }
    int slot = slot(key);
    return keys[slot] == key ? groups[slot] : -1;
  }

  /** Where the rows of a group start; those of the last end at the start of the one past it. */
  int start(int group) {
    return starts[group];
  }

  int row(int at) {
    return rows[at];
  }

  int rows(int group) {
    return starts[group + 1] - starts[group];
  }

  private int add(long key) {
    if (key == Key.NONE) {
      return -1;
    }
    int slot = slot(key);
    if (keys[slot] != key) {
      keys[slot] = key;
      groups[slot] = size++;
    }
    return groups[slot];
  }

  private void arrange(int[] group) {
    starts = new int[size + 1];
    for (int each : group) {
      if (each >= 0) {
        starts[each + 1]++;
      }
    }
    for (int i = 0; i < size; i++) {
      starts[i + 1] += starts[i];
    }
    int[] next = Arrays.copyOf(starts, size);
    rows = new int[starts[size]];
    for (int row = 0; row < group.length; row++) {
      if (group[row] >= 0) {
        rows[next[group[row]]++] = row;
      }
    }
  }

  private int slot(long key) {
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 33) & mask;
    while (keys[slot] != Key.NONE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
