// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;

/** A row of {@code pnc_offence}; all but the ids and the code may be null. */
public record Offence(
    String offenceId,
    String eventId,
    String hoCode,
    LocalDate offenceStartDate,
    LocalDate offenceEndDate,
    String forceCode,
    String prosecutor,
    Boolean takenIntoConsideration) {}
