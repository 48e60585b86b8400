// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.desist.comparison.Balance.BalanceThresholds;
import org.desist.comparison.MatchSettings;
import org.desist.comparison.MatchSettings.Caliper;
import org.desist.comparison.MatchSettings.CaliperScale;
import org.desist.comparison.MatchSettings.CommonSupport;
import org.desist.comparison.MatchSettings.Replacement;
import org.desist.comparison.MatchSettings.TreatedOrder;
import org.desist.comparison.MatchedGroups;

/** Units made by hand, alike in every trait that is not named. */
final class PersonUnits {
  /** No score is too far from another. */
  static final MatchPlan EVERYBODY_WITH_EVERYBODY =
      new MatchPlan(
          new MatchSettings(
              MatchSettings.Method.RADIUS,
              new Caliper(1, CaliperScale.SCORE),
              CommonSupport.KEEP_ALL,
              1,
              Replacement.WITH,
              TreatedOrder.HIGHEST_SCORE),
          List.of(new Caliper(1, CaliperScale.SCORE)),
          List.of(),
          List.of());

  private static final double SAME_SCORE = 0.5;

  private final List<Boolean> treated = new ArrayList<>();
  private final List<Map<String, Object>> traits = new ArrayList<>();
  private final List<Integer> days = new ArrayList<>();

  /**
   * So many participants with these traits.
   *
   * @param traits names and values in turn
   */
  PersonUnits treated(int count, Object... traits) {
    return add(count, true, -1, traits);
  }

  /** The same, who took part for so many days. */
  PersonUnits treatedFor(int length, int count, Object... traits) {
    return add(count, true, length, traits);
  }

  /** So many people to compare with. */
  PersonUnits pool(int count, Object... traits) {
    return add(count, false, -1, traits);
  }

  private PersonUnits add(int count, boolean isTreated, int length, Object... values) {
    Map<String, Object> own = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i += 2) {
      own.put((String) values[i], values[i + 1]);
    }
    for (int i = 0; i < count; i++) {
      treated.add(isTreated);
      traits.add(own);
      days.add(length);
    }
    return this;
  }

  Units units() {
    int size = treated.size();
    Map<String, double[]> numbers = new LinkedHashMap<>();
    Map<String, String[]> texts = new LinkedHashMap<>();
    for (Trait trait : Trait.ALL) {
      if (trait.isText()) {
        texts.put(trait.name(), texts(trait.name()));
      } else {
        numbers.put(trait.name(), numbers(trait.name()));
      }
    }
    boolean[] isTreated = new boolean[size];
    IntStream.range(0, size).forEach(unit -> isTreated[unit] = treated.get(unit));
    return new Units(
        IntStream.range(0, size).toArray(),
        IntStream.range(0, size).mapToLong(unit -> unit).toArray(),
        isTreated,
        new boolean[size],
        days.stream().mapToInt(Integer::intValue).toArray(),
        new boolean[size],
        new boolean[size],
        new double[Trait.YEARS_BEFORE][size],
        numbers,
        texts);
  }

  private double[] numbers(String name) {
    return traits.stream()
        .mapToDouble(own -> ((Number) own.getOrDefault(name, 1.0)).doubleValue())
        .toArray();
  }

  private String[] texts(String name) {
    return traits.stream()
        .map(own -> (String) own.getOrDefault(name, "same"))
        .toArray(String[]::new);
  }

  /** Everybody compared with everybody. */
  static Grouping matched(Units units) {
    double[] scores = new double[units.size()];
    Arrays.fill(scores, SAME_SCORE);
    return matched(units, scores);
  }

  /** Compared by these scores within the method's caliper. */
  static Grouping matched(Units units, double[] scores) {
    return new Grouping(
        units,
        MatchedGroups.of(
            scores,
            units.treated(),
            List.of(),
            List.of(),
            EVERYBODY_WITH_EVERYBODY.within(new Caliper(0.05, CaliperScale.SCORE)).settings(),
            new BalanceThresholds(5, 10)),
        LeftOut.NOTHING,
        List.of());
  }

  /** 1 for the first so many of each group, else 0. */
  static double[] first(Units units, int own, int others) {
    double[] flags = new double[units.size()];
    int ownSeen = 0;
    int othersSeen = 0;
    for (int unit = 0; unit < flags.length; unit++) {
      boolean has = units.treated()[unit] ? ownSeen++ < own : othersSeen++ < others;
      flags[unit] = has ? 1 : 0;
    }
    return flags;
  }
}
