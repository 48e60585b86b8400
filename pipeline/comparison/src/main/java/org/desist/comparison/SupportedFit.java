// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.desist.comparison.DesignMatrix.Interaction;
import org.desist.comparison.LogisticFit.FitState;
import org.desist.comparison.Moments.StudyGroup;
import org.desist.error.DesistException;

/**
 * A regression of the treatment on the units that have their like in the other group (METHOD 8.4).
 * Who has a level that only one group has leaves first. Whom the regression then still tells apart
 * without a fault leaves as well: that is a combination of levels, or a number, that only one group
 * has. Both are repeated until nobody leaves; the fit is that of the rest, which is what the
 * likelihood of all tends to.
 */
public final class SupportedFit {
  /** Log odds beyond this make a score of 0 or 1 in double precision. */
  private static final double EXTREME = 34;

  private final int[] units;
  private final DesignMatrix design;
  private final LogisticFit fit;
  private final List<Exclusion> exclusions;

  private SupportedFit(
      int[] units, DesignMatrix design, LogisticFit fit, List<Exclusion> exclusions) {
    this.units = units;
    this.design = design;
    this.fit = fit;
    this.exclusions = List.copyOf(exclusions);
  }

  /**
   * Fits.
   *
   * @param treated one per unit
   * @param covariates those of some units, given by their places in order
   * @param interactions products of covariates
   */
  public static SupportedFit of(
      boolean[] treated,
      Function<int[], List<Covariate>> covariates,
      List<Interaction> interactions) {
    int[] units = IntStream.range(0, treated.length).toArray();
    List<Exclusion> exclusions = new ArrayList<>();
    while (true) {
      List<Covariate> own = covariates.apply(units);
      CommonLevels common = CommonLevels.of(own, of(treated, units));
      if (!common.exclusions().isEmpty()) {
        exclusions.addAll(common.exclusions());
        boolean[] kept = common.kept();
        units = where(units, i -> kept[i]);
        own = covariates.apply(units);
      }
      boolean[] ownTreated = of(treated, units);
      if (!hasBoth(ownTreated)) {
        return new SupportedFit(new int[0], null, null, exclusions);
      }
      DesignMatrix design = DesignMatrix.of(own, interactions);
      LogisticFit fit = LogisticRegression.fit(design, ownTreated);
      boolean[] apart = apart(design, fit);
      if (IntStream.range(0, apart.length).noneMatch(i -> apart[i])) {
        return new SupportedFit(units, design, fit, exclusions);
      }
      exclusions.add(exclusion(design, fit, ownTreated, apart));
      units = where(units, i -> !apart[i]);
    }
  }

  private static boolean[] apart(DesignMatrix design, LogisticFit fit) {
    return switch (fit.state()) {
      case SEPARATED -> fit.apart();
      case CONVERGED -> extreme(fit.logOdds(design));
      case NOT_CONVERGED -> new boolean[0];
    };
  }

  private static Exclusion exclusion(
      DesignMatrix design, LogisticFit fit, boolean[] treated, boolean[] apart) {
    int[] counts = new int[2];
    for (int unit = 0; unit < apart.length; unit++) {
      counts[treated[unit] ? 1 : 0] += apart[unit] ? 1 : 0;
    }
    return fit.state() == FitState.SEPARATED
        ? new Exclusion(Exclusion.Cause.SEPARATION, fit.separated(), counts[1], counts[0])
        : new Exclusion(Exclusion.Cause.EXTREME, fit.movers(design, apart), counts[1], counts[0]);
  }

  private static boolean[] extreme(double[] logOdds) {
    boolean[] extreme = new boolean[logOdds.length];
    for (int unit = 0; unit < extreme.length; unit++) {
      extreme[unit] = Math.abs(logOdds[unit]) > EXTREME;
    }
    return extreme;
  }

  private static boolean hasBoth(boolean[] treated) {
    int count = 0;
    for (boolean isTreated : treated) {
      count += isTreated ? 1 : 0;
    }
    return count > 0 && count < treated.length;
  }

  private static boolean[] of(boolean[] values, int[] units) {
    boolean[] own = new boolean[units.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = values[units[i]];
    }
    return own;
  }

  private static int[] where(int[] units, IntPredicate kept) {
    return IntStream.range(0, units.length).filter(kept).map(i -> units[i]).toArray();
  }

  /**
   * This, when there is a score.
   *
   * @throws DesistException NOT_ESTIMABLE naming the covariates, when there is none
   */
  public SupportedFit required() {
    if (fit == null) {
      throw LogisticFit.separated(
          exclusions.stream().flatMap(one -> one.terms().stream()).distinct().toList());
    }
    fit.required();
    return this;
  }

  /** Whether there is a score: both groups have units left, and the regression a maximum. */
  public boolean isEstimated() {
    return fit != null && fit.state() == FitState.CONVERGED;
  }

  /** Whether units of both groups are left. */
  public boolean hasBothGroups() {
    return fit != null;
  }

  /** The places of the units that stayed, in order; none when a group is empty. */
  public int[] units() {
    return units.clone();
  }

  /** Their design. */
  public DesignMatrix design() {
    return design;
  }

  /** Their regression; in any state but SEPARATED. */
  public LogisticFit fit() {
    return fit;
  }

  /** Who left, in the order in which they did. */
  public List<Exclusion> exclusions() {
    return exclusions;
  }

  /**
   * Who has a level that the other group has, too. Somebody with a level that only one group has
   * cannot be compared: the likelihood puts the score of such people at 0 or 1. Whoever leaves can
   * take the last of another level along, so all covariates are looked at until nobody leaves.
   */
  static final class CommonLevels {
    private final boolean[] treated;
    private final boolean[] kept;
    private final List<Exclusion> exclusions = new ArrayList<>();

    private CommonLevels(boolean[] treated) {
      this.treated = treated;
      this.kept = new boolean[treated.length];
      Arrays.fill(kept, true);
    }

    /** Looks at covariates of the same units. */
    static CommonLevels of(List<Covariate> covariates, boolean[] treated) {
      CommonLevels common = new CommonLevels(treated);
      List<Coded> coded = covariates.stream().map(Coded::of).toList();
      int before;
      do {
        before = common.exclusions.size();
        coded.forEach(common::restrict);
      } while (common.exclusions.size() > before);
      return common;
    }

    /** Which units stay. */
    boolean[] kept() {
      return kept;
    }

    /** Who left, a level each, in the order in which they did. */
    List<Exclusion> exclusions() {
      return exclusions;
    }

    private void restrict(Coded covariate) {
      int[] own = new int[covariate.terms.size()];
      int[] other = new int[covariate.terms.size()];
      for (int unit = 0; unit < kept.length; unit++) {
        if (kept[unit]) {
          (treated[unit] ? own : other)[covariate.codes[unit]]++;
        }
      }
      for (StudyGroup alone : List.of(StudyGroup.COMPARISON, StudyGroup.TREATED)) {
        int[] with = alone == StudyGroup.TREATED ? own : other;
        int[] without = alone == StudyGroup.TREATED ? other : own;
        for (int code = 0; code < with.length; code++) {
          if (with[code] > 0 && without[code] == 0) {
            exclusions.add(
                new Exclusion(
                    Exclusion.Cause.LEVEL,
                    List.of(covariate.terms.get(code)),
                    own[code],
                    other[code]));
          }
        }
      }
      for (int unit = 0; unit < kept.length; unit++) {
        int code = covariate.codes[unit];
        kept[unit] &= own[code] > 0 && other[code] > 0;
      }
    }

    /** Each unit's level of a covariate, as a place among terms: levels in sort order. */
    private static final class Coded {
      private final List<Term> terms;
      private final int[] codes;

      private Coded(List<Term> terms, int[] codes) {
        this.terms = terms;
        this.codes = codes;
      }

      static Coded of(Covariate covariate) {
        return covariate instanceof Covariate.Text text
            ? levels(text)
            : known((Covariate.Numbers) covariate);
      }

      private static Coded levels(Covariate.Text text) {
        TreeSet<String> levels = new TreeSet<>();
        for (int unit = 0; unit < text.size(); unit++) {
          if (text.at(unit) != null) {
            levels.add(text.at(unit));
          }
        }
        List<Term> terms = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        Map<String, String> shown = VisibleText.shown(levels);
        for (String level : levels) {
          places.put(level, terms.size());
          terms.add(Term.level(text.name(), shown.get(level), levels.size()));
        }
        places.put(null, terms.size());
        terms.add(Term.missing(text.name()));
        int[] codes = new int[text.size()];
        Arrays.setAll(codes, unit -> places.get(text.at(unit)));
        return new Coded(terms, codes);
      }

      private static Coded known(Covariate.Numbers numbers) {
        int[] codes = new int[numbers.size()];
        Arrays.setAll(codes, unit -> Double.isNaN(numbers.at(unit)) ? 1 : 0);
        return new Coded(List.of(Term.known(numbers.name()), Term.missing(numbers.name())), codes);
      }
    }
  }
}
