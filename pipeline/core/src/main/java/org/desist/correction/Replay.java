// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.correction;

import java.nio.file.Path;
import org.desist.run.RunSettings;

/** Judges corrected rows, and puts those that pass in force. */
public interface Replay {
  /**
   * Judges without changing anything.
   *
   * @throws org.desist.error.DesistException RUN_PRUNED when what the run's stages left is gone
   */
  Judgement judge(Order order);

  /**
   * Puts the rows that pass in force; only the holder of the lock of the output folder may do this.
   *
   * @param judgement what {@link #judge} said, with one row closed at least
   */
  void close(Order order, Judgement judgement);

  /**
   * Writes the refused rows of a resource as they were delivered, with why each was refused, for
   * somebody to put right. The file is readable by its owner only.
   *
   * @return how many rows
   */
  int template(Order order);

  /**
   * What is asked.
   *
   * @param settings those of the run
   * @param runId the run whose quarantine is answered
   * @param extractsFingerprint of the files that the run read
   * @param resource table of the extracts
   * @param file of the corrected rows
   */
  record Order(
      RunSettings settings, String runId, String extractsFingerprint, String resource, Path file) {}
}
