// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Who has a level that the other group has, too. Somebody with a level that only one group has
 * cannot be compared: the likelihood puts the score of such people at 0 or 1. Whoever leaves can
 * take the last of another level along, so all covariates are looked at until nobody leaves.
 */
final class CommonLevels {
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
    for (Group alone : List.of(Group.COMPARISON, Group.TREATED)) {
      int[] with = alone == Group.TREATED ? own : other;
      int[] without = alone == Group.TREATED ? other : own;
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
      Map<String, String> shown = Look.shown(levels);
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
