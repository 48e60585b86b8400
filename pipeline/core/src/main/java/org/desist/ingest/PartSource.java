// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.Serializable;
import org.desist.contract.Resource;

/**
 * One file of a resource.
 *
 * @param location where it is
 * @param file its name relative to the snapshot folder
 * @param part its place among the files of the resource, the first being 0
 */
record PartSource(
    Resource resource, int part, String location, String file, FileForm form, long bytes)
    implements Serializable {
  // A gzip file is read at the speed of its content, about five times its size.
  private static final int GZIP_RATIO = 5;

  /** How long reading takes, compared with other files. */
  long weight() {
    return form == FileForm.CSV_GZIP ? bytes * GZIP_RATIO : bytes;
  }
}
