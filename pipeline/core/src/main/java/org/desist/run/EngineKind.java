// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

/** What can run the SQL. Lower case, as it is typed, shown and written down. */
public enum EngineKind {
  /** In this process, on one machine. */
  duckdb,
  /** A cluster, or all cores of this machine. */
  spark
}
