// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.answer;

import org.desist.answer.OutcomeResult.Kind;
import org.desist.comparison.Interval;
import org.desist.text.FigureText;

/**
 * Amounts as a manager would say them, rounded by one rule for page, terminal and data: rates in
 * people of 100, reoffences per 100 people, times in whole days or half weeks, and what could be
 * seen at all rounded up (METHOD 8.8). A limit that is not zero is never called so.
 */
public final class AmountWords {
  private static final int WEEK = 7;
  private static final String[] FEW = {
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"
  };

  private AmountWords() {}

  /**
   * By how much one group can differ from the other: "lower by between 2 and 14 people", "between
   * 15 fewer and 29 more", "between about 3 days sooner and 4 days later".
   *
   * @param interval of the difference, its limits finite
   */
  public static String range(Kind kind, Interval interval) {
    return isOneWay(interval) ? oneWay(kind, interval) : eitherWay(kind, interval);
  }

  /** Whether only one direction is possible; a limit of exactly 0 does not open the other. */
  static boolean isOneWay(Interval interval) {
    return interval.lower() >= 0 || interval.upper() <= 0;
  }

  /** How much sooner or later, to be followed by whom: "half a week sooner than". */
  static String time(double days) {
    int size = Kind.DAYS.rounded(days).abs().intValueExact();
    if (size == 0) {
      return "about as soon as";
    }
    return length(size) + (days < 0 ? " sooner than" : " later than");
  }

  /** Half weeks up to twelve weeks, then whole ones: nobody plans by a single day of a mean. */
  private static String length(int days) {
    int halves = (int) Math.round(2.0 * days / WEEK);
    return switch (days) {
      case 1 -> "a day";
      case 2, 5, 6 -> FEW[days] + " days";
      default ->
          halves < 2 * FEW.length
              ? weeks(halves)
              : "about " + Math.round(days / (double) WEEK) + " weeks";
    };
  }

  private static String weeks(int halves) {
    int whole = halves / 2;
    boolean isHalf = halves % 2 == 1;
    if (whole == 0) {
      return "half a week";
    }
    if (whole == 1) {
      return isHalf ? "a week and a half" : "a week";
    }
    return FEW[whole] + (isHalf ? " and a half weeks" : " weeks");
  }

  /**
   * The smallest difference that would be noticed, in whole people of 100, rounded up so that no
   * more is promised than could be seen.
   *
   * @param points percentage points, finite
   */
  public static String noticed(double points) {
    long people = noticedPeople(points);
    return FigureText.text("%d %s in 100", people, people == 1 ? "person" : "people");
  }

  /** The same as a number. */
  public static long noticedPeople(double points) {
    return (long) Math.ceil(points);
  }

  /** A value with what it counts: "26 people", "116 reoffences per 100 people", "148 days". */
  static String value(Kind kind, double value) {
    if (!Double.isFinite(value)) {
      return "not known";
    }
    return switch (kind) {
      case RATE, DAYS -> size(kind, value) + " " + kind.unit(value);
      case FREQUENCY -> size(kind, value);
    };
  }

  private static String oneWay(Kind kind, Interval interval) {
    double lower = Math.abs(interval.lower());
    double upper = Math.abs(interval.upper());
    double near = Math.min(lower, upper);
    double far = Math.max(lower, upper);
    boolean isLess = interval.lower() + interval.upper() < 0;
    String amount;
    if (isZero(kind, far)) {
      amount = "less than " + smallest(kind);
    } else if (kind.rounded(near).compareTo(kind.rounded(far)) == 0) {
      amount = "about " + size(kind, far) + unitAfter(kind, far);
    } else {
      amount =
          "between %s and %s".formatted(least(kind, near), size(kind, far) + unitAfter(kind, far));
    }
    return kind == Kind.RATE
        ? way(kind, isLess) + " by " + amount
        : amount + " " + way(kind, isLess);
  }

  private static String eitherWay(Kind kind, Interval interval) {
    double down = -interval.lower();
    double up = interval.upper();
    boolean hasDown = !isZero(kind, down);
    boolean hasUp = !isZero(kind, up);
    if (!hasDown && !hasUp) {
      String least = "less than " + smallest(kind);
      return kind == Kind.RATE
          ? "lower or higher by " + least
          : least + " " + way(kind, true) + " or " + way(kind, false);
    }
    if (kind == Kind.RATE) {
      return "lower by " + atMost(kind, down) + ", or higher by " + atMost(kind, up);
    }
    if (hasDown && hasUp) {
      return "between %s%s%s %s and %s%s %s"
          .formatted(
              kind == Kind.DAYS ? "about " : "",
              size(kind, down),
              unitAfter(kind, down),
              way(kind, true),
              size(kind, up),
              unitAfter(kind, up),
              way(kind, false));
    }
    return "%s %s, or %s %s"
        .formatted(atMost(kind, down), way(kind, true), atMost(kind, up), way(kind, false));
  }

  private static String way(Kind kind, boolean isLess) {
    return switch (kind) {
      case RATE -> isLess ? "lower" : "higher";
      case FREQUENCY -> isLess ? "fewer" : "more";
      case DAYS -> isLess ? "sooner" : "later";
    };
  }

  private static String atMost(Kind kind, double size) {
    return isZero(kind, size)
        ? "less than " + smallest(kind)
        : "as many as " + size(kind, size) + unitAfter(kind, size);
  }

  private static String least(Kind kind, double size) {
    return size == 0 || !isZero(kind, size) ? size(kind, size) : "less than 1";
  }

  /** Reoffences are counted per 100 people, with the two decimals that they have per person. */
  private static String size(Kind kind, double value) {
    return kind == Kind.FREQUENCY
        ? FigureText.count(kind.rounded(value).movePointRight(2))
        : kind.number(value);
  }

  private static String unitAfter(Kind kind, double value) {
    return kind == Kind.FREQUENCY ? "" : " " + kind.unit(value);
  }

  private static String smallest(Kind kind) {
    return switch (kind) {
      case RATE -> "1 person";
      case FREQUENCY -> "1";
      case DAYS -> "a day";
    };
  }

  private static boolean isZero(Kind kind, double size) {
    return kind.rounded(size).signum() == 0;
  }
}
