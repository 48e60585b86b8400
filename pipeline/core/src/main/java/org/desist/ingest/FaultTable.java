// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.schema.MessageType;

/** Writes the faults of rows, one row per reason. */
final class FaultTable implements AutoCloseable {
  private static final MessageType SCHEMA = IngestColumns.FAULTS;

  private final ParquetTable table;
  private final String resource;
  private final List<ValueSlot> slots = ParquetTable.slots(SCHEMA);

  FaultTable(Path location, String resource) {
    this.table = ParquetTable.create(location, SCHEMA);
    this.resource = resource;
  }

  void write(String file, long line, long rowNumber, String key, ValueFault fault) {
    slot("file").set(file);
    slot("line").set(line);
    slot(IngestColumns.ROW_NUMBER).set(rowNumber);
    write(key, fault);
  }

  /** Writes a fault that lies in the header, not in a row. */
  void writeHeader(String file, ValueFault fault) {
    slot("file").set(file);
    slot("line").set(1L);
    slot(IngestColumns.ROW_NUMBER).clear();
    write(null, fault);
  }

  private void write(String key, ValueFault fault) {
    slot("resource").set(resource);
    slot("key").set(key);
    slot("code").set(fault.code().name());
    slot("level").set(fault.level().label());
    slot("field").set(fault.field());
    slot("message").set(fault.message());
    table.write(slots);
  }

  private ValueSlot slot(String column) {
    return slots.get(SCHEMA.getFieldIndex(column));
  }

  @Override
  public void close() {
    table.close();
  }
}
