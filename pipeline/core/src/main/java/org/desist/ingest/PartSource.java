// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Optional;
import org.desist.contract.Resource;
import org.desist.storage.Locations;

/**
 * One file of a resource.
 *
 * @param location where it is, as a text that travels to other machines
 * @param file its name relative to the snapshot folder
 * @param part its place among the files of the resource, the first being 0
 */
record PartSource(
    Resource resource, int part, String location, String file, FileForm form, long bytes)
    implements Serializable {
  // A gzip file is read at the speed of its content, about five times its size.
  private static final int GZIP_RATIO = 5;

  Path path() {
    return Locations.named(location);
  }

  /** How long reading takes, compared with other files. */
  long weight() {
    return form == FileForm.CSV_GZIP ? bytes * GZIP_RATIO : bytes;
  }

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
}
