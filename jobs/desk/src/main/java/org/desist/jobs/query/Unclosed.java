// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.query;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Keeps a library that closes its writer from closing standard output. */
final class Unclosed extends FilterWriter {
  Unclosed(Writer out) {
    super(out);
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
