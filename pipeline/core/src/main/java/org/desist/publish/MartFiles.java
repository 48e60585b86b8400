// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.desist.engine.EngineFiles;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.RunFolder;
import org.desist.storage.ListedFiles;

/** Puts the files of a table into a version without writing them again where the disk allows it. */
final class MartFiles {
  private MartFiles() {}

  /**
   * Links every file of a table into a version; copies where links are not possible, as on an
   * object store.
   *
   * @param table in a complete stage of the run
   * @param folder of the mart below the version
   * @return the files by name below the version, with the bytes that the stage wrote
   */
  static List<ListedFiles.Entry> link(RunFolder run, Path table, Path version, String folder) {
    Path stage = table.getParent();
    List<ListedFiles.Entry> linked = new ArrayList<>();
    try {
      Files.createDirectories(version.resolve(folder));
      for (ListedFiles.Entry written :
          run.written(stage.getFileName().toString(), table.getFileName().toString())) {
        if (EngineFiles.isParquet(stage.resolve(written.name()))) {
          String name = String.format(Locale.ROOT, "%s/part-%05d.parquet", folder, linked.size());
          linkOne(stage.resolve(written.name()), version.resolve(name));
          linked.add(new ListedFiles.Entry(name, written.bytes(), written.sha256()));
        }
      }
    } catch (IOException e) {
      throw failure(table, version.resolve(folder), e);
    }
    return List.copyOf(linked);
  }

  /**
   * Checks that what a version got is what a stage wrote: whoever reads the version compares it
   * with the same hashes.
   *
   * @throws DesistException STORAGE when a file has changed since
   */
  static void verify(Path table, Path version, List<ListedFiles.Entry> linked) {
    try {
      Optional<String> damage = ListedFiles.damage(version, linked);
      if (damage.isPresent()) {
        throw new DesistException(
            ErrorCode.STORAGE,
            "Cannot publish %s: %s. Check the disk, then run again: the stage is done again, with what follows."
                .formatted(table, damage.get()));
      }
    } catch (IOException e) {
      throw failure(table, version, e);
    }
  }

  private static DesistException failure(Path from, Path to, IOException cause) {
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot put %s into %s: %s. Check the room on the disk, then run again."
            .formatted(from, to, cause.getMessage()),
        cause);
  }

  private static void linkOne(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (UnsupportedOperationException | IOException e) {
      Files.copy(from, to);
    }
  }
}
