// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.storage;

import java.io.IOException;
import java.nio.file.Path;

/** What a file system that Hadoop reaches does at once, and java.nio only file by file. */
public final class RemoteFolders {
  private RemoteFolders() {}

  /**
   * Deletes a folder with all it holds, or a file. Killed half way, some of it is left.
   *
   * @param path one for which {@link Locations#isRemote} holds
   */
  public static void delete(Path path) throws IOException {
    HadoopPath remote = (HadoopPath) path;
    remote.getFileSystem().hadoop().delete(remote.hadoop(), true);
  }
}
