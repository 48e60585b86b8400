// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.desist.contract.DataPackage;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/** Plans the reading of a snapshot: which files there are, and what the sender says of them. */
public final class Ingest {
  private Ingest() {}

  /**
   * Plans the reading of a snapshot into a folder.
   *
   * @param folder the snapshot
   * @param snapshot its date
   * @param limits past which a file is not read further
   * @param output the folder to write to
   * @throws DesistException of type DATA when files are missing or cannot be told apart; STORAGE
   *     when the folder cannot be read
   */
  public static IngestPlan plan(
      DataPackage contract, Path folder, LocalDate snapshot, ReadingLimits limits, Path output) {
    try {
      SnapshotFiles files = SnapshotFiles.find(folder, contract);
      Control control = control(folder, contract);
      List<FileFault> faults = new ArrayList<>(files.faults());
      faults.addAll(control.faults());
      FileFault.refuse(folder, faults);
      return new IngestPlan(
          contract,
          folder,
          output,
          control,
          tasks(files.parts(), control, snapshot, limits, output));
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot read the folder "
              + folder
              + ": "
              + e.getMessage()
              + ". Check that it is there and may be read.",
          e);
    }
  }

  private static Control control(Path folder, DataPackage contract) throws IOException {
    for (SnapshotFiles.Entry entry : SnapshotFiles.list(folder)) {
      if (entry.name().equals(Control.FILE) && !entry.isFolder()) {
        return entry.problem() == null
            ? Control.read(folder.resolve(Control.FILE), entry.bytes(), contract)
            : Control.unreadable(entry.problem());
      }
    }
    return Control.none();
  }

  /** The largest file first, so that no core is left alone with it at the end. */
  private static List<PartTask> tasks(
      List<PartSource> parts,
      Control control,
      LocalDate snapshot,
      ReadingLimits limits,
      Path output) {
    List<PartTask> tasks = new ArrayList<>();
    for (PartSource part : parts) {
      boolean digests =
          control
              .entry(part.resource().name())
              .filter(entry -> !entry.sha256().isEmpty() && isAlone(part, parts))
              .isPresent();
      tasks.add(new PartTask(part, output.toString(), snapshot, limits, digests));
    }
    tasks.sort(Comparator.comparingLong((PartTask task) -> -task.source().weight()));
    return List.copyOf(tasks);
  }

  private static boolean isAlone(PartSource part, List<PartSource> parts) {
    return parts.stream().filter(other -> other.resource().equals(part.resource())).count() == 1;
  }
}
