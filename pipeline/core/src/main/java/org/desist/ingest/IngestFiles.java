// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.nio.file.Path;
import java.util.List;
import org.desist.contract.DataPackage;
import org.desist.contract.Resource;
import org.desist.contract.ValidationCode;

/** Writes what belongs to no single file of a snapshot. */
final class IngestFiles {
  private final PartOutput output;

  IngestFiles(Path folder) {
    this.output = new PartOutput(folder);
  }

  void write(DataPackage contract, IngestResult result) {
    writeParts(result);
    for (Resource resource : contract.resources()) {
      ResourceResult counts = result.resource(resource.name());
      if (counts.parts() == 0) {
        // Engines read every table of the contract, so an absent one is there without rows.
        ParquetTable.create(output.rows(resource, 0), IngestColumns.numbered(resource)).close();
      }
      if (!counts.unknownColumns().isEmpty()) {
        writeColumns(resource, counts);
      }
    }
  }

  private void writeParts(IngestResult result) {
    List<ValueSlot> slots = ParquetTable.slots(IngestColumns.PARTS);
    try (ParquetTable table = ParquetTable.create(output.parts(), IngestColumns.PARTS)) {
      for (PartResult part : result.parts()) {
        slot(slots, "resource").set(part.resource());
        slot(slots, "part").set((long) part.part());
        slot(slots, "file").set(part.file());
        slot(slots, "rows_read").set(part.rowsRead());
        slot(slots, "rows_good").set(part.rowsGood());
        slot(slots, "rows_bad").set(part.rowsBad());
        slot(slots, "bytes").set(part.bytes());
        slot(slots, "sha256").set(part.sha256());
        table.write(slots);
      }
    }
  }

  private static ValueSlot slot(List<ValueSlot> slots, String column) {
    return slots.get(IngestColumns.PARTS.getFieldIndex(column));
  }

  private void writeColumns(Resource resource, ResourceResult counts) {
    Path location = output.columnWarning(resource);
    try (FaultTable table = new FaultTable(location, resource.name())) {
      counts.unknownColumns().forEach((column, file) -> table.writeHeader(file, warning(column)));
    }
  }

  private static ValueFault warning(String column) {
    return ValueFault.ofWarning(
        ValidationCode.UNKNOWN_COLUMN,
        column,
        "The contract has no such column; it is passed over");
  }
}
