// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.time.LocalDate;
import java.util.List;

/** Needs on a day, in the order of the contract: 0 none, 1 some, 2 significant, null not asked. */
record Assessment(LocalDate date, List<Integer> needs) {}
