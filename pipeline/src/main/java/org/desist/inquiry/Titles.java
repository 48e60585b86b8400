// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.Map;
import java.util.stream.Collectors;
import org.desist.comparison.Term;

/** Terms of the score in words. */
final class Titles {
  private static final Map<String, String> COLUMNS =
      Trait.ALL.stream().collect(Collectors.toMap(Trait::name, Trait::title));

  private Titles() {}

  /** Such as "ethnicity: Black". */
  static String of(Term term) {
    String title =
        term.column().equals("age_squared")
            ? "age, squared"
            : COLUMNS.getOrDefault(term.column(), term.column());
    return switch (term.kind()) {
      case LEVEL -> title + ": " + Levels.words(term.column(), term.level());
      case MISSING -> title + ": not known";
      case PRODUCT -> term.level();
      case NUMBER, INTERCEPT -> title;
    };
  }
}
