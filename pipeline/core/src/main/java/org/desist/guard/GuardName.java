// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import java.util.Locale;

/** The publication checks, in the order in which they are reported. */
public enum GuardName {
  /** Share of a resource's rows that were refused. */
  REJECTS,
  /** Rows of a resource against the version readers see. */
  VOLUME,
  /** Rows of a mart against the version before. */
  MART_ROWS,
  /** Shares by category of the newest settled cohort. */
  MIX,
  /** Rates of the newest final cohort. */
  RATE,
  /** Rates of cohorts that were final before. */
  REVISION,
  /** Snapshot of the run against that of the version readers see. */
  SNAPSHOT_ORDER;

  /** As files and pages spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The guard of a label that {@link #label} gave. */
  static GuardName of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
