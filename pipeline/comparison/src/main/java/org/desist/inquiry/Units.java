// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The people of both groups before matching, by column, in the order of their keys. */
final class Units {
  private final int[] places;
  private final long[] persons;
  private final boolean[] treated;
  private final boolean[] hasEnd;
  private final int[] days;
  private final boolean[] isStartedAfter;
  private final boolean[] isEndedAfter;
  private final double[][] earlier;
  private final Map<String, double[]> numbers;
  private final Map<String, String[]> texts;

  Units(
      int[] places,
      long[] persons,
      boolean[] treated,
      boolean[] hasEnd,
      int[] days,
      boolean[] isStartedAfter,
      boolean[] isEndedAfter,
      double[][] earlier,
      Map<String, double[]> numbers,
      Map<String, String[]> texts) {
    this.places = places;
    this.persons = persons;
    this.treated = treated;
    this.hasEnd = hasEnd;
    this.days = days;
    this.isStartedAfter = isStartedAfter;
    this.isEndedAfter = isEndedAfter;
    this.earlier = earlier;
    this.numbers = numbers;
    this.texts = texts;
  }

  /** Where each stands among all units that were read: outcomes are read in that order. */
  int[] places() {
    return places;
  }

  /** Number of the person: a person of the pool can have several index events. */
  long[] persons() {
    return persons;
  }

  /** Who took part. */
  boolean[] treated() {
    return treated;
  }

  /** Whether an end of the programme was given; false for those who did not take part. */
  boolean[] hasEnd() {
    return hasEnd;
  }

  /** From start to end; -1 where that is not known. */
  int[] days() {
    return days;
  }

  /** Whether somebody began after the index date; false where the start is not known. */
  boolean[] isStartedAfter() {
    return isStartedAfter;
  }

  /** Whether somebody ended after the index date; false where the end is not known. */
  boolean[] isEndedAfter() {
    return isEndedAfter;
  }

  /** Other proven offences of the year before the index date, of the one before it, and so on. */
  double[][] earlier() {
    return earlier;
  }

  /** Values by trait; NaN where missing. */
  Map<String, double[]> numbers() {
    return numbers;
  }

  /** Levels by trait; null where missing. */
  Map<String, String[]> texts() {
    return texts;
  }

  int size() {
    return treated.length;
  }

  int treatedCount() {
    return (int) IntStream.range(0, size()).filter(unit -> treated[unit]).count();
  }

  /** How many people some units are. */
  int people(IntPredicate counted) {
    return (int)
        IntStream.range(0, size())
            .filter(counted)
            .mapToLong(unit -> persons[unit])
            .distinct()
            .count();
  }

  /** Those of the units that are to be kept, in the same order. */
  Units where(IntPredicate kept) {
    return at(IntStream.range(0, size()).filter(kept).toArray());
  }

  /** The units at some places, in the order of the places. */
  Units at(int[] chosen) {
    Map<String, double[]> chosenNumbers = new LinkedHashMap<>();
    numbers.forEach((name, values) -> chosenNumbers.put(name, pick(values, chosen)));
    Map<String, String[]> chosenTexts = new LinkedHashMap<>();
    texts.forEach(
        (name, values) -> {
          String[] picked = new String[chosen.length];
          for (int i = 0; i < chosen.length; i++) {
            picked[i] = values[chosen[i]];
          }
          chosenTexts.put(name, picked);
        });
    return new Units(
        IntStream.of(chosen).map(unit -> places[unit]).toArray(),
        IntStream.of(chosen).mapToLong(unit -> persons[unit]).toArray(),
        pick(treated, chosen),
        pick(hasEnd, chosen),
        IntStream.of(chosen).map(unit -> days[unit]).toArray(),
        pick(isStartedAfter, chosen),
        pick(isEndedAfter, chosen),
        Arrays.stream(earlier).map(year -> pick(year, chosen)).toArray(double[][]::new),
        chosenNumbers,
        chosenTexts);
  }

  /** The values of these units out of those of all that were read. */
  double[] of(double[] all) {
    return pick(all, places);
  }

  private static boolean[] pick(boolean[] values, int[] chosen) {
    boolean[] picked = new boolean[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      picked[i] = values[chosen[i]];
    }
    return picked;
  }

  private static double[] pick(double[] values, int[] chosen) {
    double[] picked = new double[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      picked[i] = values[chosen[i]];
    }
    return picked;
  }

  /** The values of a need; the mean of those assessed where it is missing. */
  double[] need(String name) {
    double[] values = numbers.get(name);
    double mean = Arrays.stream(values).filter(value -> !Double.isNaN(value)).average().orElse(0);
    return Arrays.stream(values).map(value -> Double.isNaN(value) ? mean : value).toArray();
  }
}
