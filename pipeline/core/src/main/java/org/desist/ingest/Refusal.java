// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.util.List;
import java.util.stream.Collectors;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/** Refuses a snapshot for all that is wrong with its files, in one message. */
final class Refusal {
  private Refusal() {}

  /** Throws when there are faults, with the code of the first. */
  static void check(String folder, List<FileFault> faults) {
    if (faults.isEmpty()) {
      return;
    }
    ErrorCode code = ErrorCode.valueOf(faults.get(0).code().name());
    if (faults.size() == 1) {
      throw new DesistException(code, faults.get(0).message());
    }
    String list =
        faults.stream()
            .map(fault -> fault.code() + ": " + fault.message())
            .collect(Collectors.joining("\n  "));
    throw new DesistException(
        code,
        "Cannot take the snapshot in " + folder + " for " + faults.size() + " reasons:\n  " + list);
  }
}
