// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.error;

/**
 * A failure that a user can act on. The message starts with what could not be done, names file,
 * line and value (masked when personal) and ends with what to do next.
 */
public final class DesistException extends RuntimeException {
  private final ErrorCode code;

  public DesistException(ErrorCode code, String message) {
    super(message);
    this.code = code;
  }

  public DesistException(ErrorCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public ErrorCode code() {
    return code;
  }
}
