// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.desist.contract.Field;
import org.desist.contract.Resource;
import org.desist.contract.ValidationCode;

/** The column names of a file, held against the contract. */
final class Header {
  private final List<String> names;

  private Header(List<String> names) {
    this.names = List.copyOf(names);
  }

  /** Checks the names; a missing required column, or one name twice, refuses the file. */
  static Header of(List<String> names, Resource resource, String file) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new RefusedFileException(
            ValidationCode.UNREADABLE,
            "Cannot read "
                + file
                + ": line 1 names the column "
                + name
                + " twice. Ask the sender for a file with one column of that name.");
      }
    }
    List<String> missing = new ArrayList<>();
    for (Field field : resource.fields()) {
      if (field.required() && !seen.contains(field.name())) {
        missing.add(field.name());
      }
    }
    if (!missing.isEmpty()) {
      throw new RefusedFileException(
          ValidationCode.MISSING_COLUMN,
          "Cannot use "
              + file
              + ": line 1 lacks the required "
              + (missing.size() == 1 ? "column " : "columns ")
              + String.join(", ", missing)
              + ". Ask the sender for it, or for its exact name.");
    }
    return new Header(names);
  }

  List<String> names() {
    return names;
  }

  /** The columns that the contract does not have. */
  List<String> unknown(Resource resource) {
    return names.stream().filter(name -> resource.field(name).isEmpty()).toList();
  }

  /** The fields that the file does not have. */
  List<Field> absent(Resource resource) {
    return resource.fields().stream().filter(field -> !names.contains(field.name())).toList();
  }
}
