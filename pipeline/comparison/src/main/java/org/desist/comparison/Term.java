// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One column of a model or of a balance table.
 *
 * @param kind what the column holds
 * @param column name of the covariate, or names with colons between; empty for the intercept
 * @param level the level of a text covariate as tables show it, or the name of a product of levels;
 *     empty for every other kind
 * @param among how many levels, or products of them, there are; 1 where there are none
 */
public record Term(Kind kind, String column, String level, int among) {
  /** What a column holds. */
  public enum Kind {
    /** Ones. */
    INTERCEPT,
    /** The numbers of a covariate. */
    NUMBER,
    /** 1 where a text covariate has the level, else 0. */
    LEVEL,
    /** 1 where the covariate is missing, else 0. */
    MISSING,
    /** A product in which a level or what is missing has part. */
    PRODUCT,
    /** 1 where a number is not missing: in no model, but in one group only it may be. */
    KNOWN
  }

  static final Term INTERCEPT = new Term(Kind.INTERCEPT, "", "");

  /** A term that is the only one of its covariate. */
  public Term(Kind kind, String column, String level) {
    this(kind, column, level, 1);
  }

  static Term number(String column) {
    return new Term(Kind.NUMBER, column, "");
  }

  static Term level(String column, String level, int among) {
    return new Term(Kind.LEVEL, column, level, among);
  }

  /** The product of two terms, one of so many of the same covariates. */
  static Term product(Term first, Term second, int among) {
    String name = first.name() + ":" + second.name();
    return first.kind() == Kind.NUMBER && second.kind() == Kind.NUMBER
        ? number(name)
        : new Term(Kind.PRODUCT, first.column() + ":" + second.column(), name, among);
  }

  static Term missing(String column) {
    return new Term(Kind.MISSING, column, "");
  }

  static Term known(String column) {
    return new Term(Kind.KNOWN, column, "");
  }

  /** The name in a table of coefficients, as R's glm writes it: {@code raceblack}. */
  public String name() {
    return switch (kind) {
      case INTERCEPT -> "(Intercept)";
      case NUMBER -> column;
      case LEVEL -> column + level;
      case MISSING -> column + "_missing";
      case PRODUCT -> level;
      case KNOWN -> column + "_known";
    };
  }

  /** The name in a table of balance: {@code race_black}. */
  public String title() {
    return kind == Kind.LEVEL ? column + "_" + level : name();
  }

  /**
   * Terms for messages, which end in logs: a covariate by its name, how many of its values are
   * meant, and a few of them, shortened. A covariate of many values may hold one for each person:
   * none of them is named.
   */
  static final class TermWords {
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
              .map(t -> t.level().startsWith("\"") ? t.level() : VisibleText.quoted(t.level()))
              .toList();
      int more = same.size() - levels.size();
      return ": "
          + String.join(", ", levels)
          + (more == 0 ? "" : String.format(Locale.ROOT, " and %d more", more));
    }
  }
}
