// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.desist.contract.DataPackage;
import org.desist.contract.Resource;
import org.desist.contract.ValidationCode;
import org.desist.storage.InputFiles;

/** Finds the files of each resource in the folder of a snapshot. */
final class SnapshotFiles {
  private final Path folder;
  private final List<PartSource> parts = new ArrayList<>();
  private final List<FileFault> faults = new ArrayList<>();

  private SnapshotFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * A file or folder in a folder.
   *
   * @param problem why it cannot be read though it is there, a pipe for one; null when it can
   */
  record Entry(String name, boolean isFolder, long bytes, String problem) {}

  /** What a folder holds, sorted by name; empty when there is no such folder. */
  static List<Entry> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      List<Entry> entries = new ArrayList<>();
      for (Path child : children.sorted().toList()) {
        entries.add(entry(child));
      }
      return entries;
    }
  }

  private static Entry entry(Path path) throws IOException {
    String name = path.getFileName().toString();
    if (Files.isDirectory(path)) {
      return new Entry(name, true, 0, null);
    }
    Optional<String> problem = InputFiles.problem(path);
    return new Entry(name, false, problem.isEmpty() ? Files.size(path) : 0, problem.orElse(null));
  }

  /** Looks through the folder; what is wrong with it is in {@link #faults()}. */
  static SnapshotFiles find(Path folder, DataPackage contract) throws IOException {
    SnapshotFiles files = new SnapshotFiles(folder);
    List<Entry> entries = list(folder);
    for (Resource resource : contract.resources()) {
      files.find(resource, entries);
    }
    return files;
  }

  private void find(Resource resource, List<Entry> entries) throws IOException {
    List<Entry> forms = entries.stream().filter(entry -> isForm(resource.name(), entry)).toList();
    if (forms.size() > 1) {
      List<String> names = forms.stream().map(Entry::name).toList();
      fault(
          ValidationCode.UNREADABLE,
          "Cannot tell which is "
              + resource.name()
              + ": "
              + String.join(" or ", names)
              + " in "
              + folder
              + ". Leave one of them.");
      return;
    }
    int before = parts.size();
    if (!forms.isEmpty()) {
      boolean usable =
          forms.get(0).isFolder()
              ? addFolder(resource, forms.get(0))
              : addFile(resource, 0, "", forms.get(0));
      if (!usable) {
        return;
      }
    }
    if (parts.size() == before && !resource.optional()) {
      fault(
          ValidationCode.MISSING_RESOURCE,
          "Cannot find "
              + resource.name()
              + " in "
              + folder
              + ": it must be there as .csv, .csv.gz, .parquet or a folder of such files. Ask the"
              + " sender for it.");
    }
  }

  private static boolean isForm(String name, Entry entry) {
    if (entry.isFolder() && entry.name().equals(name)) {
      return true;
    }
    for (PartSource.FileForm form : PartSource.FileForm.values()) {
      if (entry.name().equals(name + form.ending())) {
        return true;
      }
    }
    return false;
  }

  /** Adds the parts in a folder, in the order of their names; hidden files are none. */
  private boolean addFolder(Resource resource, Entry parent) throws IOException {
    boolean usable = true;
    int part = 0;
    for (Entry entry : list(folder.resolve(parent.name()))) {
      if (!entry.name().startsWith(".") && !entry.name().startsWith("_")) {
        usable &= addFile(resource, part, parent.name() + "/", entry);
        part++;
      }
    }
    return usable;
  }

  private boolean addFile(Resource resource, int part, String prefix, Entry entry) {
    String file = prefix + entry.name();
    if (entry.problem() != null) {
      fault(
          ValidationCode.UNREADABLE,
          "Cannot read %s: %s. Put the file itself there.".formatted(file, entry.problem()));
      return false;
    }
    Optional<PartSource.FileForm> form =
        entry.isFolder() ? Optional.empty() : PartSource.FileForm.of(entry.name());
    if (form.isEmpty()) {
      fault(
          ValidationCode.UNREADABLE,
          "Cannot read "
              + file
              + ": a part is a .csv, .csv.gz or .parquet file. Remove it from the folder, or have"
              + " it delivered in one of these forms.");
      return false;
    }
    parts.add(
        new PartSource(
            resource, part, folder.resolve(file).toString(), file, form.get(), entry.bytes()));
    return true;
  }

  private void fault(ValidationCode code, String message) {
    faults.add(new FileFault(code, message));
  }

  /** The files, in the order of the contract and of their names. */
  List<PartSource> parts() {
    return List.copyOf(parts);
  }

  List<FileFault> faults() {
    return List.copyOf(faults);
  }
}
