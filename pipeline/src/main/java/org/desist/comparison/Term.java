// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

/**
 * One column of a model or of a balance table.
 *
 * @param kind what the column holds
 * @param column name of the covariate; empty for the intercept
 * @param level the level of a text covariate; empty for every other kind
 */
public record Term(Kind kind, String column, String level) {
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
    /** 1 where a number is not missing: in no model, but in one group only it may be. */
    KNOWN
  }

  static final Term INTERCEPT = new Term(Kind.INTERCEPT, "", "");

  static Term number(String column) {
    return new Term(Kind.NUMBER, column, "");
  }

  static Term level(String column, String level) {
    return new Term(Kind.LEVEL, column, level);
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
      case KNOWN -> column + "_known";
    };
  }

  /** The name in a table of balance: {@code race_black}. */
  public String title() {
    return kind == Kind.LEVEL ? column + "_" + level : name();
  }
}
