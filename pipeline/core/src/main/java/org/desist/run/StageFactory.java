// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

/** Makes the stages of a run. */
public interface StageFactory {
  /** The stages for these settings; the caller closes them. */
  Stages open(RunSettings settings);

  /**
   * A short text that changes when the method's content does, built in or from a file.
   *
   * @throws org.desist.error.DesistException BAD_METHOD when there is no such method
   */
  String methodFingerprint(RunSettings settings);

  /**
   * A short text that changes when the content of the contracts does; empty without contracts.
   *
   * @throws org.desist.error.DesistException BAD_CONTRACT_FILE with everything that is wrong
   */
  String contractsFingerprint(RunSettings settings);
}
