// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;

/** Files as Parquet's readers and writers take them: Hadoop stands between only where it must. */
public final class ParquetPaths {
  private ParquetPaths() {}

  /** A file to read. */
  public static InputFile input(Path file) throws IOException {
    return file instanceof HadoopPath remote
        ? HadoopInputFile.fromPath(remote.hadoop(), HadoopSettings.current())
        : new LocalInputFile(file);
  }

  /** A file to write; its folder is made when it is not there. */
  public static OutputFile output(Path file) throws IOException {
    if (file instanceof HadoopPath remote) {
      return HadoopOutputFile.fromPath(remote.hadoop(), HadoopSettings.current());
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    return new LocalOutputFile(file.toAbsolutePath());
  }
}
