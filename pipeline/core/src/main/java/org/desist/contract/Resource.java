// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.contract;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One table of an extract.
 *
 * @param grain what one row is
 * @param optional whether a snapshot may lack it
 * @param missingValues texts that stand for no value
 */
public record Resource(
    String name,
    String description,
    String grain,
    boolean optional,
    List<Field> fields,
    List<String> primaryKey,
    List<ForeignKey> foreignKeys,
    List<String> missingValues)
    implements Serializable {
  public Resource {
    fields = List.copyOf(fields);
    primaryKey = List.copyOf(primaryKey);
    foreignKeys = List.copyOf(foreignKeys);
    missingValues = List.copyOf(missingValues);
  }

  /** Fields whose values must be found in the fields of another resource. */
  public record ForeignKey(List<String> fields, String resource, List<String> referencedFields)
      implements Serializable {
    public ForeignKey {
      fields = List.copyOf(fields);
      referencedFields = List.copyOf(referencedFields);
    }
  }

  /**
   * The table as it is in a snapshot of a day: columns that are valid only later are not required.
   */
  public Resource on(LocalDate snapshot) {
    return new Resource(
        name,
        description,
        grain,
        optional,
        fields.stream().map(field -> field.on(snapshot)).toList(),
        primaryKey,
        foreignKeys,
        missingValues);
  }

  /** The field of that name, if there is one. */
  public Optional<Field> field(String fieldName) {
    return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
  }

  /** Whether the field is part of the primary key. */
  public boolean isKey(Field field) {
    return primaryKey.contains(field.name());
  }

  /** Whether the primary key identifies a person, so that messages must not show it. */
  public boolean hasPersonalKey() {
    return fields.stream().anyMatch(field -> field.personal() && isKey(field));
  }
}
