// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.error;

/** Every error a run can end in. The code is stable; the sentence that goes with it may change. */
public enum ErrorCode {
  BAD_ARGUMENT(ErrorType.USAGE),
  BAD_QUERY(ErrorType.USAGE),
  UNKNOWN_RUN(ErrorType.USAGE),
  UNKNOWN_PERSON(ErrorType.USAGE),
  RUN_PRUNED(ErrorType.USAGE),
  UNKNOWN_BASELINE(ErrorType.USAGE),
  NOTHING_PUBLISHED(ErrorType.USAGE),

  MISSING_RESOURCE(ErrorType.DATA),
  MISSING_COLUMN(ErrorType.DATA),
  UNREADABLE(ErrorType.DATA),
  CONTROL_MISMATCH(ErrorType.DATA),
  TOO_MANY_REJECTS(ErrorType.DATA),
  VOLUME(ErrorType.DATA),
  GUARD(ErrorType.DATA),
  NOT_ESTIMABLE(ErrorType.DATA),
  NOTHING_CLOSED(ErrorType.DATA),
  DAMAGED(ErrorType.DATA),

  BAD_CONTRACT(ErrorType.DEFINITION),
  BAD_CONTRACT_FILE(ErrorType.DEFINITION),
  BAD_METHOD(ErrorType.DEFINITION),
  BAD_MODEL(ErrorType.DEFINITION),
  BAD_BASELINE(ErrorType.DEFINITION),
  BAD_PUBLISHED_TABLE(ErrorType.DEFINITION),
  BAD_REQUEST(ErrorType.DEFINITION),
  BAD_EXEMPTIONS(ErrorType.DEFINITION),
  BAD_SETTINGS(ErrorType.DEFINITION),

  NO_KEY(ErrorType.ACCESS),
  BAD_KEY(ErrorType.ACCESS),
  OPEN_CLUSTER(ErrorType.ACCESS),
  NO_ACCESS(ErrorType.ACCESS),

  LOCKED(ErrorType.INFRASTRUCTURE),
  STORAGE(ErrorType.INFRASTRUCTURE),
  ENGINE(ErrorType.INFRASTRUCTURE),
  HISTORY_INCOMPLETE(ErrorType.INFRASTRUCTURE),

  INTERNAL(ErrorType.INTERNAL);

  private final ErrorType type;

  ErrorCode(ErrorType type) {
    this.type = type;
  }

  public ErrorType type() {
    return type;
  }
}
