// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.prepared;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.desist.comparison.VisibleText;

/**
 * Sentences on what was read otherwise than one might expect, for a screen that ends in logs: of a
 * column with many values none is shown.
 *
 * @param all every sentence, in the order of the columns
 * @param doubts those on covariates that hold numbers and were read as text
 */
record UnitNotes(List<String> all, List<String> doubts) {
  private static final int HANDFUL = 6;
  private static final int MOST_SHOWN = 3;

  UnitNotes {
    all = List.copyOf(all);
    doubts = List.copyOf(doubts);
  }

  /** Gathers the sentences on one column after the other. */
  static final class Writer {
    private final MatchColumns columns;
    private final String place;
    private final List<String> all = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();

    /** Begins with what is to be said of the file; a place is a line or a row. */
    Writer(MatchColumns columns, String place, List<String> ofFile) {
      all.addAll(ofFile);
      this.columns = columns;
      this.place = place;
    }

    UnitNotes notes() {
      return new UnitNotes(all, doubts);
    }

    /** On a column of any part. */
    void column(String name, UnitContent content) {
      if (content.blank() != null) {
        all.add(
            content.blanks() == 1
                ? String.format(
                    Locale.ROOT,
                    "%s: 1 value has blanks or unseen characters at its ends, in %s %d. It was read without.",
                    name,
                    place,
                    content.blank().place())
                : String.format(
                    Locale.ROOT,
                    "%s: %,d values have blanks or unseen characters at their ends, the first in %s %d. They were read without.",
                    name,
                    content.blanks(),
                    place,
                    content.blank().place()));
      }
    }

    /** On an outcome. */
    void outcome(String name, UnitContent content) {
      if (content.isFlagAndMore() && !columns.quantities().contains(name)) {
        all.add(
            "CHECK %s: besides 0 and 1 it has one other value, so means are compared in place of rates. If that value says that nothing is known, leave it empty; if all are amounts, say --number %s."
                .formatted(name, name));
      }
    }

    /** On a covariate, or a column that is matched exactly, as it is read. */
    void trait(String name, UnitContent content, boolean isNumber) {
      boolean isDeclared =
          columns.categories().contains(name) || columns.quantities().contains(name);
      if (!isNumber && !isDeclared && !content.whyText(place).isEmpty()) {
        String note = readAsText(name, content);
        all.add(note);
        doubts.add(note);
      }
      if (!isNumber && !content.isNoCategory() && (isDeclared || !content.isTextByTwins())) {
        content.alike().stream().limit(MOST_SHOWN).forEach(same -> alike(name, content, same));
      }
      if (isNumber && !isDeclared && columns.covariates().contains(name) && content.isLikeCodes()) {
        all.add(
            String.format(
                Locale.ROOT,
                "CHECK %s: it was read as a quantity and has only %d different values, all of them whole numbers. If they are codes, balance and effects below are wrong: say --category %s. If they are amounts, say --number %s.",
                name,
                content.different(),
                name,
                name));
      }
    }

    /** Why a column was read as text. */
    String readAsText(String name, UnitContent content) {
      return "%s was read as text: %s. Each of its values became a level. Say --category %s if that is meant, else correct the value or say --number %s."
          .formatted(name, content.whyText(place), name, name);
    }

    private void alike(String name, UnitContent content, List<UnitContent.Seen> same) {
      String levels =
          same.stream()
              .limit(MOST_SHOWN)
              .map(
                  level ->
                      content.different() > HANDFUL
                          ? String.format(Locale.ROOT, "%s %d", place, level.place())
                          : String.format(
                              Locale.ROOT,
                              "%s (%s %d)",
                              VisibleText.quoted(level.text()),
                              place,
                              level.place()))
              .collect(Collectors.joining(", "));
      all.add(
          String.format(
              Locale.ROOT,
              "%s: %d of its values look alike and are different: %s. Write them the same way if they are one.",
              name,
              same.size(),
              levels));
    }
  }
}
