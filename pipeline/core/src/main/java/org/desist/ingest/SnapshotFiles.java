// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.desist.contract.DataPackage;
import org.desist.contract.Resource;
import org.desist.contract.ValidationCode;

/** Finds the files of each resource in the folder of a snapshot. */
final class SnapshotFiles {
  private final String folder;
  private final Storage storage;
  private final List<PartSource> parts = new ArrayList<>();
  private final List<FileFault> faults = new ArrayList<>();

  private SnapshotFiles(String folder) {
    this.folder = folder;
    this.storage = Storage.of(folder);
  }

  /** Looks through the folder; what is wrong with it is in {@link #faults()}. */
  static SnapshotFiles find(String folder, DataPackage contract) throws IOException {
    SnapshotFiles files = new SnapshotFiles(folder);
    List<Storage.Entry> entries = files.storage.list(folder);
    for (Resource resource : contract.resources()) {
      files.find(resource, entries);
    }
    return files;
  }

  private void find(Resource resource, List<Storage.Entry> entries) throws IOException {
    List<Storage.Entry> forms =
        entries.stream().filter(entry -> isForm(resource.name(), entry)).toList();
    if (forms.size() > 1) {
      List<String> names = forms.stream().map(Storage.Entry::name).toList();
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
          forms.get(0).folder()
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

  private static boolean isForm(String name, Storage.Entry entry) {
    if (entry.folder() && entry.name().equals(name)) {
      return true;
    }
    for (FileForm form : FileForm.values()) {
      if (entry.name().equals(name + form.ending())) {
        return true;
      }
    }
    return false;
  }

  /** Adds the parts in a folder, in the order of their names; hidden files are none. */
  private boolean addFolder(Resource resource, Storage.Entry parent) throws IOException {
    boolean usable = true;
    int part = 0;
    for (Storage.Entry entry : storage.list(Storage.join(folder, parent.name()))) {
      if (!entry.name().startsWith(".") && !entry.name().startsWith("_")) {
        usable &= addFile(resource, part, parent.name() + "/", entry);
        part++;
      }
    }
    return usable;
  }

  private boolean addFile(Resource resource, int part, String prefix, Storage.Entry entry) {
    String file = prefix + entry.name();
    if (entry.problem() != null) {
      fault(
          ValidationCode.UNREADABLE,
          "Cannot read %s: %s. Put the file itself there.".formatted(file, entry.problem()));
      return false;
    }
    Optional<FileForm> form = entry.folder() ? Optional.empty() : FileForm.of(entry.name());
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
            resource, part, Storage.join(folder, file), file, form.get(), entry.bytes()));
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
