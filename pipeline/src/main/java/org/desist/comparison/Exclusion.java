// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.List;

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

  @Override
  public String toString() {
    return "%s (%,d treated, %,d untreated)"
        .formatted(String.join(", ", terms.stream().map(Term::name).toList()), treated, untreated);
  }
}
