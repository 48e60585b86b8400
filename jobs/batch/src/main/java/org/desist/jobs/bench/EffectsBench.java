// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.desist.comparison.MatchSettings.Caliper;
import org.desist.jobs.terminal.TextTable;

/** Worlds with a known effect, drawn and matched many times over. */
public final class EffectsBench {
  private static final double PERCENT = 100;

  private final World.Kind kind;
  private final int people;
  private final double share;
  private final int seeds;
  private final List<Caliper> calipers;

  /**
   * Prepares.
   *
   * @param kind of world
   * @param people in each world
   * @param share of them who take part, roughly; above 0, below 1
   * @param seeds worlds for each effect, with the seeds from 1; above 1
   * @param calipers to be tried, the widest first
   */
  public EffectsBench(
      World.Kind kind, int people, double share, int seeds, List<Caliper> calipers) {
    this.kind = kind;
    this.people = people;
    this.share = share;
    this.seeds = seeds;
    this.calipers = List.copyOf(calipers);
  }

  /**
   * What was found for some effects.
   *
   * @param points effects on the treated in percentage points
   */
  public TextTable run(List<Double> points) {
    TextTable table =
        TextTable.open()
            .right("effect")
            .right("seeds")
            .right("treated")
            .right("naive bias")
            .right("bias")
            .right("+/-")
            .right("interval half")
            .right("deviation")
            .right("covered %")
            .right("significant %")
            .right("sealed")
            .right("by placebos")
            .right("shown: covered %")
            .right("significant %")
            .right("second: bias")
            .right("covered %")
            .right("far %")
            .left("calipers taken");
    for (double effect : points) {
      List<Trial> trials =
          LongStream.rangeClosed(1, seeds)
              .parallel()
              .mapToObj(seed -> Trial.of(kind, people, share, seed, effect / PERCENT, calipers))
              .toList();
      table.row(row(effect, trials));
    }
    return table;
  }

  private List<String> row(double effect, List<Trial> trials) {
    double bias = mean(trials, Trial::bias);
    double deviation =
        Math.sqrt(
            mean(trials, trial -> Math.pow(trial.bias() - bias, 2))
                * trials.size()
                / (trials.size() - 1));
    return List.of(
        String.format(Locale.ROOT, "%+.0f", effect + 0.0),
        Integer.toString(trials.size()),
        String.format(Locale.ROOT, "%.0f", mean(trials, Trial::treated)),
        points(mean(trials, Trial::naiveBias)),
        points(bias),
        String.format(Locale.ROOT, "%.2f", PERCENT * 1.96 * deviation / Math.sqrt(trials.size())),
        String.format(
            Locale.ROOT,
            "%.2f",
            PERCENT
                * mean(
                    trials,
                    trial ->
                        (trial.effect().interval().upper() - trial.effect().interval().lower())
                            / 2)),
        String.format(Locale.ROOT, "%.2f", PERCENT * deviation),
        share(trials, Trial::isCovered),
        share(trials, trial -> trial.effect().isSignificant()),
        Long.toString(trials.stream().filter(Trial::isSealed).count()),
        Long.toString(trials.stream().filter(Trial::isSealedByPlacebos).count()),
        shareOfShown(trials, Trial::isCovered),
        shareOfShown(trials, trial -> trial.effect().isSignificant()),
        points(mean(trials, Trial::secondBias)),
        share(trials, Trial::isCoveredBySecond),
        share(trials, Trial::isFar),
        calipers.stream()
            .map(caliper -> taken(trials, caliper))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; ")));
  }

  /** In how many worlds a caliper was taken. */
  private static String taken(List<Trial> trials, Caliper caliper) {
    long worlds = trials.stream().filter(trial -> trial.caliper().equals(caliper)).count();
    return worlds == 0 ? "" : caliper + ": " + worlds;
  }

  private static double mean(List<Trial> trials, ToDoubleFunction<Trial> value) {
    return trials.stream().mapToDouble(value).sum() / trials.size();
  }

  private static String share(List<Trial> trials, Predicate<Trial> condition) {
    return String.format(
        Locale.ROOT, "%.1f", PERCENT * trials.stream().filter(condition).count() / trials.size());
  }

  private static String shareOfShown(List<Trial> trials, Predicate<Trial> condition) {
    List<Trial> shown = trials.stream().filter(Trial::isShown).toList();
    return shown.isEmpty() ? "-" : share(shown, condition);
  }

  private static String points(double share) {
    return String.format(Locale.ROOT, "%+.2f", PERCENT * share);
  }
}
