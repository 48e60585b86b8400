// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.late;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of the rows of one table between two snapshots, by its primary key. Rows that do not
 * meet the contract, and those that share their key with a different row, are not compared.
 *
 * @param resource table of the extracts
 * @param inserted rows that only the later snapshot has
 * @param changed rows of both with another content
 * @param removed rows that only the earlier snapshot has
 * @param unchanged rows of both with the same content
 * @param changedFields rows in which a field changed, by its name, in the order of the contract;
 *     fields that never changed are left out
 */
public record ResourceChange(
    String resource,
    long inserted,
    long changed,
    long removed,
    long unchanged,
    Map<String, Long> changedFields) {
  public ResourceChange {
    changedFields = Collections.unmodifiableMap(new LinkedHashMap<>(changedFields));
  }
}
