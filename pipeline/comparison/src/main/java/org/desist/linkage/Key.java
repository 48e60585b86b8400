// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

/** The number that an entry is blocked under; pairs of equal numbers are looked at. */
@FunctionalInterface
public interface Key {
  /** No block: the entry lacks what the key needs. */
  long NONE = 0;

  long of(People people, int row);

  /** One number of several, none when one of them is none. */
  static Key all(Key... parts) {
    return (people, row) -> {
      long mixed = 1;
      for (Key part : parts) {
        long key = part.of(people, row);
        if (key == NONE) {
          return NONE;
        }
        mixed = mix(mixed, key);
      }
      return mixed;
    };
  }

  static Key text(int column) {
    return (people, row) -> {
      String text = people.text(column, row);
      return text == null ? NONE : number(text);
    };
  }

  static Key sound(int column) {
    return (people, row) -> {
      String text = people.text(column, row);
      return text == null ? NONE : number(Soundex.of(text));
    };
  }

  /** The first letters of a text that has at least as many. */
  static Key beginning(int column, int letters) {
    return (people, row) -> {
      String text = people.text(column, row);
      return text == null || text.length() < letters ? NONE : number(text.substring(0, letters));
    };
  }

  static Key birth() {
    return People::birth;
  }

  /** The date of birth with day and month exchanged, where that is another date. */
  static Key birthExchanged() {
    return (people, row) -> {
      int birth = people.birth(row);
      int day = birth % 100;
      int month = birth / 100 % 100;
      return day > 12 || day == month ? NONE : birth / 10_000 * 10_000 + day * 100 + month;
    };
  }

  static Key birthYear() {
    return (people, row) -> people.birth(row) / 10_000;
  }

  static Key birthMonth() {
    return (people, row) -> people.birth(row) / 100 % 100;
  }

  static Key birthDay() {
    return (people, row) -> people.birth(row) % 100;
  }

  private static long number(String text) {
    long mixed = 7;
    for (int i = 0; i < text.length(); i++) {
      mixed = mix(mixed, text.charAt(i));
    }
    return mixed;
  }

  /** Spreads over all 64 bits and never gives none: what collides is compared for nothing. */
  private static long mix(long seed, long value) {
    long z = (seed * 31 + value + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z ^= z >>> 31;
    return z == NONE ? 1 : z;
  }
}
