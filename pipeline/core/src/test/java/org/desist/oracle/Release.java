// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;

/** A row of {@code prison_release}. */
public record Release(
    String releaseId,
    String nomsNumber,
    String pncId,
    String surname,
    String forenames,
    LocalDate dateOfBirth,
    String sex,
    String establishmentCode,
    LocalDate sentenceDate,
    LocalDate receptionDate,
    LocalDate releaseDate,
    String releaseType,
    String sentenceKind,
    Integer sentenceLengthDays) {}
