// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;

/** A row of {@code probation_case}. */
public record Case(
    String caseId,
    String crn,
    String nomsNumber,
    String pncId,
    String surname,
    String forenames,
    LocalDate dateOfBirth,
    String sex,
    String sentenceType,
    LocalDate sentenceDate,
    LocalDate startDate,
    LocalDate endDate,
    String providerCode,
    String deliveryUnitCode,
    String localAuthorityCode,
    LocalDate allocationDate,
    String riskOfHarm,
    String endReason) {}
