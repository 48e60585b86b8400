// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.desist.answer.Answer.AttritionStep;
import org.desist.answer.Answer.AttritionStep.Reason;
import org.desist.answer.Answer.Detectable;
import org.desist.answer.Answer.Linking;
import org.desist.answer.ComparedGroups;
import org.desist.answer.ComparedGroups.BalanceRow;
import org.desist.answer.ComparedGroups.Scores;
import org.desist.comparison.Balance.CovariateBalance;
import org.desist.comparison.SampleSize;
import org.desist.comparison.Term;

/**
 * What of the groups may leave (METHOD 9): counts from 1 to below the smallest are withheld, and
 * with them whatever they could be worked out from. Outcomes withhold themselves as they are
 * measured.
 */
final class Disclosure {
  private static final String SUPPRESSED = "suppressed";
  private static final String UNLINKED = "UNLINKED";

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
   * what remains before and after them does not tell the few. Where too few remain in the end, who
   * left last is not told either. All steps of a run look alike: to know which are the few would be
   * to know them, when the run is little more than they are.
   */
  List<AttritionStep> attrition(List<AttritionStep> steps) {
    int end = steps.get(steps.size() - 1).remaining();
    List<List<AttritionStep>> runs = runs(steps.subList(1, steps.size()));
    while (runs.size() > 1 && isTellingTooMuch(runs.get(runs.size() - 1), end)) {
      List<AttritionStep> last = runs.remove(runs.size() - 1);
      runs.get(runs.size() - 1).addAll(last);
    }
    List<AttritionStep> told = new ArrayList<>(List.of(steps.get(0)));
    for (List<AttritionStep> run : runs) {
      boolean isBeforeFew = isSmall(end) && run.equals(runs.get(runs.size() - 1));
      told.addAll(run(run, isBeforeFew));
    }
    return told;
  }

  /** A step after few people joins theirs. */
  private List<List<AttritionStep>> runs(List<AttritionStep> steps) {
    List<List<AttritionStep>> runs = new ArrayList<>();
    for (AttritionStep step : steps) {
      if (!runs.isEmpty() && isSmall(people(runs.get(runs.size() - 1)))) {
        runs.get(runs.size() - 1).add(step);
      } else {
        runs.add(new ArrayList<>(List.of(step)));
      }
    }
    return runs;
  }

  /** The last run has to be large enough, with those who remain when these are few. */
  private boolean isTellingTooMuch(List<AttritionStep> last, int end) {
    return isSmall(end) ? isSmall(people(last) + end) : isSmall(people(last));
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

  private List<AttritionStep> run(List<AttritionStep> run, boolean isBeforeFew) {
    if (!isBeforeFew && run.stream().noneMatch(step -> isSmall(step.people()))) {
      return run;
    }
    List<AttritionStep> told = new ArrayList<>();
    for (int i = 0; i < run.size(); i++) {
      boolean isEnd = i == run.size() - 1 && !isBeforeFew;
      AttritionStep step = run.get(i);
      told.add(new AttritionStep(step.reason(), null, isEnd ? step.remaining() : null, SUPPRESSED));
    }
    return told;
  }

  /**
   * A small count is not told, nor what would tell it: another rule's, as all found are known from
   * attrition; those not found, where it withholds them; and everything, where it withholds how
   * many were found.
   *
   * @param attrition as it is told
   */
  Linking linking(Linking linking, List<AttritionStep> attrition) {
    Map<String, Integer> found = new TreeMap<>(linking.byRule());
    Integer lost = found.remove(UNLINKED);
    AttritionStep step =
        attrition.stream()
            .filter(one -> one.reason() == Reason.NOT_FOUND)
            .findFirst()
            .orElseThrow();
    Map<String, Integer> told = withheld(found);
    if (step.remaining() == null) {
      told.replaceAll((rule, people) -> null);
    }
    if (lost != null) {
      told.put(UNLINKED, step.people() == null ? null : lost);
    }
    return new Linking(told, linking.threshold(), linking.margin());
  }

  /** Counts that add up to a known number: small ones are withheld, and others with them. */
  private Map<String, Integer> withheld(Map<String, Integer> counts) {
    Map<String, Integer> told = new TreeMap<>(counts);
    told.replaceAll((name, people) -> isSmall(people) ? null : people);
    int hidden =
        counts.entrySet().stream()
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
        // Nobody else is there: that the others are none would tell how many these are.
        told.replaceAll((name, people) -> null);
        return told;
      }
      hidden += next.getValue();
      told.put(next.getKey(), null);
    }
    return told;
  }

  /** Means of rare levels, and bars of few people, are withheld or put together. */
  ComparedGroups groups(ComparedGroups groups) {
    return new ComparedGroups(
        groups.treated(),
        groups.pool(),
        groups.comparison(),
        groups.effectiveComparison(),
        groups.caliper(),
        groups.calipers(),
        groups.covariates(),
        groups.leftOut(),
        groups.diagnostics(),
        balance(groups.balance(), groups.treated()),
        scores(groups.scores(), groups.treated(), groups.pool()),
        groups.thresholds());
  }

  private List<BalanceRow> balance(List<BalanceRow> rows, int treated) {
    Map<String, Map<String, Integer>> levels = new HashMap<>();
    for (BalanceRow row : rows) {
      if (isShare(row)) {
        int people = (int) Math.round(row.figures().treatedAfter() * treated);
        levels
            .computeIfAbsent(row.covariate(), unused -> new TreeMap<>())
            .put(row.figures().term().title(), people);
      }
    }
    levels.replaceAll((covariate, counts) -> withheldShares(counts, treated));
    return rows.stream()
        .map(row -> isShare(row) && isWithheld(row, levels) ? withoutFigures(row) : row)
        .toList();
  }

  /** With those who have none of the levels, such as those whose number is known. */
  private Map<String, Integer> withheldShares(Map<String, Integer> counts, int treated) {
    Map<String, Integer> all = new TreeMap<>(counts);
    all.put("", treated - counts.values().stream().mapToInt(Integer::intValue).sum());
    return withheld(all);
  }

  private static boolean isShare(BalanceRow row) {
    return row.figures().term().kind() != Term.Kind.NUMBER;
  }

  private static boolean isWithheld(BalanceRow row, Map<String, Map<String, Integer>> levels) {
    return levels.get(row.covariate()).get(row.figures().term().title()) == null;
  }

  /** Differences in standard deviations would tell the means; how balanced they are, does not. */
  private static BalanceRow withoutFigures(BalanceRow row) {
    double none = Double.NaN;
    CovariateBalance figures = row.figures();
    return new BalanceRow(
        row.covariate(),
        row.title(),
        new CovariateBalance(
            figures.term(), none, none, none, none, none, none, none, figures.light()));
  }

  private Scores scores(Scores scores, int treated, int pool) {
    return new Scores(
        merged(scores.treated(), treated),
        merged(scores.pool(), pool),
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
