// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.bridge;

import java.time.LocalDate;

/**
 * A row of the mart reoffending_rate, by its key.
 *
 * @param cohortWindow such as {@code quarter}
 * @param cohortStart first day of the cohort
 * @param geographyType such as {@code region}
 * @param geographyCode such as {@code A}
 * @param breakdown such as {@code sex}
 * @param category such as {@code F}
 */
public record Cell(
    String cohortWindow,
    LocalDate cohortStart,
    String geographyType,
    String geographyCode,
    String breakdown,
    String category) {}
