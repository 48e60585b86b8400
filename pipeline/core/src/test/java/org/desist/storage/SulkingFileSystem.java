// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.storage;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** A store that answers nothing, as when its address is wrong. */
public final class SulkingFileSystem extends RawLocalFileSystem {
  @Override
  public String getScheme() {
    return "sulk";
  }

  @Override
  public URI getUri() {
    return URI.create("sulk:///");
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    throw new IOException("connection refused");
  }
}
