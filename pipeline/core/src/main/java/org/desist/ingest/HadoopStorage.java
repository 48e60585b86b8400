// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.desist.storage.HadoopSettings;

/** Files of any file system that Hadoop knows. */
final class HadoopStorage implements Storage {
  private final Configuration configuration = HadoopSettings.current();

  @Override
  public List<Entry> list(String folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try {
      for (FileStatus status : fileSystem(folder).listStatus(new Path(folder))) {
        entries.add(
            new Entry(status.getPath().getName(), status.isDirectory(), status.getLen(), null));
      }
    } catch (FileNotFoundException e) {
      return List.of();
    }
    entries.sort(Comparator.comparing(Entry::name));
    return List.copyOf(entries);
  }

  @Override
  public InputStream open(String file) throws IOException {
    return fileSystem(file).open(new Path(file));
  }

  @Override
  public InputFile inputFile(String file) throws IOException {
    return HadoopInputFile.fromPath(new Path(file), configuration);
  }

  @Override
  public OutputFile outputFile(String file) throws IOException {
    return HadoopOutputFile.fromPath(new Path(file), configuration);
  }

  private FileSystem fileSystem(String location) throws IOException {
    return new Path(location).getFileSystem(configuration);
  }
}
