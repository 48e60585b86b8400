// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** Writes the values of slots, in the order of the schema, without an object per row. */
final class SlotWriteSupport extends WriteSupport<List<Slot>> {
  private final MessageType schema;
  private final PrimitiveTypeName[] types;
  private final String[] names;
  private RecordConsumer consumer;

  SlotWriteSupport(MessageType schema) {
    this.schema = schema;
    this.types =
        schema.getFields().stream()
            .map(type -> type.asPrimitiveType().getPrimitiveTypeName())
            .toArray(PrimitiveTypeName[]::new);
    this.names = schema.getFields().stream().map(Type::getName).toArray(String[]::new);
  }

  // Parquet still asks every writer for this form of the method.
  @SuppressWarnings("deprecation")
  @Override
  public WriteContext init(Configuration configuration) {
    return new WriteContext(schema, Map.of());
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(schema, Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    consumer = recordConsumer;
  }

  @Override
  public void write(List<Slot> slots) {
    consumer.startMessage();
    for (int i = 0; i < types.length; i++) {
      Slot slot = slots.get(i);
      if (slot.isPresent()) {
        consumer.startField(names[i], i);
        write(slot, types[i]);
        consumer.endField(names[i], i);
      }
    }
    consumer.endMessage();
  }

  private void write(Slot slot, PrimitiveTypeName type) {
    switch (type) {
      case BINARY ->
          consumer.addBinary(
              Binary.fromReusedByteArray(slot.bytes(), slot.offset(), slot.length()));
      case INT64 -> consumer.addLong(slot.number());
      case INT32 -> consumer.addInteger((int) slot.number());
      case DOUBLE -> consumer.addDouble(slot.real());
      case BOOLEAN -> consumer.addBoolean(slot.number() == 1);
      case FLOAT, INT96, FIXED_LEN_BYTE_ARRAY ->
          throw new IllegalStateException("No column is written as " + type);
    }
  }
}
