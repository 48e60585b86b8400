// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/** The files of a snapshot, on this machine or on any file system that Hadoop knows. */
interface Storage {
  /** Two letters at least, so that the drive of a Windows path is none. */
  Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

  /** The storage that a location is in: a path, or a URL with a scheme. */
  static Storage of(String location) {
    boolean remote = SCHEME.matcher(location).matches() && !location.startsWith("file:");
    return remote ? new HadoopStorage() : new LocalStorage();
  }

  /** The location of a file in a folder. */
  static String join(String folder, String name) {
    return folder.endsWith("/") ? folder + name : folder + "/" + name;
  }

  /** What a folder holds, sorted by name; empty when there is no such folder. */
  List<Entry> list(String folder) throws IOException;

  InputStream open(String file) throws IOException;

  InputFile inputFile(String file) throws IOException;

  /** A file to write; its folder is made when it is not there. */
  OutputFile outputFile(String file) throws IOException;

  /**
   * A file or folder in a folder.
   *
   * @param problem why it cannot be read though it is there, a pipe for one; null when it can
   */
  record Entry(String name, boolean folder, long bytes, String problem) {}
}
