// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.desist.contract.ValidationCode;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * Something wrong with a file as a whole: it refuses the snapshot.
 *
 * @param message a sentence that names the file and says what to do
 */
public record FileFault(ValidationCode code, String message) implements Serializable {
  /** Refuses a snapshot for all that is wrong with its files, with the code of the first. */
  static void refuse(Path folder, List<FileFault> faults) {
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
