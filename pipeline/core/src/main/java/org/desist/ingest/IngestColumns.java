// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.desist.contract.Field;
import org.desist.contract.FieldType;
import org.desist.contract.Resource;

/** The Parquet columns of what ingest writes. Every column may be null. */
final class IngestColumns {
  /** The number of the row in its resource: part * 2^40 + line. */
  static final String ROW_NUMBER = "row_no";

  /** One row per reason for which a row was refused or warned of. */
  static final MessageType FAULTS =
      new MessageType(
          "fault",
          string("resource"),
          string("file"),
          integer("line"),
          integer(ROW_NUMBER),
          string("key"),
          string("code"),
          string("level"),
          string("field"),
          string("message"));

  /** One row per file read. */
  static final MessageType PARTS =
      new MessageType(
          "part",
          string("resource"),
          integer("part"),
          string("file"),
          integer("rows_read"),
          integer("rows_good"),
          integer("rows_bad"),
          integer("bytes"),
          string("sha256"));

  private IngestColumns() {}

  /** The row number, the fields in the contract's order, and the key of each name after it. */
  static MessageType numbered(Resource resource) {
    List<Type> types = new ArrayList<>();
    types.add(integer(ROW_NUMBER));
    types.addAll(fields(resource));
    return new MessageType(resource.name(), types);
  }

  /** The fields in the contract's order, and the key of each name after it. */
  static MessageType plain(Resource resource) {
    return new MessageType(resource.name(), fields(resource));
  }

  private static List<Type> fields(Resource resource) {
    List<Type> types = new ArrayList<>();
    for (Field field : resource.fields()) {
      types.add(type(field.name(), field.type()));
      field.keyColumn().ifPresent(key -> types.add(string(key)));
    }
    return types;
  }

  private static Type type(String name, FieldType type) {
    return switch (type) {
      case STRING -> string(name);
      case INTEGER -> integer(name);
      case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(name);
      case DATE ->
          Types.optional(PrimitiveTypeName.INT32).as(LogicalTypeAnnotation.dateType()).named(name);
      case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(name);
    };
  }

  private static Type string(String name) {
    return Types.optional(PrimitiveTypeName.BINARY)
        .as(LogicalTypeAnnotation.stringType())
        .named(name);
  }

  private static Type integer(String name) {
    return Types.optional(PrimitiveTypeName.INT64).named(name);
  }
}
