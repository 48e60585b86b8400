// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

/** The rules of linking in their order, and what is left. */
public enum LinkRule {
  /** The PNC id is known, and surname or date of birth agrees. */
  PNC_ID,
  /** The prison number belongs to one person whose surname or date of birth agrees. */
  NOMS_NUMBER,
  /** Surname, initial, date of birth and sex are those of one person. */
  NAME_DOB,
  /** Names, date of birth and sex weigh enough, and clearly more than anybody else's. */
  SCORED,
  /** Nobody was found. */
  UNLINKED
}
