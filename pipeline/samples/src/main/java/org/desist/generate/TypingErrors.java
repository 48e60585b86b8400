// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Slips of whoever copies names and dates from one form to another. */
final class TypingErrors {
  private static final int TRIES = 20;

  /** Spellings that sound alike, either way. */
  private static final List<String[]> SOUNDS =
      List.of(
          new String[] {"ph", "f"},
          new String[] {"ck", "k"},
          new String[] {"ie", "y"},
          new String[] {"ea", "ee"},
          new String[] {"ll", "l"},
          new String[] {"tt", "t"},
          new String[] {"nn", "n"},
          new String[] {"s", "z"},
          new String[] {"c", "k"},
          new String[] {"i", "y"});

  private final Draws draws;

  TypingErrors(Draws draws) {
    this.draws = draws;
  }

  /** A name with one slip: a letter too many, too few, wrong, exchanged, or spelt by ear. */
  String name(String name) {
    int at = draws.between(0, name.length() - 1);
    char letter = (char) ('a' + draws.between(0, 25));
    int slip = name.length() < 3 ? 2 : draws.between(0, 4);
    return switch (slip) {
      case 0 -> name.substring(0, at) + letter + name.substring(at);
      case 1 -> name.substring(0, at) + name.substring(at + 1);
      case 2 -> name.substring(0, at) + letter + name.substring(at + 1);
      case 3 -> exchanged(name, Math.min(at, name.length() - 2));
      default -> byEar(name, at);
    };
  }

  private static String exchanged(String name, int at) {
    return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
  }

  private static String byEar(String name, int seed) {
    for (int i = 0; i < SOUNDS.size(); i++) {
      String[] pair = SOUNDS.get((seed + i) % SOUNDS.size());
      for (int way = 0; way < 2; way++) {
        int at = name.indexOf(pair[way]);
        if (at > 0) {
          return name.substring(0, at) + pair[1 - way] + name.substring(at + pair[way].length());
        }
      }
    }
    return exchanged(name, Math.min(seed, name.length() - 2));
  }

  /** A day with one slip: day and month exchanged, one digit wrong, or a year off. */
  LocalDate day(LocalDate day) {
    int slip = draws.between(0, 3);
    if (slip == 0 && day.getDayOfMonth() <= 12 && day.getDayOfMonth() != day.getMonthValue()) {
      return LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue());
    }
    if (slip == 1) {
      return day.plusYears(draws.any(-1, 1));
    }
    return oneDigit(day);
  }

  private LocalDate oneDigit(LocalDate day) {
    for (int i = 0; i < TRIES; i++) {
      // The century stays: nobody is born in 2985.
      StringBuilder text = new StringBuilder(day.toString());
      int at = draws.any(2, 3, 5, 6, 8, 9);
      text.setCharAt(at, (char) ('0' + draws.between(0, 9)));
      LocalDate typed = date(text);
      if (typed != null && !typed.equals(day)) {
        return typed;
      }
    }
    return day.plusDays(1);
  }

  private static LocalDate date(CharSequence text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  /** An id with one digit wrong. */
  String id(String id) {
    int[] digits = IntStream.range(0, id.length()).filter(i -> isDigit(id.charAt(i))).toArray();
    int at = digits[draws.between(0, digits.length - 1)];
    char digit = (char) ('0' + (id.charAt(at) - '0' + draws.between(1, 9)) % 10);
    return id.substring(0, at) + digit + id.substring(at + 1);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
