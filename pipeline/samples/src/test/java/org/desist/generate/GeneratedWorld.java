// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.desist.generate.Generator.GenerateListener;
import org.desist.generate.Generator.GeneratedFiles;
import org.desist.storage.FileDigest;

/** A small generated world, made once and read by several tests. */
final class GeneratedWorld {
  static final int PERSONS = 5000;

  private static GeneratedWorld instance;

  private final GeneratedFiles generated;

  private GeneratedWorld(GeneratedFiles generated) {
    this.generated = generated;
  }

  static synchronized GeneratedWorld shared() {
    if (instance == null) {
      try {
        Path folder = Files.createTempDirectory("generated-world");
        folder.toFile().deleteOnExit();
        GeneratorSettings settings = GeneratorSettings.of(PERSONS, 15, folder);
        instance = new GeneratedWorld(Generator.of(settings).generate(GenerateListener.silent()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return instance;
  }

  GeneratedFiles generated() {
    return generated;
  }

  List<NamedCsvRecord> rows(String resource) {
    return read(generated.snapshot().resolve(resource + ".csv"));
  }

  static List<NamedCsvRecord> read(Path file) {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file);
        Stream<NamedCsvRecord> records = csv.stream()) {
      return records.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file below a folder with its SHA-256, by name. */
  static Map<String, String> hashes(Path folder) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        hashes.put(folder.relativize(file).toString(), FileDigest.of(file));
      }
    }
    return hashes;
  }
}
