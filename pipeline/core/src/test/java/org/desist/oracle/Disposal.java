// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.math.BigDecimal;

/** A row of {@code pnc_disposal}. */
public record Disposal(
    String offenceId,
    Integer disposalSeq,
    String disposalCode,
    Integer durationValue,
    String durationUnit,
    BigDecimal fineAmount) {}
