// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.time.LocalDate;

/** A release from prison. Dates of a sentence and its length are null for remand. */
record Release(
    String establishment,
    LocalDate sentenceDate,
    LocalDate reception,
    LocalDate date,
    String type,
    String kind,
    Integer lengthDays) {}
