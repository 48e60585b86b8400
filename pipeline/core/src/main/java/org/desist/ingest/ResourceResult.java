// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.desist.contract.ValidationCode;

/**
 * What came of one resource, over all its files.
 *
 * @param parts how many files; 0 when an optional resource is absent
 * @param refused rows refused under each code; a row counts once under each of its codes
 * @param warned rows warned of under each code, and columns under UNKNOWN_COLUMN
 * @param unknownColumns the file in which each column was first seen that the contract does not
 *     have, by the column's name
 */
public record ResourceResult(
    String resource,
    int parts,
    long rowsRead,
    long rowsGood,
    long rowsBad,
    Map<ValidationCode, Long> refused,
    Map<ValidationCode, Long> warned,
    Map<String, String> unknownColumns) {
  static ResourceResult of(String resource, List<PartResult> all) {
    List<PartResult> parts = new ArrayList<>(all);
    parts.removeIf(part -> !part.resource().equals(resource));
    Map<ValidationCode, Long> refused = new EnumMap<>(ValidationCode.class);
    Map<ValidationCode, Long> warned = new EnumMap<>(ValidationCode.class);
    Map<String, String> unknown = new TreeMap<>();
    long read = 0;
    long good = 0;
    long bad = 0;
    for (PartResult part : parts) {
      read += part.rowsRead();
      good += part.rowsGood();
      bad += part.rowsBad();
      part.refused().forEach((code, rows) -> refused.merge(code, rows, Long::sum));
      part.warned().forEach((code, rows) -> warned.merge(code, rows, Long::sum));
      part.unknownColumns().forEach(column -> unknown.putIfAbsent(column, part.file()));
    }
    if (!unknown.isEmpty()) {
      warned.put(ValidationCode.UNKNOWN_COLUMN, (long) unknown.size());
    }
    return new ResourceResult(
        resource,
        parts.size(),
        read,
        good,
        bad,
        Collections.unmodifiableMap(refused),
        Collections.unmodifiableMap(warned),
        Collections.unmodifiableMap(unknown));
  }

  /** Rows refused under a code. */
  public long refused(ValidationCode code) {
    return Optional.ofNullable(refused.get(code)).orElse(0L);
  }

  /** Rows or columns warned of under a code. */
  public long warned(ValidationCode code) {
    return Optional.ofNullable(warned.get(code)).orElse(0L);
  }
}
