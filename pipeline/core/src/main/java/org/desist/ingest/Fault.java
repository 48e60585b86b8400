// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import org.desist.contract.ValidationCode;

/**
 * Something wrong with one row.
 *
 * @param field the field it lies in, or null when it lies in the row as a whole
 */
public record Fault(ValidationCode code, ValidationCode.Level level, String field, String message) {
  static Fault ofRow(ValidationCode code, String field, String message) {
    return new Fault(code, ValidationCode.Level.ROW, field, message);
  }

  static Fault ofWarning(ValidationCode code, String field, String message) {
    return new Fault(code, ValidationCode.Level.WARNING, field, message);
  }
}
