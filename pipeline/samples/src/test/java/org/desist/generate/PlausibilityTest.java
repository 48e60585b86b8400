// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.desist.generate.Courtroom.OffenceMix;
import org.desist.generate.Custody.Prisons;
import org.desist.generate.History.JusticeEvent;
import org.desist.generate.History.Release;
import org.desist.generate.Population.NameTables;
import org.desist.generate.Services.Service;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Careers look like careers. The rates here are rough ones, from event to next offence; what they
 * must get right is the order of things.
 */
class PlausibilityTest {
  private static final LocalDate UNTIL = LocalDate.of(2021, 12, 31);
  private static final int PERSONS = 12_000;

  /** A point from which a person could have offended again, and whether that was within a year. */
  private record Start(Person person, LocalDate day, String kind, boolean again) {}

  private static final List<History> HISTORIES = new ArrayList<>();
  private static final List<Start> STARTS = new ArrayList<>();

  @BeforeAll
  static void simulate() {
    Places places = Places.load();
    Population people = new Population(21, NameTables.load(), places);
    Career career = career(places, Service.all());
    for (int number = 1; number <= PERSONS; number++) {
      History history = career.simulate(people.draw(number), UNTIL);
      HISTORIES.add(history);
      addStarts(history);
    }
  }

  @Test
  void offencesAreAboutTenAPersonAndEventsThreeOrFour() {
    double offences = 0;
    double events = 0;
    for (History history : HISTORIES) {
      for (JusticeEvent event : history.events()) {
        offences += event.offences().size();
        events += event.type().equals("PENALTY_NOTICE") ? 0 : 1;
      }
    }
    assertThat(offences / PERSONS).isBetween(9.0, 11.0);
    assertThat(events / PERSONS).isBetween(3.0, 4.0);
  }

  @Test
  void mostPeopleHaveFewEventsAndSomeHaveDozens() {
    assertThat(share(HISTORIES, history -> history.events().size() <= 2)).isBetween(0.4, 0.65);
    assertThat(share(HISTORIES, history -> history.events().size() >= 24)).isBetween(0.002, 0.03);
  }

  @Test
  void fourInFiveAreMen() {
    assertThat(share(HISTORIES, history -> history.person().sex().equals("M")))
        .isBetween(0.79, 0.83);
  }

  @Test
  void nobodyOffendsBeforeTen() {
    assertThat(HISTORIES)
        .allSatisfy(
            history ->
                assertThat(history.person().ageOn(history.person().firstOffence()))
                    .isGreaterThanOrEqualTo(10));
  }

  @Test
  void aboutThreeInTenOffendAgainWithinAYear() {
    assertThat(rate(start -> true)).isBetween(0.25, 0.36);
  }

  @Test
  void shortSentencesAreFollowedByOffendingMoreOftenThanLongOnes() {
    assertThat(rate(start -> start.kind().equals("short"))).isBetween(0.5, 0.68);
    assertThat(rate(start -> start.kind().equals("long"))).isBetween(0.15, 0.4);
  }

  @Test
  void womenOffendAgainLessOften() {
    assertThat(rate(start -> start.person().isFemale()))
        .isLessThan(rate(start -> !start.person().isFemale()) - 0.03);
  }

  @Test
  void olderPeopleOffendAgainLessOften() {
    assertThat(rate(start -> start.person().ageOn(start.day()) >= 50))
        .isLessThan(rate(start -> start.person().ageOn(start.day()) < 40));
  }

  static Career career(Places places, List<Service> services) {
    return new Career(
        21,
        places,
        new Courtroom(OffenceMix.load()),
        new Custody(Prisons.load()),
        new Services(services));
  }

  /** Entry points of 2012 to 2019, judged on offences proven within eighteen months. */
  private static void addStarts(History history) {
    for (JusticeEvent event : history.events()) {
      boolean custodial =
          event.offences().stream()
              .flatMap(offence -> offence.disposals().stream())
              .anyMatch(disposal -> List.of("1002", "1024", "1081").contains(disposal.code()));
      if (!custodial && !event.type().equals("PENALTY_NOTICE")) {
        addStart(history, event.date(), "other");
      }
    }
    for (Release release : history.releases()) {
      boolean entry =
          !List.of("REMAND", "RECALL", "DEPORTED", "TRANSFERRED", "DIED").contains(release.type());
      if (entry && release.lengthDays() != null) {
        addStart(history, release.date(), release.lengthDays() < 365 ? "short" : "long");
      }
    }
  }

  private static void addStart(History history, LocalDate day, String kind) {
    if (day.getYear() < 2012 || day.getYear() > 2019) {
      return;
    }
    boolean again =
        history.events().stream()
            .filter(event -> !event.date().isAfter(day.plusMonths(18)))
            .filter(event -> !event.type().equals("PENALTY_NOTICE"))
            .flatMap(event -> event.offences().stream())
            .anyMatch(
                offence ->
                    offence.start().isAfter(day) && !offence.start().isAfter(day.plusMonths(12)));
    STARTS.add(new Start(history.person(), day, kind, again));
  }

  private static double rate(Predicate<Start> which) {
    List<Start> starts = STARTS.stream().filter(which).toList();
    assertThat(starts).hasSizeGreaterThan(200);
    return share(starts, Start::again);
  }

  private static <T> double share(List<T> all, Predicate<T> which) {
    return (double) all.stream().filter(which).count() / all.size();
  }
}
