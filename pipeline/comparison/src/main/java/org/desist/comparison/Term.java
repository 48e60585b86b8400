// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

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
}
