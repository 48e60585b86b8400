// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.desist.publish.VersionManifest;

/**
 * A published version that a run is held against.
 *
 * @param run that published it
 * @param folder of the version
 * @param manifest of the version
 */
record Past(String run, Path folder, VersionManifest manifest) {
  /** Date of its extracts. */
  LocalDate snapshot() {
    return LocalDate.parse(manifest.snapshot());
  }

  /** The folder of a published mart. */
  Path published(String mart) {
    return folder.resolve("published").resolve(mart);
  }

  /** Rows by mart, {@code AREA/NAME}. */
  Map<String, Long> rows() {
    return manifest.marts().stream()
        .collect(Collectors.toMap(VersionManifest.Mart::folder, VersionManifest.Mart::rows));
  }
}
