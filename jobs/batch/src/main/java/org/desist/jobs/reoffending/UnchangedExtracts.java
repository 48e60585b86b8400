// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.Fingerprint;
import org.desist.run.RunContext;
import org.desist.run.Stage;

/**
 * The size and time of each file of a snapshot, as they were when the run was identified by their
 * content. A file that changes before it has been read would be published under the name of what it
 * was.
 */
final class UnchangedExtracts {
  private final Path folder;
  private final Map<String, String> files;

  private UnchangedExtracts(Path folder, Map<String, String> files) {
    this.folder = folder;
    this.files = files;
  }

  /** As the files are now. */
  static UnchangedExtracts of(Path folder) {
    return new UnchangedExtracts(folder, look(folder));
  }

  /** The stages, of which the first, which reads the files, is complete only when none changed. */
  List<Stage> watched(List<Stage> stages) {
    List<Stage> watched = new ArrayList<>(stages);
    watched.set(0, new Watched(stages.get(0), this));
    return List.copyOf(watched);
  }

  private void check() {
    Map<String, String> now = look(folder);
    if (now.equals(files)) {
      return;
    }
    TreeMap<String, String> all = new TreeMap<>(files);
    all.putAll(now);
    String changed =
        all.keySet().stream()
            .filter(name -> !String.valueOf(files.get(name)).equals(now.get(name)))
            .findFirst()
            .orElseThrow();
    throw new DesistException(
        ErrorCode.UNREADABLE,
        "Cannot trust what was read: %s changed under the run. Let the delivery end, or restore the file, then run again."
            .formatted(folder.resolve(changed)));
  }

  private static Map<String, String> look(Path folder) {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(file -> Fingerprint.isPlain(folder, file)).toList()) {
        found.put(
            folder.relativize(file).toString(),
            Files.size(file) + " " + Files.getLastModifiedTime(file));
      }
      return found;
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot list %s: %s. Check that it is readable, then run again."
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  private record Watched(Stage stage, UnchangedExtracts extracts) implements Stage.Parted {
    @Override
    public String name() {
      return stage.name();
    }

    @Override
    public boolean reads(String table) {
      return stage.reads(table);
    }

    @Override
    public List<Part> parts(RunContext context) {
      return stage instanceof Parted parted ? parted.parts(context) : List.of();
    }

    @Override
    public int partsAtOnce(RunContext context) {
      return stage instanceof Parted parted ? parted.partsAtOnce(context) : 1;
    }

    @Override
    public void run(RunContext context) {
      stage.run(context);
      extracts.check();
    }

    @Override
    public Optional<DesistException> refusal(RunContext context) {
      return stage.refusal(context);
    }
  }
}
