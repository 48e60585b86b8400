// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.time.LocalDate;

/** One person's time on a service. The end is the one that comes to pass. */
record Referral(Service service, LocalDate start, LocalDate end, boolean completed) {}
