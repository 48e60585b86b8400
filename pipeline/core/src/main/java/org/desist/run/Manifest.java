// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.storage.ListedFiles;

/**
 * {@code MANIFEST.json}: what a stage wrote, by name, size and SHA-256, sorted. It is the last file
 * of a stage, and its presence is what makes the stage complete.
 */
final class Manifest {
  static final String FILE = ListedFiles.OF_STAGE;

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Manifest() {}

  static void write(String runId, String stage, Path folder) {
    try {
      List<ListedFiles.Entry> known = new StagePieces(folder).close();
      Content content = new Content(runId, stage, ListedFiles.written(folder, known));
      Folders.replace(folder.resolve(FILE), MAPPER.writeValueAsString(content) + "\n");
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot list what stage " + stage + " wrote to " + folder + ". Run again.",
          e);
    }
  }

  /**
   * What has become of a stage since it was written: empty when its files are there with every
   * byte, and no others beside them.
   *
   * @param folder of a stage that has a manifest
   * @param wanted the names of the tables to look at
   */
  static Optional<String> damage(Path folder, Predicate<String> wanted) {
    try {
      List<ListedFiles.Entry> all = content(folder).files();
      Optional<String> unlisted = ListedFiles.unlisted(folder, all);
      if (unlisted.isPresent()) {
        return Optional.of(unlisted.get() + " was put there by something else");
      }
      return ListedFiles.damage(
          folder, all.stream().filter(entry -> wanted.test(table(entry))).toList());
    } catch (JsonProcessingException e) {
      return Optional.of(FILE + " is cut off");
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /** The files of one table of a stage, as they were written. */
  static List<ListedFiles.Entry> table(Path folder, String table) {
    try {
      return content(folder).files().stream().filter(entry -> table(entry).equals(table)).toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static Content content(Path folder) throws IOException {
    return MAPPER.readValue(Files.readString(folder.resolve(FILE)), Content.class);
  }

  private static String table(ListedFiles.Entry entry) {
    return entry.name().substring(0, Math.max(0, entry.name().indexOf('/')));
  }

  private static DesistException unreadable(Path folder, IOException cause) {
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot read %s: %s. Check the disk, then run again."
            .formatted(folder.resolve(FILE), cause.getMessage()),
        cause);
  }

  private record Content(String run, String stage, List<ListedFiles.Entry> files) {
    Content {
      files = files == null ? List.of() : List.copyOf(files);
    }
  }
}
