// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.desist.answer.OutcomeResult;
import org.desist.comparison.Balance.BalanceThresholds;
import org.desist.comparison.Balance.Verdict;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.inquiry.MeasuredOutcome.Reoffending;
import org.desist.inquiry.TraitTitles.LevelTitles;
import org.desist.method.Method;

/**
 * The headline outcomes of groups of participants, where sizes allow and the groups are alike. By
 * region, sex and age a group is compared with its like, by a score of its own; by completion and
 * dose, which nobody in the pool has, with everybody, by the score of all.
 */
final class SubAnalyses {
  private final Method method;
  private final MatchPlan plan;
  private final BalanceThresholds thresholds;
  private final int smallestGroup;
  private final Grouping all;
  private final Map<String, Set<String>> notAlike = new TreeMap<>();

  SubAnalyses(
      Method method,
      MatchPlan plan,
      BalanceThresholds thresholds,
      int smallestGroup,
      Grouping all) {
    this.method = method;
    this.plan = plan;
    this.thresholds = thresholds;
    this.smallestGroup = smallestGroup;
    this.all = all;
  }

  /** A group that may be told, with its own comparison group. */
  record Part(String analysis, String category, Grouping grouping) {}

  /** The groups, made without reading an outcome. */
  List<Part> parts() {
    Units units = all.units();
    double[] weights = all.matching().weights();
    List<Part> parts = new ArrayList<>();
    parts.addAll(among("region", unit -> words(units, "region", unit), weights, true));
    parts.addAll(among("sex", unit -> words(units, "sex", unit), weights, true));
    parts.addAll(among("age", unit -> ageGroup(units.numbers().get("age")[unit]), weights, true));
    parts.addAll(
        among(
            "completion",
            unit -> units.hasEnd()[unit] ? "end recorded" : "no end recorded",
            weights,
            false));
    Optional<Integer> median = medianDays(units, weights);
    if (median.isPresent()) {
      parts.addAll(among("dose", unit -> dose(units.days()[unit], median.get()), weights, false));
    }
    return parts;
  }

  /** Groups that were left out because theirs could not be made alike, by what they are of. */
  List<String> notes() {
    return notAlike.entrySet().stream()
        .map(
            entry ->
                "By %s, %s: not shown, because no like group was found."
                    .formatted(entry.getKey(), String.join(", ", entry.getValue())))
        .toList();
  }

  private void leaveOut(String analysis, String category) {
    notAlike.computeIfAbsent(analysis, unused -> new TreeSet<>()).add(category);
  }

  private List<Part> among(
      String analysis, IntFunction<String> category, double[] weights, boolean isShared) {
    Units units = all.units();
    Map<String, Integer> sizes = new TreeMap<>();
    for (int unit = 0; unit < units.size(); unit++) {
      if (units.treated()[unit] && weights[unit] > 0 && category.apply(unit) != null) {
        sizes.merge(category.apply(unit), 1, Integer::sum);
      }
    }
    List<Part> parts = new ArrayList<>();
    for (String told : told(sizes)) {
      part(analysis, told, category, weights, isShared).ifPresent(parts::add);
    }
    return keepable(parts, units, weights);
  }

  /** Categories large enough; none when there is only one, which is everybody. */
  private List<String> told(Map<String, Integer> sizes) {
    if (sizes.size() < 2) {
      return List.of();
    }
    return sizes.entrySet().stream()
        .filter(entry -> entry.getValue() >= smallestGroup)
        .map(Map.Entry::getKey)
        .toList();
  }

  private Optional<Part> part(
      String analysis,
      String told,
      IntFunction<String> category,
      double[] weights,
      boolean isShared) {
    try {
      Grouping grouping =
          isShared
              ? Grouping.of(
                  all.units()
                      .where(
                          unit ->
                              told.equals(category.apply(unit))
                                  && (!all.units().treated()[unit] || weights[unit] > 0)),
                  plan,
                  thresholds)
              : all.of(treatedIn(told, category, weights), plan, thresholds);
      if (grouping.matching().treatedMatched() < smallestGroup) {
        return Optional.empty();
      }
      if (Diagnostics.verdict(Diagnostics.of(grouping)) != Verdict.PASSED) {
        leaveOut(analysis, told);
        return Optional.empty();
      }
      return Optional.of(new Part(analysis, told, grouping));
    } catch (DesistException e) {
      if (e.code() != ErrorCode.NOT_ESTIMABLE) {
        throw e;
      }
      leaveOut(analysis, told);
      return Optional.empty();
    }
  }

  private boolean[] treatedIn(String told, IntFunction<String> category, double[] weights) {
    boolean[] kept = new boolean[all.units().size()];
    for (int unit = 0; unit < kept.length; unit++) {
      kept[unit] =
          all.units().treated()[unit] && weights[unit] > 0 && told.equals(category.apply(unit));
    }
    return kept;
  }

  /**
   * Leaves out the smallest groups until nobody can work out those that are not told: what remains
   * of all participants is nobody, or as many as a rate needs.
   */
  private List<Part> keepable(List<Part> parts, Units units, double[] weights) {
    List<Part> kept = new ArrayList<>(parts);
    kept.sort(Comparator.comparingInt(part -> -part.grouping().matching().treatedMatched()));
    int everybody =
        (int)
            IntStream.range(0, units.size())
                .filter(unit -> units.treated()[unit] && weights[unit] > 0)
                .count();
    while (!kept.isEmpty()) {
      int told = kept.stream().mapToInt(part -> part.grouping().matching().treatedMatched()).sum();
      int hidden = everybody - told;
      if (hidden == 0 || hidden >= method.disclosure().minimumOffenders()) {
        break;
      }
      kept.remove(kept.size() - 1);
    }
    kept.sort(Comparator.comparing(Part::category));
    return kept;
  }

  /** What happened in the groups. */
  List<OutcomeResult> results(List<Part> parts, Reoffending reoffending) {
    Map<Part, OutcomeMeasure> measures = new LinkedHashMap<>();
    parts.forEach(part -> measures.put(part, measure(part.grouping(), reoffending)));
    Set<Part> told = told(measures, measure(all, reoffending).reoffenders());
    List<OutcomeResult> results = new ArrayList<>();
    for (Part part : parts) {
      Units units = part.grouping().units();
      for (MeasuredOutcome outcome : List.of(MeasuredOutcome.RATE, MeasuredOutcome.FREQUENCY)) {
        OutcomeResult result =
            measures
                .get(part)
                .measure(
                    part.analysis(),
                    part.category(),
                    outcome,
                    units.of(outcome.values().apply(reoffending)),
                    units.of(outcome.people().apply(reoffending)));
        results.add(told.contains(part) ? result : OutcomeMeasure.withheld(result));
      }
    }
    return results;
  }

  private static String words(Units units, String trait, int unit) {
    String level = units.texts().get(trait)[unit];
    return level == null ? null : LevelTitles.words(trait, level);
  }

  private OutcomeMeasure measure(Grouping grouping, Reoffending reoffending) {
    return new OutcomeMeasure(method, grouping, grouping.units().of(reoffending.reoffended()));
  }

  /**
   * The groups whose reoffenders do not tell how few of the others reoffended: of each grouping the
   * groups with the fewest are withheld until those of all participants less those told are none,
   * or no small number.
   */
  private Set<Part> told(Map<Part, OutcomeMeasure> measures, int everybody) {
    Set<Part> told = new HashSet<>();
    measures.keySet().stream()
        .collect(Collectors.groupingBy(Part::analysis))
        .values()
        .forEach(parts -> told.addAll(told(parts, measures, everybody)));
    return told;
  }

  private List<Part> told(List<Part> parts, Map<Part, OutcomeMeasure> measures, int everybody) {
    List<Part> told = new ArrayList<>(parts);
    told.sort(Comparator.comparingInt(part -> -measures.get(part).reoffenders()));
    told.removeIf(part -> isSmall(measures.get(part).reoffenders()));
    while (!told.isEmpty()
        && isSmall(
            everybody - told.stream().mapToInt(part -> measures.get(part).reoffenders()).sum())) {
      told.remove(told.size() - 1);
    }
    return told;
  }

  private boolean isSmall(int people) {
    return people > 0 && people < method.disclosure().smallestCount();
  }

  private static String ageGroup(double age) {
    if (age < 18) {
      return "10 to 17";
    }
    if (age < 25) {
      return "18 to 24";
    }
    return age < 35 ? "25 to 34" : "35 and over";
  }

  private static String dose(int days, int median) {
    if (days < 0) {
      return null;
    }
    return days <= median ? "up to " + median + " days" : "more than " + median + " days";
  }

  private static Optional<Integer> medianDays(Units units, double[] weights) {
    int[] days =
        IntStream.range(0, units.size())
            .filter(unit -> units.treated()[unit] && weights[unit] > 0 && units.days()[unit] >= 0)
            .map(unit -> units.days()[unit])
            .sorted()
            .toArray();
    return days.length == 0 ? Optional.empty() : Optional.of(days[(days.length - 1) / 2]);
  }
}
