// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import org.desist.contract.ValidationCode;

/** Ends the reading of a file that refuses its snapshot; caught where the part's result is made. */
final class RefusedFileException extends RuntimeException {
  private final ValidationCode code;

  RefusedFileException(ValidationCode code, String message) {
    super(message);
    this.code = code;
  }

  RefusedFileException(ValidationCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  ValidationCode code() {
    return code;
  }

  FileFault fault() {
    return new FileFault(code, getMessage());
  }
}
