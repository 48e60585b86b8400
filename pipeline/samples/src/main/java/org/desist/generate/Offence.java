// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.time.LocalDate;
import java.util.List;

/** One offence at an event; everything but the code and the list may be null. */
record Offence(
    String code,
    LocalDate start,
    LocalDate end,
    String force,
    String prosecutor,
    Boolean takenIntoConsideration,
    List<Disposal> disposals) {}
