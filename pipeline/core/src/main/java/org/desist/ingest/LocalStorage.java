// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.desist.storage.InputFiles;

/** Files of this machine, without Hadoop in between. */
final class LocalStorage implements Storage {
  @Override
  public List<Entry> list(String folder) throws IOException {
    Path path = path(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    List<Entry> entries = new ArrayList<>();
    try (Stream<Path> children = Files.list(path)) {
      for (Path child : (Iterable<Path>) children::iterator) {
        boolean directory = Files.isDirectory(child);
        String problem = directory ? null : InputFiles.problem(child).orElse(null);
        entries.add(
            new Entry(
                child.getFileName().toString(),
                directory,
                directory || problem != null ? 0 : Files.size(child),
                problem));
      }
    }
    entries.sort(Comparator.comparing(Entry::name));
    return List.copyOf(entries);
  }

  @Override
  public InputStream open(String file) throws IOException {
    return InputFiles.open(path(file));
  }

  @Override
  public InputFile inputFile(String file) {
    return new LocalInputFile(path(file));
  }

  @Override
  public OutputFile outputFile(String file) throws IOException {
    Path path = path(file).toAbsolutePath();
    Files.createDirectories(path.getParent());
    return new LocalOutputFile(path);
  }

  private static Path path(String location) {
    return location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
  }
}
