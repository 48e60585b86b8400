// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.contract;

/** What a value stands for, where ingest does more with it than to copy it. */
public enum Semantic {
  /** Nothing beyond its type. */
  NONE("none"),
  /** A PNC id: checked by its letter and stored in its canonical form. */
  PNC_ID("pnc_id"),
  /** A name: stored as delivered and, in a column beside it, in comparable form. */
  NAME("name"),
  /** A date of birth: one that nobody can have on the snapshot's day counts as missing. */
  BIRTH_DATE("birth_date");

  private final String label;

  Semantic(String label) {
    this.label = label;
  }

  /** The name in the contract. */
  public String label() {
    return label;
  }
}
