// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.error;

/** What kind of trouble an error is: who can mend it, and the exit code of the process. */
public enum ErrorType {
  /** The command was called wrongly. */
  USAGE(2),
  /** The data delivered cannot be used; nothing published has changed. */
  DATA(3),
  /** A method, contract or request file is wrong. */
  DEFINITION(4),
  /** A key or a permission is missing. */
  ACCESS(5),
  /** Disk, network, cluster or lock: the only type worth a retry. */
  INFRASTRUCTURE(6),
  /** A fault of the software itself. */
  INTERNAL(1);

  private final int exitCode;

  ErrorType(int exitCode) {
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }
}
