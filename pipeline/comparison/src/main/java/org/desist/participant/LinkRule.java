// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

/** The rules of linking in their order, and what is left. */
public enum LinkRule {
  /** The PNC id is known, and surname or date of birth agrees. */
  PNC_ID("by PNC id"),
  /** The prison number belongs to one person whose surname or date of birth agrees. */
  NOMS_NUMBER("by prison number"),
  /** Surname, initial, date of birth and sex are those of one person. */
  NAME_DOB("by the same name, date of birth and sex"),
  /** Names, date of birth and sex weigh enough, and clearly more than anybody else's. */
  SCORED("by likeness of name, date of birth and sex"),
  /** Nobody was found. */
  UNLINKED("not found");

  private final String words;

  LinkRule(String words) {
    this.words = words;
  }

  /** How somebody was found, in words. */
  public String words() {
    return words;
  }
}
