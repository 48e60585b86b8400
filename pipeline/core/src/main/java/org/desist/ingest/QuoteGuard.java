// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Makes a CSV stream fit for a strict parser without losing what was wrong with it.
 *
 * <p>Text after a closing quote is a fault of one row, but a strict parser stops there and a
 * lenient one takes a second quote in that text as the opening of another value, which swallows
 * lines that are good. So the guard, which sees the bytes before the parser, ends the value at its
 * closing quote, drops what follows up to the next separator or line end, and leaves a NUL as the
 * value's last character. A NUL cannot be there otherwise: {@link GuardedReader} refuses files that
 * hold one. The parser's idea of where rows begin stays that of the strict grammar, and its count
 * of lines stays right, because no line end is ever dropped.
 *
 * <p>All characters that matter are ASCII, so UTF-8 is looked at as bytes.
 */
final class QuoteGuard {
  /** The last character of a value that text followed after its closing quote. */
  static final char MARK = 0;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;

  private enum State {
    OUTSIDE,
    QUOTED,
    DROPPING
  }

  private final byte separator;
  private State state = State.OUTSIDE;
  // The first value of a file may be quoted, as if a line had ended before it.
  private byte previous = '\n';
  private boolean holding;

  /**
   * Prepares to work.
   *
   * @param separator what stands between values, an ASCII character
   */
  QuoteGuard(char separator) {
    this.separator = (byte) separator;
  }

  /**
   * Works on the bytes in place.
   *
   * @param last whether the stream ends with these bytes
   * @return the end of the bytes to hand on. When it is not the end of the stream and a quote was
   *     held back, because what it means depends on the byte after it, {@link #isHolding} says so:
   *     it lies at this end and must come first in the next call
   */
  int filter(byte[] bytes, int from, int to, boolean last) {
    holding = false;
    int read = from;
    int written = from;
    while (read < to) {
      if (state == State.DROPPING) {
        read = nextSeparator(bytes, read, to);
        if (read < to) {
          state = State.OUTSIDE;
          previous = '"';
        }
        continue;
      }
      int quote = indexOf(bytes, '"', read, to);
      if (quote > read) {
        previous = bytes[quote - 1];
        written = move(bytes, read, quote, written);
        read = quote;
      }
      if (read == to) {
        break;
      }
      if (state == State.OUTSIDE) {
        bytes[written++] = '"';
        read++;
        // Only at the start of a value does a quote open one; elsewhere it is plain text.
        state = isSeparator(previous) ? State.QUOTED : State.OUTSIDE;
        previous = '"';
      } else if (read + 1 == to && !last) {
        bytes[written] = '"';
        holding = true;
        return written;
      } else {
        byte next = read + 1 < to ? bytes[read + 1] : (byte) '\n';
        if (next == '"') {
          bytes[written++] = '"';
          bytes[written++] = '"';
          read += 2;
        } else if (isSeparator(next)) {
          bytes[written++] = '"';
          read++;
          state = State.OUTSIDE;
          previous = '"';
        } else {
          bytes[written++] = MARK;
          bytes[written++] = '"';
          read += 2;
          state = State.DROPPING;
        }
      }
    }
    return written;
  }

  /** Whether a quote was held back at the end of the last call. */
  boolean isHolding() {
    return holding;
  }

  private static int move(byte[] bytes, int from, int to, int target) {
    if (target != from) {
      System.arraycopy(bytes, from, bytes, target, to - from);
    }
    return target + to - from;
  }

  private int nextSeparator(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && !isSeparator(bytes[i])) {
      i++;
    }
    return i;
  }

  private boolean isSeparator(byte b) {
    return b == separator || b == '\n' || b == '\r';
  }

  /** The first position of an ASCII byte, or {@code to} when it is not there. */
  static int indexOf(byte[] bytes, int wanted, int from, int to) {
    long pattern = wanted * ONES;
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long differences = (long) LONGS.get(bytes, i) ^ pattern;
      // The top bit of a byte that is zero; bits above the lowest set one may be wrong.
      long zeros = (differences - ONES) & ~differences & TOPS;
      if (zeros != 0) {
        return i + (Long.numberOfTrailingZeros(zeros) >>> 3);
      }
    }
    for (; i < to; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return to;
  }
}
