// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where the rows of one extract go. */
interface Sink extends Closeable {
  /** The second half of writing: runs in order, one at a time. */
  @FunctionalInterface
  interface Append {
    void run() throws IOException;
  }

  /** The first half of writing rows: may run on any thread beside others. */
  Append prepare(List<Row> rows);

  Path file();
}
