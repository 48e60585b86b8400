// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.time.LocalDate;
import java.util.List;

/** A court appearance with a finding of guilt, or an out-of-court disposal. */
record Event(String type, LocalDate date, String place, List<Offence> offences) {}
