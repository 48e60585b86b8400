// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;

/** A row of {@code pnc_event}. */
public record Event(
    String eventId, String pncId, String eventType, LocalDate eventDate, String courtOrForceCode) {}
