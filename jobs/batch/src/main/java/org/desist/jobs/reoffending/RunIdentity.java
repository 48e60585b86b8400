// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import org.desist.correction.Corrections;
import org.desist.run.Fingerprint;
import org.desist.run.RunSettings;
import org.desist.run.StageFactory;

/**
 * The content behind a run's settings. The files are read, not only named: a mended delivery of the
 * same date is another run, and a folder copied elsewhere is the same one.
 *
 * @param extractsFingerprint of every file of the snapshot
 * @param methodFingerprint of the method's content
 * @param contractsFingerprint of the contracts' content, empty without contracts
 * @param correctionsFingerprint of the corrected rows in force, empty without any
 */
record RunIdentity(
    String extractsFingerprint,
    String methodFingerprint,
    String contractsFingerprint,
    String correctionsFingerprint) {
  static RunIdentity of(RunSettings settings, StageFactory factory) {
    String extracts = Fingerprint.ofFolder(settings.input().extracts());
    return new RunIdentity(
        extracts,
        factory.methodFingerprint(settings),
        factory.contractsFingerprint(settings),
        Corrections.of(settings.out(), settings.input().snapshot(), extracts).fingerprint());
  }
}
