// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.nio.charset.StandardCharsets;

/**
 * The value of one column in the row at hand, reused from row to row so that reading a row makes no
 * objects. Text is UTF-8 in a buffer that belongs to someone else.
 */
final class ValueSlot {
  private boolean present;
  private long number;
  private double real;
  private int decimals;
  private byte[] bytes;
  private int offset;
  private int length;

  void clear() {
    present = false;
  }

  void set(long value) {
    present = true;
    number = value;
  }

  void set(double value) {
    present = true;
    real = value;
  }

  /** Sets a number that was written with so many digits after its point. */
  void set(double value, int digits) {
    set(value);
    decimals = digits;
  }

  void set(boolean value) {
    set(value ? 1L : 0L);
  }

  void set(byte[] buffer, int from, int size) {
    present = true;
    bytes = buffer;
    offset = from;
    length = size;
  }

  /** Sets text, or nothing when it is null. */
  void set(String text) {
    if (text == null) {
      clear();
      return;
    }
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    set(encoded, 0, encoded.length);
  }

  boolean isPresent() {
    return present;
  }

  long number() {
    return number;
  }

  double real() {
    return real;
  }

  int decimals() {
    return decimals;
  }

  byte[] bytes() {
    return bytes;
  }

  int offset() {
    return offset;
  }

  int length() {
    return length;
  }

  String text() {
    return new String(bytes, offset, length, StandardCharsets.UTF_8);
  }
}
