// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.time.LocalDate;

/**
 * An order or licence supervised. The end is the one that comes to pass; a snapshot taken before it
 * does not show it.
 */
record Supervision(
    String sentenceType,
    LocalDate sentenceDate,
    LocalDate start,
    LocalDate end,
    String provider,
    String deliveryUnit,
    String authority,
    LocalDate allocation,
    String risk,
    String endReason) {}
