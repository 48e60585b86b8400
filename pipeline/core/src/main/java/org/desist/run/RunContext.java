// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

/**
 * What a stage works with.
 *
 * @param settings what was asked for
 * @param runId the run's name, such as {@code 2019-06-30-0001}
 * @param folder where the run keeps what its stages write
 * @param progress told how the work goes on
 */
public record RunContext(
    RunSettings settings, String runId, RunFolder folder, ProgressListener progress) {
  /** Where finished versions are published. */
  public Versions versions() {
    return Versions.below(settings.out());
  }
}
