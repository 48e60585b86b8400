// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.prepared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.desist.comparison.VisibleText;

/** What the values of a column are, once all of them have been seen in the order of the file. */
final class UnitContent {
  /** More different values than these make no category. */
  static final int MOST_LEVELS = 500;

  /** So few different whole numbers may well be codes. */
  private static final int FEW = 12;

  private static final Set<Double> FLAG = Set.of(0.0, 1.0);

  private final boolean isTyped;
  private final Map<String, Long> levels = new LinkedHashMap<>();
  private final Map<Double, String> numbers = new LinkedHashMap<>();
  private long values;
  private long numeric;
  private boolean isWhole = true;
  private Seen text;
  private Seen code;
  private Seen twin;
  private Seen blank;
  private long blanks;

  /**
   * Begins without a value.
   *
   * @param isTyped whether the file itself says that the column has numbers
   */
  UnitContent(boolean isTyped) {
    this.isTyped = isTyped;
  }

  /** A value and the place where it stands first. */
  record Seen(long place, String text) {}

  void see(long place, String raw) {
    String value = UnitValue.trimmed(raw);
    if (raw != null && !raw.equals(value)) {
      blanks++;
      blank = blank == null ? new Seen(place, raw) : blank;
    }
    if (UnitValue.isMissing(value)) {
      return;
    }
    values++;
    if (levels.size() <= MOST_LEVELS) {
      levels.putIfAbsent(value, place);
    }
    double number = UnitValue.number(value);
    numeric += Double.isFinite(number) ? 1 : 0;
    if (Double.isNaN(number)) {
      text = text == null ? new Seen(place, value) : text;
    } else {
      isWhole &= number == Math.rint(number) && Math.abs(number) <= UnitValue.GREATEST;
      seeNumber(place, value, number);
    }
  }

  private void seeNumber(long place, String value, double number) {
    if (!isTyped && code == null && UnitValue.isCode(value)) {
      code = new Seen(place, value);
    }
    // A column of more different numbers has no levels that could be merged by mistake.
    if (numbers.size() <= MOST_LEVELS) {
      String other = numbers.putIfAbsent(number, value);
      boolean isTwin =
          other != null && !other.equals(value) && number != 0 && Double.isFinite(number);
      if (!isTyped && twin == null && isTwin) {
        twin = new Seen(place, value);
      }
    }
  }

  /** Whether every value is a number, and none is lost when it is read as one. */
  boolean isNumber() {
    return text == null && code == null && !hasTwins();
  }

  /** Whether it is text for no other reason than that two of its values would become one number. */
  boolean isTextByTwins() {
    return text == null && code == null && hasTwins();
  }

  private boolean hasTwins() {
    return twin != null && numbers.size() <= MOST_LEVELS;
  }

  /** The first value that is no number, or null. */
  Seen text() {
    return text;
  }

  /** The first value with something at its ends that is not seen, or null. */
  Seen blank() {
    return blank;
  }

  /** How many values have that. */
  long blanks() {
    return blanks;
  }

  /** Whether there are more different values than a category can have. */
  boolean isNoCategory() {
    return levels.size() > MOST_LEVELS;
  }

  /** How many different values there are; one too many at most. */
  int different() {
    return levels.size();
  }

  /** Whether every value is a whole number and so few differ that they may be codes. */
  boolean isLikeCodes() {
    return values > 0
        && isWhole
        && text == null
        && numbers.size() > 1
        && numbers.size() <= FEW
        && !isFlag();
  }

  /** The different numbers as they are written first, where all values are whole numbers. */
  List<String> whole() {
    return isWhole && text == null ? List.copyOf(numbers.values()) : List.of();
  }

  /** Whether there are 0 and 1 and nothing else. */
  boolean isFlag() {
    return FLAG.equals(numbers.keySet());
  }

  /** Whether there are 0 and 1 and one more whole number, above 2 or below 0. */
  boolean isFlagAndMore() {
    return isWhole
        && text == null
        && numbers.size() == 3
        && numbers.keySet().containsAll(FLAG)
        && !numbers.containsKey(2.0);
  }

  /**
   * Why a column in which there are numbers is text; empty when it is not, or has no number.
   *
   * @param placeName line or row
   */
  String whyText(String placeName) {
    if (text != null) {
      return numeric == 0
          ? ""
          : String.format(
              Locale.ROOT,
              "%s %d is no number (%s; %,d of its %,d values are)",
              placeName,
              text.place,
              UnitValue.masked(text.text),
              numeric,
              values);
    }
    if (code != null) {
      return String.format(
          Locale.ROOT,
          "%s %d has %s, which is a code by its look",
          placeName,
          code.place,
          UnitValue.masked(code.text));
    }
    return hasTwins()
        ? String.format(
            Locale.ROOT,
            "%s %d has %s and %s %d has %s, which would become one number",
            placeName,
            levels.get(other(twin.text)),
            UnitValue.masked(other(twin.text)),
            placeName,
            twin.place,
            UnitValue.masked(twin.text))
        : "";
  }

  private String other(String value) {
    return numbers.get(UnitValue.number(value));
  }

  /** Levels that look alike, each with the place where it stands first, by how they look. */
  List<List<Seen>> alike() {
    Map<String, List<Seen>> byLook = new HashMap<>();
    levels.forEach(
        (level, place) ->
            byLook
                .computeIfAbsent(VisibleText.key(level), unused -> new ArrayList<>())
                .add(new Seen(place, level)));
    return byLook.values().stream()
        .filter(same -> same.size() > 1)
        .sorted((left, right) -> Long.compare(left.get(0).place, right.get(0).place))
        .toList();
  }
}
