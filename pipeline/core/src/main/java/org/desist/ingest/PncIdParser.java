// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.util.List;
import org.desist.contract.Field;
import org.desist.contract.ValidationCode;
import org.desist.identity.PncId;

/**
 * Reads a PNC id into its canonical form. A wrong check letter refuses the row where the id is the
 * key; elsewhere it is a warning, the id counts as missing, and a required one refuses the row for
 * that.
 */
final class PncIdParser extends TextParser {
  private static final String WRONG = "The check letter does not belong to this PNC id";

  private final int snapshotYear;
  private final boolean key;

  private PncIdParser(
      Field field,
      List<String> missingValues,
      List<Fault> faults,
      TextArena arena,
      int snapshotYear,
      boolean key) {
    super(field, missingValues, faults, arena);
    this.snapshotYear = snapshotYear;
    this.key = key;
  }

  static PncIdParser ofKey(
      Field field,
      List<String> missingValues,
      List<Fault> faults,
      TextArena arena,
      int snapshotYear) {
    return new PncIdParser(field, missingValues, faults, arena, snapshotYear, true);
  }

  static PncIdParser ofReference(
      Field field,
      List<String> missingValues,
      List<Fault> faults,
      TextArena arena,
      int snapshotYear) {
    return new PncIdParser(field, missingValues, faults, arena, snapshotYear, false);
  }

  @Override
  void parse(char[] text, int from, int length) {
    clear();
    if (!check(text, from, length)) {
      return;
    }
    long id = PncId.read(text, from, length, snapshotYear);
    if (id >= 0) {
      int start = arena().reserve(PncId.LENGTH);
      PncId.write(id, arena().bytes(), start);
      slot().set(arena().bytes(), start, PncId.LENGTH);
    } else if (key) {
      reject(ValidationCode.BAD_CHECK_LETTER, WRONG, text, from, length);
    } else {
      warn(
          ValidationCode.BAD_CHECK_LETTER,
          (id == PncId.NOT_AN_ID ? "Not of the form of a PNC id" : WRONG)
              + "; it counts as missing (value not shown: personal)");
      readMissing();
    }
  }
}
