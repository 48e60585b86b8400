// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.desist.comparison.Term.TermWords;

/**
 * Units that left before the fit because the other group has nobody like them.
 *
 * @param cause how that shows
 * @param terms what they have: one level; or several details, that tell them apart together
 * @param treated how many of them are treated
 * @param untreated how many are not
 */
public record Exclusion(Cause cause, List<Term> terms, int treated, int untreated) {
  /** How it shows that the other group has nobody like them. */
  public enum Cause {
    /** A level, or that a value is missing or known, is in one group only. */
    LEVEL,
    /** A number, or several details together, put all of them on one side (separation). */
    SEPARATION,
    /** The score is 0 or 1 to the last digit. */
    EXTREME
  }

  public Exclusion {
    terms = List.copyOf(terms);
  }

  /**
   * Exclusions for a screen or a log: one line for each covariate whose levels only one group has,
   * and one for each combination.
   */
  public static List<String> lines(List<Exclusion> exclusions) {
    Map<String, List<Exclusion>> together = new LinkedHashMap<>();
    for (int i = 0; i < exclusions.size(); i++) {
      Exclusion exclusion = exclusions.get(i);
      String same = exclusion.cause() == Cause.LEVEL ? exclusion.terms().get(0).column() : " " + i;
      together.computeIfAbsent(same, unused -> new ArrayList<>()).add(exclusion);
    }
    return together.values().stream().map(Exclusion::line).toList();
  }

  private static String line(List<Exclusion> same) {
    return String.format(
        Locale.ROOT,
        "%s: %,d treated, %,d untreated",
        TermWords.of(same.stream().flatMap(one -> one.terms().stream()).toList()),
        same.stream().mapToInt(Exclusion::treated).sum(),
        same.stream().mapToInt(Exclusion::untreated).sum());
  }
}
