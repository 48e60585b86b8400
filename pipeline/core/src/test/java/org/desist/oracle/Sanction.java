// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** A proof event with at least one countable offence. */
record Sanction(Event event, List<Counted> offences) {
  /** Most severe first: the lead offence's disposal, then its offence, then the lowest id. */
  static final Comparator<Sanction> SEVERITY =
      Comparator.comparingInt((Sanction sanction) -> sanction.lead().disposal().severityRank())
          .thenComparingInt(sanction -> sanction.lead().code().severityRank())
          .thenComparing(sanction -> sanction.event().eventId(), Texts.BYTES);

  Counted lead() {
    return offences.stream().min(Counted.LEAD).orElseThrow();
  }

  LocalDate date() {
    return event.eventDate();
  }

  boolean isConviction() {
    return event.eventType().equals("CONVICTION");
  }

  /** The category of the event's disposal. */
  String disposal() {
    return isConviction() ? lead().disposal().category() : "CAUTION";
  }

  boolean isCustodial() {
    return disposal().equals("CUSTODY");
  }
}
