// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.util.Locale;
import org.desist.contract.Resource;

/** Where the files of a part go, under the folder of the ingest. */
final class PartOutput {
  static final String QUARANTINE = "_quarantine";
  static final String WARNING = "_warning";
  static final String PART = "_part";

  private final String folder;

  PartOutput(String folder) {
    this.folder = folder;
  }

  String rows(Resource resource, int part) {
    return Storage.join(folder, resource.name() + "/" + partFile(part));
  }

  String quarantine(Resource resource, int part) {
    return Storage.join(folder, QUARANTINE + "/" + resource.name() + "-" + partFile(part));
  }

  String warning(Resource resource, int part) {
    return Storage.join(folder, WARNING + "/" + resource.name() + "-" + partFile(part));
  }

  /** Warnings of columns, which belong to a resource and not to one of its parts. */
  String columnWarning(Resource resource) {
    return Storage.join(folder, WARNING + "/" + resource.name() + "-columns.parquet");
  }

  String parts() {
    return Storage.join(folder, PART + "/part.parquet");
  }

  private static String partFile(int part) {
    return String.format(Locale.ROOT, "part-%05d.parquet", part);
  }
}
