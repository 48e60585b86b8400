// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * {@code MANIFEST.json}: what a stage wrote, by name and size, sorted. It is the last file of a
 * stage, and its presence is what makes the stage complete.
 */
final class Manifest {
  static final String FILE = "MANIFEST.json";

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Manifest() {}

  static void write(String runId, String stage, Path folder) {
    try {
      Content content = new Content(runId, stage, entries(folder));
      Folders.replace(folder.resolve(FILE), MAPPER.writeValueAsString(content) + "\n");
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot list what stage " + stage + " wrote to " + folder + ". Run again.",
          e);
    }
  }

  /**
   * What has become of a file that a stage wrote, since it wrote it; empty when all are there with
   * their sizes.
   *
   * @param folder of a stage that has a manifest
   */
  static Optional<String> damage(Path folder) {
    Path manifest = folder.resolve(FILE);
    try {
      for (Entry entry : MAPPER.readValue(Files.readString(manifest), Content.class).files()) {
        Path file = folder.resolve(entry.name());
        if (!Files.isRegularFile(file)) {
          return Optional.of(entry.name() + " is gone");
        }
        long bytes = Files.size(file);
        if (bytes != entry.bytes()) {
          return Optional.of(
              "%s has %d bytes where %d were written"
                  .formatted(entry.name(), bytes, entry.bytes()));
        }
      }
      return Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.of(FILE + " is cut off");
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot read %s: %s. Check the disk, then run again.".formatted(manifest, e.getMessage()),
          e);
    }
  }

  private static List<Entry> entries(Path folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        entries.add(new Entry(name, Files.size(file)));
      }
    }
    return entries;
  }

  private record Content(String run, String stage, List<Entry> files) {}

  private record Entry(String name, long bytes) {}
}
