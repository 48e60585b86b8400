// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.desist.contract.DataPackage;
import org.desist.contract.Resource;
import org.desist.contract.ValidationCode;
import org.desist.error.DesistException;

/**
 * The reading of a snapshot: tasks to run in any order and side by side, and what is done when all
 * have run.
 */
public final class IngestPlan {
  private final DataPackage contract;
  private final Path folder;
  private final Path output;
  private final Control control;
  private final List<PartTask> tasks;

  IngestPlan(
      DataPackage contract, Path folder, Path output, Control control, List<PartTask> tasks) {
    this.contract = contract;
    this.folder = folder;
    this.output = output;
    this.control = control;
    this.tasks = tasks;
  }

  /** A task per file, the largest first. Running one again replaces what it wrote. */
  public List<PartTask> tasks() {
    return tasks;
  }

  /** The bytes of all files as delivered. */
  public long bytes() {
    return tasks.stream().mapToLong(task -> task.source().bytes()).sum();
  }

  /**
   * Judges the results together and writes what belongs to no single file: the table of parts,
   * warnings of columns, and empty tables for optional resources that are absent.
   *
   * @param results of all tasks, in any order
   * @throws DesistException of type DATA when anything refuses the snapshot, with all reasons
   */
  public IngestResult finish(List<PartResult> results) {
    if (results.size() != tasks.size()) {
      throw new IllegalArgumentException(
          "There are " + tasks.size() + " tasks, but " + results.size() + " results");
    }
    IngestResult result = IngestResult.of(contract, results);
    List<FileFault> faults = new ArrayList<>();
    result.parts().forEach(part -> faults.addAll(part.faults()));
    if (faults.isEmpty()) {
      // Counts mean nothing when a file was given up half way.
      contract.resources().forEach(resource -> judge(resource, result, faults));
    }
    FileFault.refuse(folder, faults);
    new IngestFiles(output).write(contract, result);
    return result;
  }

  private void judge(Resource resource, IngestResult result, List<FileFault> faults) {
    ResourceResult counts = result.resource(resource.name());
    if (counts.parts() > 0 && counts.rowsRead() == 0 && !resource.optional()) {
      faults.add(
          new FileFault(
              ValidationCode.UNREADABLE,
              "Cannot use "
                  + files(resource, result)
                  + ": a header and no rows, where "
                  + resource.name()
                  + " is required. Ask the sender for the rows."));
    }
    control
        .entry(resource.name())
        .ifPresent(entry -> compare(resource, entry, counts, result, faults));
  }

  private void compare(
      Resource resource,
      Control.Entry entry,
      ResourceResult counts,
      IngestResult result,
      List<FileFault> faults) {
    String place = Control.FILE + " line " + entry.line() + ": ";
    String remedy = ". Fetch the snapshot again; if it is the same, ask the sender which is right.";
    if (counts.parts() == 0) {
      faults.add(
          mismatch(place + resource.name() + " is listed, but is not in " + folder + remedy));
      return;
    }
    if (counts.rowsRead() != entry.rows()) {
      faults.add(
          mismatch(
              place
                  + "it says "
                  + entry.rows()
                  + " rows, but "
                  + files(resource, result)
                  + " has "
                  + counts.rowsRead()
                  + remedy));
    }
    for (PartResult part : result.parts()) {
      boolean differs = part.sha256() != null && !part.sha256().equals(entry.sha256());
      if (part.resource().equals(resource.name()) && differs) {
        faults.add(
            mismatch(
                place
                    + "it says sha256 "
                    + entry.sha256()
                    + ", but that of "
                    + part.file()
                    + " is "
                    + part.sha256()
                    + remedy));
      }
    }
  }

  private static FileFault mismatch(String message) {
    return new FileFault(ValidationCode.CONTROL_MISMATCH, "Cannot reconcile " + message);
  }

  private static String files(Resource resource, IngestResult result) {
    List<String> files =
        result.parts().stream()
            .filter(part -> part.resource().equals(resource.name()))
            .map(PartResult::file)
            .toList();
    return files.size() == 1 ? files.get(0) : files.get(0) + " and its sister parts";
  }
}
