// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.desist.contract.ValidationCode;

/**
 * What came of one file.
 *
 * @param part its place among the files of the resource, the first being 0
 * @param file its name relative to the snapshot folder
 * @param rowsRead rows, whether good or not
 * @param rowsGood rows written
 * @param rowsBad rows in quarantine
 * @param bytes the size of the file as delivered
 * @param sha256 of the file as delivered, in lower-case hexadecimal; null when nothing asked for it
 * @param refused rows refused under each code; a row counts once under each of its codes
 * @param warned rows warned of under each code
 * @param unknownColumns columns that the contract does not have
 * @param faults why the file refuses the snapshot; empty when it does not
 */
public record PartResult(
    String resource,
    int part,
    String file,
    long rowsRead,
    long rowsGood,
    long rowsBad,
    long bytes,
    String sha256,
    Map<ValidationCode, Long> refused,
    Map<ValidationCode, Long> warned,
    List<String> unknownColumns,
    List<FileFault> faults)
    implements Serializable {
  public PartResult {
    refused = copy(refused);
    warned = copy(warned);
    unknownColumns = List.copyOf(unknownColumns);
    faults = List.copyOf(faults);
  }

  /** Keeps the order of the codes, which an unordered copy would lose. */
  private static Map<ValidationCode, Long> copy(Map<ValidationCode, Long> counts) {
    Map<ValidationCode, Long> copy = new EnumMap<>(ValidationCode.class);
    copy.putAll(counts);
    return Collections.unmodifiableMap(copy);
  }
}
