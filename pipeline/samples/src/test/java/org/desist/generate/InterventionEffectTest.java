// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.desist.generate.History.JusticeEvent;
import org.desist.generate.History.Offence;
import org.desist.generate.Population.NameTables;
import org.desist.generate.Services.Service;
import org.junit.jupiter.api.Test;

/** The effect written down as the truth is the effect that the careers have. */
class InterventionEffectTest {
  private static final LocalDate UNTIL = LocalDate.of(2021, 12, 31);

  @Test
  void aServiceChangesTheChanceOfAnOffenceWithinAYearByItsEffect() {
    double[] without = firstParticipants(0);
    double[] with = firstParticipants(20);
    // The same people take part: up to the first referral, the careers are the same.
    assertThat(with[0]).isEqualTo(without[0]).isGreaterThan(1200);
    // Of offences within the year a few are proven too late, or lie in its last days.
    assertThat(with[1] / with[0] - without[1] / without[0]).isCloseTo(0.18, within(0.025));
  }

  /** How many careers have a referral, and how many of those an offence within a year of it. */
  private static double[] firstParticipants(double effect) {
    Service service =
        new Service("Trial", "OTHER", "Trial Ltd", effect, "", "", LocalDate.of(2010, 1, 1), 0.5);
    Places places = Places.load();
    Population people = new Population(21, NameTables.load(), places);
    Career career = PlausibilityTest.career(places, List.of(service));
    double participants = 0;
    double reoffenders = 0;
    for (int number = 1; number <= 12_000; number++) {
      History history = career.simulate(people.draw(number), UNTIL);
      if (history.referrals().isEmpty()
          || history.referrals().get(0).start().isAfter(LocalDate.of(2019, 12, 31))) {
        continue;
      }
      participants++;
      LocalDate start = history.referrals().get(0).start();
      boolean again =
          history.events().stream()
              .filter(event -> event.type().equals("CONVICTION") || event.type().equals("CAUTION"))
              .filter(event -> event.offences().size() > 1 || !isBeside(event))
              .map(event -> event.offences().get(0).start())
              .anyMatch(day -> day.isAfter(start) && !day.isAfter(start.plusDays(345)));
      reoffenders += again ? 1 : 0;
    }
    return new double[] {participants, reoffenders};
  }

  /** Breaches and offences elsewhere happen whatever a service does. */
  private static boolean isBeside(JusticeEvent event) {
    Offence only = event.offences().get(0);
    return only.prosecutor() != null
        && (only.prosecutor().equals("OTHER")
            || (only.force() != null && List.of("74", "76", "80").contains(only.force())));
  }
}
