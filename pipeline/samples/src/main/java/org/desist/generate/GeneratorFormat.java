// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

/** How a snapshot's files are written. */
public enum GeneratorFormat {
  /** UTF-8 text, one file per resource. */
  CSV(".csv"),
  /** The same text, compressed. */
  CSV_GZIP(".csv.gz"),
  /** Typed columns; faults that a typed column cannot hold are left out. */
  PARQUET(".parquet");

  private final String suffix;

  GeneratorFormat(String suffix) {
    this.suffix = suffix;
  }

  /** What follows a resource's name in its file's name. */
  public String suffix() {
    return suffix;
  }
}
