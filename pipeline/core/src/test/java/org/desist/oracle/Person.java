// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;

/** A row of {@code pnc_person}; every field but the id may be null. */
public record Person(
    String pncId,
    String croNumber,
    String surname,
    String forenames,
    LocalDate dateOfBirth,
    String sex,
    Integer ethnicAppearance,
    String nationality,
    LocalDate dateOfDeath) {}
