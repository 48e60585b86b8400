// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.desist.linkage.BlockingRule.BlockingKey;

/**
 * What the two lists themselves say about true pairs and strangers; no labels are needed.
 *
 * <p>How strangers agree (u) comes from all pairs ({@link Agreement}), how true pairs agree (m)
 * from {@link Maximisation} in two blocks, each of which teaches the comparisons that it does not
 * decide. Both depend a little on each other, so the whole is done {@value #PASSES} times.
 */
final class Estimation {
  static final int PASSES = 3;

  private final double[][] matched;
  private final double[][] strangers;
  private final double expectedMatches;

  private Estimation(double[][] matched, double[][] strangers, double expectedMatches) {
    this.matched = matched;
    this.strangers = strangers;
    this.expectedMatches = expectedMatches;
  }

  /** M by comparison and level. */
  double[][] matched() {
    return matched;
  }

  /** U by comparison and level. */
  double[][] strangers() {
    return strangers;
  }

  /**
   * How many entries of the short list the long one is expected to hold: true pairs born on one
   * day, divided by the share of true pairs that are.
   */
  double expectedMatches() {
    return expectedMatches;
  }

  static Estimation of(
      PersonList left,
      PersonList right,
      List<FieldComparison> comparisons,
      LinkageSettings settings) {
    List<Training> trainings = Training.standard();
    List<AgreementPatterns> blocks = new ArrayList<>();
    for (Training training : trainings) {
      long most = settings.mostPairs() / trainings.size();
      long[] pairs = Blocking.pairs(left, right, List.of(training.rule()), most);
      blocks.add(AgreementPatterns.of(pairs, comparisons, left, right));
    }
    double[][] agreement = Agreement.of(left, right, comparisons, settings);
    double[][] typical = LevelShares.typical(comparisons);
    double all = (double) left.size() * right.size();
    // Two short lists cannot show how rare an agreement is that they do not have.
    double least = 0.5 / Math.max(1, Math.min(settings.randomPairs(), all));
    double most = Math.min(left.size(), right.size());
    Estimation estimation = new Estimation(typical, typical, most);
    for (int pass = 0; pass < PASSES; pass++) {
      double[][] u =
          LevelShares.strangers(
              agreement, least, estimation.matched, estimation.expectedMatches / all);
      List<Maximisation> fits = new ArrayList<>();
      for (int i = 0; i < blocks.size(); i++) {
        fits.add(
            Maximisation.of(
                blocks.get(i),
                typical,
                u,
                trainings.get(i),
                comparisons,
                estimation.expectedMatches,
                settings));
      }
      double[][] m = matched(trainings, fits, comparisons, typical, settings.typicalMatches());
      double expected = fits.get(0).matches() / bornOnOneDay(left, right, comparisons, m);
      estimation = new Estimation(m, u, Math.max(1, Math.min(most, expected)));
    }
    return estimation;
  }

  /** What all blocks teach together. */
  private static double[][] matched(
      List<Training> trainings,
      List<Maximisation> fits,
      List<FieldComparison> comparisons,
      double[][] typical,
      double strength) {
    double[][] matched = new double[typical.length][];
    for (int k = 0; k < matched.length; k++) {
      double[] counted = new double[typical[k].length];
      for (Maximisation fit : fits) {
        for (int l = 0; l < counted.length; l++) {
          counted[l] += fit.matched()[k][l];
        }
      }
      matched[k] = LevelShares.steadied(counted, typical[k], strength);
      for (Training training : trainings) {
        matched[k] = training.settled(comparisons.get(k), matched[k], typical[k]);
      }
    }
    return matched;
  }

  /** The share of true pairs that have equal dates of birth, both known. */
  private static double bornOnOneDay(
      PersonList left, PersonList right, List<FieldComparison> comparisons, double[][] matched) {
    double share = 1;
    for (int k = 0; k < matched.length; k++) {
      if (comparisons.get(k) instanceof BirthDateComparison) {
        share = matched[k][BirthDateComparison.EQUAL - 1];
      }
    }
    return Math.max(1e-3, share * known(left) * known(right));
  }

  private static double known(PersonList people) {
    long known = IntStream.range(0, people.size()).filter(row -> people.birth(row) != 0).count();
    return (double) known / Math.max(1, people.size());
  }

  /**
   * A block to learn from, and which comparisons it decides beforehand and so cannot teach.
   *
   * @param decided names of comparisons
   * @param held names of comparisons of which the block cannot tell the last level of a true pair
   *     from a stranger, so that this level keeps its typical share
   */
  record Training(BlockingRule rule, Set<String> decided, Set<String> held) {
    /**
     * Pairs born on one day teach names and sex, pairs of one name teach dates of birth: not sex,
     * for people of one forename mostly share it.
     */
    static List<Training> standard() {
      return List.of(
          new Training(
              BlockingRule.same("date of birth", BlockingKey.birth()),
              Set.of("date of birth"),
              Set.of()),
          new Training(
              BlockingRule.same(
                  "surname and first forename",
                  BlockingKey.text(PersonList.SURNAME),
                  BlockingKey.text(PersonList.FIRST_FORENAME)),
              Set.of("surname", "forenames", "sex"),
              Set.of("date of birth")));
    }

    /** The shares of true pairs that numbers of them suggest, steadied by typical ones. */
    double[] shares(
        FieldComparison comparison, double[] counted, double[] typical, double strength) {
      return settled(comparison, LevelShares.steadied(counted, typical, strength), typical);
    }

    /** The shares, their last one as is typical where it is held. */
    double[] settled(FieldComparison comparison, double[] shares, double[] typical) {
      return held.contains(comparison.name()) ? LevelShares.held(shares, typical) : shares;
    }

    boolean[] asked(List<FieldComparison> comparisons) {
      boolean[] asked = new boolean[comparisons.size()];
      for (int k = 0; k < asked.length; k++) {
        asked[k] = !decided.contains(comparisons.get(k).name());
      }
      return asked;
    }
  }

  /**
   * How often all pairs of two lists agree: counted where a rule counts it, drawn at random else.
   */
  static final class Agreement {
    private Agreement() {}

    /**
     * The share of all pairs without a missing part, by comparison and level (see {@link
     * LevelShares}).
     */
    static double[][] of(
        PersonList left,
        PersonList right,
        List<FieldComparison> comparisons,
        LinkageSettings settings) {
      long[] pairs = AgreementPatterns.drawn(left, right, settings.randomPairs(), settings.seed());
      AgreementPatterns drawn = AgreementPatterns.of(pairs, comparisons, left, right);
      double[][] shares = new double[comparisons.size()][];
      for (int k = 0; k < shares.length; k++) {
        shares[k] = merge(drawn(drawn, k, comparisons), counted(left, right, comparisons.get(k)));
      }
      return shares;
    }

    private static double[] drawn(
        AgreementPatterns drawn, int comparison, List<FieldComparison> comparisons) {
      double[] shares = new double[comparisons.get(comparison).levels().size()];
      double all = 0;
      for (int i = 0; i < drawn.codes().length; i++) {
        int level = AgreementPatterns.level(drawn.codes()[i], comparison);
        if (level != FieldComparison.NEUTRAL) {
          shares[level - 1] += drawn.counts()[i];
          all += drawn.counts()[i];
        }
      }
      for (int l = 0; l < shares.length; l++) {
        shares[l] /= Math.max(1, all);
      }
      return shares;
    }

    /** Shares that a rule counts, NaN for the others. */
    private static double[] counted(PersonList left, PersonList right, FieldComparison comparison) {
      double[] shares = new double[comparison.levels().size()];
      for (int l = 0; l < shares.length; l++) {
        Optional<BlockingRule> rule = comparison.counted(l + 1);
        shares[l] = Double.NaN;
        if (rule.isPresent()) {
          BlockingRule equal = comparison.counted(1).orElse(rule.get());
          double known = known(left, equal.left()) * known(right, equal.right());
          shares[l] = Blocking.count(left, right, rule.get()) / Math.max(1, known);
        }
      }
      return shares;
    }

    /** Counted shares stand; the drawn ones share out what is left. */
    private static double[] merge(double[] drawn, double[] counted) {
      double sumCounted = 0;
      double sumDrawn = 0;
      for (int l = 0; l < drawn.length; l++) {
        if (Double.isNaN(counted[l])) {
          sumDrawn += drawn[l];
        } else {
          sumCounted += counted[l];
        }
      }
      double[] shares = new double[drawn.length];
      for (int l = 0; l < drawn.length; l++) {
        boolean isCounted = !Double.isNaN(counted[l]);
        double scaled = sumDrawn == 0 ? 0 : drawn[l] / sumDrawn * (1 - sumCounted);
        shares[l] = isCounted ? counted[l] : scaled;
      }
      return shares;
    }

    private static double known(PersonList people, BlockingKey key) {
      return IntStream.range(0, people.size())
          .filter(row -> key.of(people, row) != BlockingKey.NONE)
          .count();
    }
  }
}
