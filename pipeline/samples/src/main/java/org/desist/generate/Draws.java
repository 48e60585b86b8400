// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * A stream of draws that depends on its keys alone, so that what is drawn for one person, or for
 * one row, never depends on which thread works or on what was drawn for another.
 */
final class Draws {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final SplittableRandom random;

  private Draws(long seed) {
    this.random = new SplittableRandom(seed);
  }

  static Draws of(long seed, long first, long second, long third) {
    return new Draws(mix(mix(mix(mix(seed) ^ first) ^ second) ^ third));
  }

  /** A number in 0 to below 1. */
  double unit() {
    return random.nextDouble();
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A whole number, both ends included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** A day, both ends included. */
  LocalDate day(LocalDate low, LocalDate high) {
    return low.plusDays(between(0, (int) (high.toEpochDay() - low.toEpochDay())));
  }

  /** A standard normal value (Box-Muller; StrictMath, so that every machine agrees). */
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
    return radius * StrictMath.cos(2 * Math.PI * unit());
  }

  double exponential(double mean) {
    return -mean * StrictMath.log(1 - unit());
  }

  /** The number of failures before a success, held to {@code most}. */
  int geometric(double success, int most) {
    int failures = 0;
    while (failures < most && !chance(success)) {
      failures++;
    }
    return failures;
  }

  @SafeVarargs
  final <T> T any(T... values) {
    return values[random.nextInt(values.length)];
  }

  private static long mix(long value) {
    long mixed = value + SPREAD;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /**
   * A weighted choice, in the order of the list it was made from.
   *
   * @param <T> what is chosen
   */
  static final class WeightedChoice<T> {
    private final List<T> values;
    private final double[] cumulative;

    private WeightedChoice(List<T> values, double[] cumulative) {
      this.values = values;
      this.cumulative = cumulative;
    }

    static <T> WeightedChoice<T> of(List<T> values, ToDoubleFunction<T> weight) {
      if (values.isEmpty()) {
        throw new IllegalArgumentException("Cannot choose from an empty list");
      }
      double[] cumulative = new double[values.size()];
      double total = 0;
      for (int i = 0; i < cumulative.length; i++) {
        total += weight.applyAsDouble(values.get(i));
        cumulative[i] = total;
      }
      return new WeightedChoice<>(List.copyOf(values), cumulative);
    }

    T draw(Draws draws) {
      double at = draws.unit() * cumulative[cumulative.length - 1];
      int found = Arrays.binarySearch(cumulative, at);
      // A hit on a boundary belongs to the next value; rounding must not run off the end.
      int index = found >= 0 ? found + 1 : -found - 1;
      return values.get(Math.min(index, values.size() - 1));
    }
  }
}
