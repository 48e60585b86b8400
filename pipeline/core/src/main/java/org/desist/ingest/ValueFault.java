// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import org.desist.contract.ValidationCode;

/**
 * Something wrong with one row.
 *
 * @param field the field it lies in, or null when it lies in the row as a whole
 */
public record ValueFault(
    ValidationCode code, ValidationCode.Level level, String field, String message) {
  static ValueFault ofRow(ValidationCode code, String field, String message) {
    return new ValueFault(code, ValidationCode.Level.ROW, field, message);
  }

  static ValueFault ofWarning(ValidationCode code, String field, String message) {
    return new ValueFault(code, ValidationCode.Level.WARNING, field, message);
  }
}
