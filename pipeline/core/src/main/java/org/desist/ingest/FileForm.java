// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.util.Optional;

/** The forms in which a file may be delivered. */
enum FileForm {
  CSV(".csv"),
  CSV_GZIP(".csv.gz"),
  PARQUET(".parquet");

  private final String ending;

  FileForm(String ending) {
    this.ending = ending;
  }

  String ending() {
    return ending;
  }

  /** The form that a file name tells, if it tells one. */
  static Optional<FileForm> of(String name) {
    for (FileForm form : values()) {
      if (name.endsWith(form.ending)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }
}
