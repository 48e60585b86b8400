// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.explain;

import java.nio.file.Path;
import java.time.LocalDate;
import org.desist.run.RunFolder;
import org.desist.run.RunSettings;
import org.desist.run.WindowKind;

/**
 * Whose path, in which cohort, by which run.
 *
 * @param settings what the run was asked for
 * @param folder the folder of the run whose stages are read
 * @param keyFile the key the run was made with, or null when none was named
 * @param pncId the person, in any written form of a PNC id; personal
 * @param window kind of cohort window
 * @param cohortStart first day of the cohort
 */
public record ExplainRequest(
    RunSettings settings,
    RunFolder folder,
    Path keyFile,
    String pncId,
    WindowKind window,
    LocalDate cohortStart) {
  /** Leaves out who is asked about. */
  @Override
  public String toString() {
    return "ExplainRequest[" + window.label() + ":" + cohortStart + "]";
  }
}
