// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.lineage;

import java.util.Locale;

/** What a table is that no model makes: where every line of descent ends. */
public enum Origin {
  EXTRACTS("the extracts"),
  READER("what the reader refused and warned of"),
  CORRECTIONS("rows of the quarantine that a correction has closed"),
  REFERENCE("code lists"),
  METHOD("the method file"),
  CONTRACTS("contract files"),
  BASELINES("baselines"),
  REQUEST("the comparison request"),
  RUN("the run itself");

  private static final String RAW = "raw_";

  private final String label;

  Origin(String label) {
    this.label = label;
  }

  /** In words. */
  public String label() {
    return label;
  }

  /** Whether its rows are those of a delivery, so that their number says something. */
  boolean isDelivered() {
    return this == EXTRACTS || this == READER || this == CORRECTIONS;
  }

  /** What a table is that {@code sql/} reads and does not make. */
  public static Origin of(String table) {
    if (table.startsWith(RAW)) {
      return EXTRACTS;
    }
    return switch (table.split("_", -1)[0].toLowerCase(Locale.ROOT)) {
      case "ref" -> REFERENCE;
      case "method" -> METHOD;
      case "contract" -> CONTRACTS;
      case "baseline" -> BASELINES;
      case "request", "participant" -> REQUEST;
      case "field", "row", "part" -> READER;
      case "closed" -> CORRECTIONS;
      case "cohort", "this", "last" -> RUN;
      default -> throw new IllegalArgumentException("no origin is known for " + table);
    };
  }

  /** A table's name as those know it who deliver it. */
  public static String plainName(String table) {
    return table.startsWith(RAW) ? table.substring(RAW.length()) : table;
  }
}
