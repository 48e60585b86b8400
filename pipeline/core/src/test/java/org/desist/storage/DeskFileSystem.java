// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.storage;

import java.net.URI;
import java.nio.file.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * A file system that only Hadoop reaches, with nothing behind it but this machine's disk: {@code
 * desk:///tmp/x} is {@code /tmp/x}. It is one of those on whose renames nobody relies.
 */
public final class DeskFileSystem extends RawLocalFileSystem {
  private static final URI ROOT = URI.create("desk:///");

  /** A folder of this machine as this file system names it. */
  public static Path of(Path folder) {
    return Locations.of("desk://" + folder.toAbsolutePath());
  }

  @Override
  public String getScheme() {
    return ROOT.getScheme();
  }

  @Override
  public URI getUri() {
    return ROOT;
  }
}
