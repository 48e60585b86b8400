// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Terms for messages, which end in logs: a covariate by its name, how many of its values are meant,
 * and a few of them, shortened. A covariate of many values may hold one for each person: none of
 * them is named.
 */
final class TermWords {
  /** More values than these make no category that a message may name. */
  private static final int HANDFUL = 6;

  private static final int MOST_NAMED = 3;

  private TermWords() {}

  /** All of them with commas between, on one line. */
  static String of(List<Term> terms) {
    return String.join(", ", each(terms));
  }

  /** One for each covariate or product, in the order of the terms. */
  static List<String> each(List<Term> terms) {
    Map<String, List<Term>> byColumn = new LinkedHashMap<>();
    for (Term term : terms) {
      String column = isLevel(term) ? "level " + term.column() : term.name();
      byColumn.computeIfAbsent(column, unused -> new ArrayList<>()).add(term);
    }
    return byColumn.values().stream().map(TermWords::words).toList();
  }

  private static boolean isLevel(Term term) {
    return term.kind() == Term.Kind.LEVEL || term.kind() == Term.Kind.PRODUCT;
  }

  private static String words(List<Term> same) {
    Term first = same.get(0);
    if (!isLevel(first)) {
      return first.name();
    }
    int among = Math.max(first.among(), same.size());
    return String.format(
        Locale.ROOT,
        "%s (%d of its %d values%s)",
        first.column(),
        same.size(),
        among,
        among > HANDFUL ? "" : named(same));
  }

  private static String named(List<Term> same) {
    List<String> levels =
        same.stream()
            .limit(MOST_NAMED)
            // What is in quotes already has something in it that is not seen.
            .map(t -> t.level().startsWith("\"") ? t.level() : Look.quoted(t.level()))
            .toList();
    int more = same.size() - levels.size();
    return ": "
        + String.join(", ", levels)
        + (more == 0 ? "" : String.format(Locale.ROOT, " and %d more", more));
  }
}
