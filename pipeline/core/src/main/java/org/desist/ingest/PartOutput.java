// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.desist.contract.Resource;

/** Where the files of a part go, under the folder of the ingest. */
final class PartOutput {
  static final String QUARANTINE = "_quarantine";
  static final String WARNING = "_warning";
  static final String PART = "_part";

  private final Path folder;
  private final String prefix;

  PartOutput(Path folder) {
    this(folder, "");
  }

  /** With a prefix to the names of everything, beside what is there without. */
  PartOutput(Path folder, String prefix) {
    this.folder = folder;
    this.prefix = prefix;
  }

  Path rows(Resource resource, int part) {
    return folder.resolve(prefix + resource.name()).resolve(partFile(part));
  }

  Path quarantine(Resource resource, int part) {
    return folder.resolve(QUARANTINE).resolve(prefix + resource.name() + "-" + partFile(part));
  }

  Path warning(Resource resource, int part) {
    return folder.resolve(WARNING).resolve(prefix + resource.name() + "-" + partFile(part));
  }

  /** Every file that a part may have. */
  List<Path> of(Resource resource, int part) {
    return List.of(rows(resource, part), quarantine(resource, part), warning(resource, part));
  }

  /** Warnings of columns, which belong to a resource and not to one of its parts. */
  Path columnWarning(Resource resource) {
    return folder.resolve(WARNING).resolve(resource.name() + "-columns.parquet");
  }

  Path parts() {
    return folder.resolve(PART).resolve("part.parquet");
  }

  private static String partFile(int part) {
    return String.format(Locale.ROOT, "part-%05d.parquet", part);
  }
}
