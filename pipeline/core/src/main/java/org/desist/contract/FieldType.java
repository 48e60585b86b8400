// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.contract;

/** The types of Table Schema that an extract may use. */
public enum FieldType {
  STRING("string", "text"),
  INTEGER("integer", "a whole number"),
  NUMBER("number", "a decimal number without exponent or separators"),
  DATE("date", "a calendar date yyyy-MM-dd"),
  BOOLEAN("boolean", "one of true, True, TRUE, 1, false, False, FALSE, 0");

  private final String label;
  private final String expectation;

  FieldType(String label, String expectation) {
    this.label = label;
    this.expectation = expectation;
  }

  /** The name in the contract. */
  public String label() {
    return label;
  }

  /** What a value must be, for messages and documents. */
  public String expectation() {
    return expectation;
  }
}
