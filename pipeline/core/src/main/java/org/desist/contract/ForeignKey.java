// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.contract;

import java.io.Serializable;
import java.util.List;

/** Fields whose values must be found in the fields of another resource. */
public record ForeignKey(List<String> fields, String resource, List<String> referencedFields)
    implements Serializable {
  public ForeignKey {
    fields = List.copyOf(fields);
    referencedFields = List.copyOf(referencedFields);
  }
}
