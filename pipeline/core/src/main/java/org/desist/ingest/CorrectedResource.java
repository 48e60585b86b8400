// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.util.ArrayList;
import java.util.List;
import org.desist.contract.Field;
import org.desist.contract.FieldType;
import org.desist.contract.Resource;
import org.desist.contract.Semantic;
import org.desist.correction.Corrections;

/**
 * A resource with two columns more: the file and the line of the row that a corrected one answers.
 */
public final class CorrectedResource {
  private CorrectedResource() {}

  /** The columns of the resource, then the two; rows may leave either empty. */
  public static Resource of(Resource resource) {
    List<Field> fields = new ArrayList<>(resource.fields());
    fields.add(column(Corrections.FILE_COLUMN, FieldType.STRING, "File of the refused row"));
    fields.add(column(Corrections.LINE_COLUMN, FieldType.INTEGER, "Line of the refused row"));
    return new Resource(
        resource.name(),
        resource.description(),
        resource.grain(),
        resource.optional(),
        fields,
        resource.primaryKey(),
        resource.foreignKeys(),
        resource.missingValues());
  }

  private static Field column(String name, FieldType type, String description) {
    return new Field(
        name, type, description, false, false, null, List.of(), null, null, false, Semantic.NONE);
  }
}
