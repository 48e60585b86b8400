// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import org.desist.error.ErrorCode;
import org.desist.error.ErrorType;

/** How a run stands. */
public enum RunStatus {
  /** Published. */
  FINISHED("finished"),
  /** At work now, in another process. */
  RUNNING("running"),
  /** Complete up to the stage it was asked for; it can be resumed. */
  PAUSED("paused"),
  /** Killed, or cut off by the machine; it can be resumed. */
  STOPPED("stopped"),
  /** The data were refused; nothing published has changed. */
  REFUSED("refused"),
  /** Ended in another error; it can be resumed. */
  FAILED("failed");

  private final String label;

  RunStatus(String label) {
    this.label = label;
  }

  /** How a run stands after an error. */
  public static RunStatus after(ErrorCode code) {
    return code.type() == ErrorType.DATA ? REFUSED : FAILED;
  }

  public String label() {
    return label;
  }
}
