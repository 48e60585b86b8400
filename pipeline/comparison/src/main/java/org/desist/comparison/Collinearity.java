// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** Sentences without an end for messages, one for each covariate that lost terms. */
  public static List<String> words(List<Collinearity> all) {
    Map<String, List<Collinearity>> byColumn = new LinkedHashMap<>();
    all.forEach(
        one -> byColumn.computeIfAbsent(one.term.column(), c -> new ArrayList<>()).add(one));
    return byColumn.values().stream()
        .map(
            same ->
                "%s (a combination of %s)"
                    .formatted(
                        TermWords.of(same.stream().map(Collinearity::term).toList()),
                        TermWords.of(
                            same.stream()
                                .flatMap(one -> one.determinedBy.stream())
                                .distinct()
                                .toList())))
        .toList();
  }

  @Override
  public String toString() {
    return words(List.of(this)).get(0);
  }
}
