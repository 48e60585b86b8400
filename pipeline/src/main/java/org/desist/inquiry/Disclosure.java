// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.desist.answer.AttritionStep;
import org.desist.answer.Detectable;
import org.desist.answer.Groups;
import org.desist.answer.Groups.BalanceRow;
import org.desist.answer.Groups.Scores;
import org.desist.answer.Linking;
import org.desist.comparison.CovariateBalance;
import org.desist.comparison.SampleSize;
import org.desist.comparison.Term;

/**
 * What of the groups may leave (METHOD 9): counts from 1 to below the smallest are withheld, and
 * with them whatever they could be worked out from. Outcomes withhold themselves as they are
 * measured.
 */
final class Disclosure {
  private static final String SUPPRESSED = "suppressed";
  private static final String SECONDARY = "suppressed_secondary";

  private final int smallest;

  /** Counts below {@code smallest} are withheld, 0 apart. */
  Disclosure(int smallest) {
    this.smallest = smallest;
  }

  private boolean isSmall(double count) {
    return Math.round(count) > 0 && Math.round(count) < smallest;
  }

  /**
   * Steps in runs: where a few people left, theirs and the steps around are told in one, so that
   * what remains before and after them does not tell the few.
   */
  List<AttritionStep> attrition(List<AttritionStep> steps) {
    List<List<AttritionStep>> runs = new ArrayList<>();
    for (AttritionStep step : steps.subList(1, steps.size())) {
      boolean isOpen = !runs.isEmpty() && isSmall(people(runs.get(runs.size() - 1)));
      if (isOpen) {
        runs.get(runs.size() - 1).add(step);
      } else {
        runs.add(new ArrayList<>(List.of(step)));
      }
    }
    while (runs.size() > 1 && isSmall(people(runs.get(runs.size() - 1)))) {
      List<AttritionStep> last = runs.remove(runs.size() - 1);
      runs.get(runs.size() - 1).addAll(last);
    }
    List<AttritionStep> told = new ArrayList<>(List.of(steps.get(0)));
    runs.forEach(run -> told.addAll(run(run)));
    return isSmall(steps.get(steps.size() - 1).remaining()) ? withoutEnd(told, steps) : told;
  }

  /** Too few remain to be told: nor is told who left last, from which they would follow. */
  private static List<AttritionStep> withoutEnd(
      List<AttritionStep> told, List<AttritionStep> steps) {
    int last = steps.size() - 1;
    while (last > 1 && steps.get(last).people() == 0) {
      last--;
    }
    List<AttritionStep> kept = new ArrayList<>(told.subList(0, last));
    for (int i = last; i < told.size(); i++) {
      AttritionStep step = told.get(i);
      boolean isOpen = i == last && step.people() != null;
      kept.add(
          new AttritionStep(
              step.reason(),
              isOpen ? null : step.people(),
              null,
              isOpen ? SECONDARY : step.status()));
    }
    return kept;
  }

  /** What as many people as may just be told would show, in the place of fewer. */
  Detectable detectable(Detectable detectable) {
    if (detectable == null || !isSmall(detectable.treated())) {
      return detectable;
    }
    OptionalDouble fall =
        SampleSize.smallestFall(smallest, detectable.comparison(), detectable.expectedRate());
    return new Detectable(
        smallest,
        detectable.comparison(),
        detectable.expectedRate(),
        fall.isPresent() ? 100 * fall.getAsDouble() : Double.NaN);
  }

  private static int people(List<AttritionStep> run) {
    return run.stream().mapToInt(AttritionStep::people).sum();
  }

  private List<AttritionStep> run(List<AttritionStep> run) {
    if (run.stream().noneMatch(step -> isSmall(step.people()))) {
      return run;
    }
    List<AttritionStep> told = new ArrayList<>();
    for (int i = 0; i < run.size(); i++) {
      AttritionStep step = run.get(i);
      boolean isLast = i == run.size() - 1;
      told.add(
          new AttritionStep(
              step.reason(),
              null,
              isLast ? step.remaining() : null,
              isSmall(step.people()) ? SUPPRESSED : SECONDARY));
    }
    return told;
  }

  /** A single small count is not told by what the others leave of the total either. */
  Linking linking(Linking linking) {
    Map<String, Integer> told = new TreeMap<>(linking.byRule());
    told.replaceAll((rule, people) -> isSmall(people) ? null : people);
    int hidden =
        linking.byRule().entrySet().stream()
            .filter(entry -> told.get(entry.getKey()) == null)
            .mapToInt(Map.Entry::getValue)
            .sum();
    while (isSmall(hidden)) {
      Map.Entry<String, Integer> next =
          told.entrySet().stream()
              .filter(entry -> entry.getValue() != null && entry.getValue() > 0)
              .min(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
              .orElse(null);
      if (next == null) {
        break;
      }
      hidden += next.getValue();
      told.put(next.getKey(), null);
    }
    return new Linking(told, linking.threshold(), linking.margin());
  }

  /** Means of rare levels, and bars of few people, are withheld or put together. */
  Groups groups(Groups groups) {
    return new Groups(
        groups.treated(),
        groups.pool(),
        groups.comparison(),
        groups.effectiveComparison(),
        groups.caliper(),
        groups.covariates(),
        groups.leftOut(),
        groups.diagnostics(),
        groups.balance().stream().map(row -> balance(row, groups.treated())).toList(),
        scores(groups.scores(), groups.treated()));
  }

  private BalanceRow balance(BalanceRow row, int treated) {
    CovariateBalance figures = row.figures();
    boolean isShare = figures.term().kind() != Term.Kind.NUMBER;
    double people = figures.treatedAfter() * treated;
    if (!isShare || (!isSmall(people) && !isSmall(treated - people))) {
      return row;
    }
    double none = Double.NaN;
    return new BalanceRow(
        row.covariate(),
        row.title(),
        new CovariateBalance(
            figures.term(),
            none,
            none,
            none,
            none,
            figures.before(),
            figures.after(),
            none,
            figures.light()));
  }

  private Scores scores(Scores scores, int treated) {
    return new Scores(
        merged(scores.treated(), treated),
        scores.pool(),
        scores.comparison(),
        scores.lower(),
        scores.upper(),
        scores.overlapBefore(),
        scores.overlapAfter());
  }

  /** Neighbouring bars of few people are made equally high. */
  private List<Double> merged(List<Double> shares, int people) {
    List<Double> told = new ArrayList<>();
    int from = 0;
    double sum = 0;
    List<int[]> blocks = new ArrayList<>();
    for (int bin = 0; bin < shares.size(); bin++) {
      sum += shares.get(bin) * people;
      if (!isSmall(sum)) {
        blocks.add(new int[] {from, bin + 1});
        from = bin + 1;
        sum = 0;
      }
    }
    if (from < shares.size()) {
      // The last few join the block before them.
      int begin = blocks.isEmpty() ? from : blocks.remove(lastWithPeople(blocks, shares))[0];
      blocks.removeIf(block -> block[0] >= begin);
      blocks.add(new int[] {begin, shares.size()});
    }
    blocks.sort(Comparator.comparingInt(block -> block[0]));
    for (int[] block : blocks) {
      double mean =
          shares.subList(block[0], block[1]).stream().mapToDouble(Double::doubleValue).sum()
              / (block[1] - block[0]);
      for (int bin = block[0]; bin < block[1]; bin++) {
        told.add(mean);
      }
    }
    return told;
  }

  private static int lastWithPeople(List<int[]> blocks, List<Double> shares) {
    for (int i = blocks.size() - 1; i > 0; i--) {
      if (shares.subList(blocks.get(i)[0], blocks.get(i)[1]).stream().anyMatch(s -> s > 0)) {
        return i;
      }
    }
    return 0;
  }
}
