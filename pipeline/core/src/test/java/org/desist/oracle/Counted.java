// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A countable offence.
 *
 * @param date when it was committed: its start, else its end, else its event's date
 * @param disposal its primary disposal
 */
record Counted(
    Offence offence,
    LocalDate date,
    boolean dateImputed,
    Reference.Result disposal,
    Reference.Code code) {

  /** Lead offence first. */
  static final Comparator<Counted> LEAD =
      Comparator.comparingInt((Counted counted) -> counted.disposal().severityRank())
          .thenComparingInt(counted -> counted.code().severityRank())
          .thenComparing(counted -> counted.offence().hoCode(), Texts.BYTES)
          .thenComparing(counted -> counted.offence().offenceId(), Texts.BYTES);
}
