// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Room for the texts of one row as UTF-8, emptied before the next row. */
final class TextArena {
  private static final int INITIAL_SIZE = 1024;
  private static final int ASCII = 128;

  private byte[] bytes = new byte[INITIAL_SIZE];
  private int used;

  void clear() {
    used = 0;
  }

  /** Sets the slot to the text, copied here. */
  void put(char[] text, int from, int length, ValueSlot slot) {
    int start = reserve(length);
    byte[] target = bytes;
    for (int i = 0; i < length; i++) {
      char c = text[from + i];
      if (c >= ASCII) {
        used = start;
        put(new String(text, from, length), slot);
        return;
      }
      target[start + i] = (byte) c;
    }
    slot.set(target, start, length);
  }

  /** Sets the slot to the text, copied here. */
  void put(String text, ValueSlot slot) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    int start = reserve(encoded.length);
    System.arraycopy(encoded, 0, bytes, start, encoded.length);
    slot.set(bytes, start, encoded.length);
  }

  /** Reserves bytes that the caller fills; the array is {@link #bytes()} after this call. */
  int reserve(int size) {
    if (bytes.length - used < size) {
      // Slots set before keep the old array, which holds their text unchanged.
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + size));
    }
    int start = used;
    used += size;
    return start;
  }

  byte[] bytes() {
    return bytes;
  }
}
