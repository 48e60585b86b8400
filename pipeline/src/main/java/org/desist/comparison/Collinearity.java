// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.List;

/**
 * A term left out because earlier ones determine it.
 *
 * @param term the term left out
 * @param determinedBy the earlier terms it is a combination of, in their order
 */
public record Collinearity(Term term, List<Term> determinedBy) {
  public Collinearity {
    determinedBy = List.copyOf(determinedBy);
  }

  @Override
  public String toString() {
    return "%s (a combination of %s)"
        .formatted(term.name(), String.join(", ", determinedBy.stream().map(Term::name).toList()));
  }
}
