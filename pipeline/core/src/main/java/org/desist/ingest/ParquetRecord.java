// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Hands the values of a Parquet record to the parsers of its fields. */
final class ParquetRecord extends RecordMaterializer<RowParser> {
  private final RowParser row;
  private final List<ParquetValue> values = new ArrayList<>();
  private final GroupConverter root = new Root();

  /**
   * Prepares the conversion of records.
   *
   * @param schema the columns of the contract that the file has
   */
  ParquetRecord(RowParser row, MessageType schema, String file) {
    this.row = row;
    for (Type type : schema.getFields()) {
      values.add(new ParquetValue(type.asPrimitiveType(), row.parser(type.getName()), file));
    }
  }

  @Override
  public RowParser getCurrentRecord() {
    return row;
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }

  private final class Root extends GroupConverter {
    @Override
    public Converter getConverter(int index) {
      return values.get(index);
    }

    @Override
    public void start() {
      row.begin();
      values.forEach(ParquetValue::begin);
    }

    @Override
    public void end() {
      values.forEach(ParquetValue::end);
    }
  }
}
