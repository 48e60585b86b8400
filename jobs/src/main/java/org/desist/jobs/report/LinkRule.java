// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

/** The rules by which participants are found, in their order. */
enum LinkRule {
  PNC_ID("by PNC id"),
  NOMS_NUMBER("by prison number"),
  NAME_DOB("by the same name, date of birth and sex"),
  SCORED("by likeness of name, date of birth and sex"),
  UNLINKED("not found");

  private final String words;

  LinkRule(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
