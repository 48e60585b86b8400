// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;

/** How many people had an entry event in a window and none usable, by reason. */
record Attrition(String cohortWindow, LocalDate cohortStart, String reason, int people) {}
