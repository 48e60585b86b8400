// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.bridge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.desist.oracle.Case;
import org.desist.oracle.Disposal;
import org.desist.oracle.Event;
import org.desist.oracle.Histories;
import org.desist.oracle.Offence;
import org.desist.oracle.Person;
import org.desist.oracle.Release;
import org.desist.oracle.World;

/**
 * Two snapshots of one random world of which the earlier knew some things worse.
 *
 * @param earlier what was known first
 * @param later what was known then
 */
record Snapshots(World earlier, World later) {
  private static final int PERSONS = 120;

  /** The same pair for the same seed and slips; the later one depends on the seed only. */
  static Snapshots of(long seed, Set<Slip> slips) {
    World all = Histories.crowd(seed, PERSONS);
    SplittableRandom dice = new SplittableRandom(seed);
    World later = withoutEvents(all, some(dice, 3, all));
    // What the later one no longer has has been withdrawn.
    World earlier = slips.contains(Slip.CORRECTED) ? corrected(all, dice) : later;
    if (slips.contains(Slip.UNDELIVERED)) {
      List<Release> delivered =
          earlier.releases().stream()
              .filter(r -> r.releaseId().equals("R0") || dice.nextInt(100) >= 10)
              .toList();
      earlier = with(earlier, delivered, earlier.cases());
    }
    if (slips.contains(Slip.RELINKED)) {
      earlier = relinked(earlier, dice);
    }
    if (slips.contains(Slip.MOVED)) {
      earlier =
          with(
              earlier,
              earlier.releases(),
              map(earlier.cases(), c -> dice.nextInt(100) < 30 ? moved(c, dice) : c));
    }
    if (slips.contains(Slip.LATE)) {
      earlier = withoutEvents(earlier, some(dice, 8, earlier));
    }
    return new Snapshots(earlier, later);
  }

  /** Ids of some events, but of those that keep an extract from being empty. */
  private static Set<String> some(SplittableRandom dice, int percent, World world) {
    Set<String> ids = new HashSet<>();
    for (Event event : world.events()) {
      if (dice.nextInt(100) < percent && !event.eventId().equals("E0")) {
        ids.add(event.eventId());
      }
    }
    return ids;
  }

  private static World withoutEvents(World world, Set<String> events) {
    Set<String> offences = new HashSet<>();
    world.offences().stream()
        .filter(offence -> events.contains(offence.eventId()))
        .forEach(offence -> offences.add(offence.offenceId()));
    return new World(
        world.snapshotDate(),
        world.persons(),
        world.events().stream().filter(event -> !events.contains(event.eventId())).toList(),
        world.offences().stream().filter(o -> !offences.contains(o.offenceId())).toList(),
        world.disposals().stream().filter(d -> !offences.contains(d.offenceId())).toList(),
        world.releases(),
        world.cases());
  }

  private static World corrected(World world, SplittableRandom dice) {
    return new World(
        world.snapshotDate(),
        map(world.persons(), p -> dice.nextInt(100) < 8 ? died(p) : p),
        world.events(),
        map(world.offences(), o -> dice.nextInt(100) < 10 ? otherwise(o, dice) : o),
        map(world.disposals(), d -> dice.nextInt(100) < 8 ? otherwise(d, dice) : d),
        map(world.releases(), r -> dice.nextInt(100) < 10 ? remanded(r) : r),
        world.cases());
  }

  private static World relinked(World world, SplittableRandom dice) {
    List<Person> persons = world.persons();
    return with(
        world,
        map(
            world.releases(),
            r ->
                dice.nextInt(100) < 20
                    ? ofAnother(r, persons.get(dice.nextInt(persons.size())), dice.nextBoolean())
                    : r),
        map(
            world.cases(),
            c ->
                dice.nextInt(100) < 20
                    ? ofAnother(c, persons.get(dice.nextInt(persons.size())), dice.nextBoolean())
                    : c));
  }

  private static World with(World world, List<Release> releases, List<Case> cases) {
    return new World(
        world.snapshotDate(),
        world.persons(),
        world.events(),
        world.offences(),
        world.disposals(),
        releases,
        cases);
  }

  private static <T> List<T> map(List<T> rows, Function<T, T> change) {
    List<T> changed = new ArrayList<>();
    rows.forEach(row -> changed.add(change.apply(row)));
    return changed;
  }

  private static Person died(Person p) {
    return new Person(
        p.pncId(),
        p.croNumber(),
        p.surname(),
        p.forenames(),
        p.dateOfBirth(),
        p.sex(),
        4,
        p.nationality(),
        LocalDate.of(2016, 3, 1));
  }

  private static Offence otherwise(Offence o, SplittableRandom dice) {
    LocalDate start = o.offenceStartDate() == null ? null : o.offenceStartDate().minusDays(90);
    List<String> codes = List.of("04600", "08100", "19511");
    return new Offence(
        o.offenceId(),
        o.eventId(),
        dice.nextBoolean() ? o.hoCode() : codes.get(dice.nextInt(codes.size())),
        start,
        o.offenceEndDate(),
        o.forceCode(),
        dice.nextInt(4) == 0 ? "OTHER" : o.prosecutor(),
        o.takenIntoConsideration());
  }

  private static Disposal otherwise(Disposal d, SplittableRandom dice) {
    List<String> codes = List.of("1002", "1015", "1116", "1117");
    return new Disposal(
        d.offenceId(),
        d.disposalSeq(),
        codes.get(dice.nextInt(codes.size())),
        d.durationValue(),
        d.durationUnit(),
        d.fineAmount());
  }

  private static Release remanded(Release r) {
    return new Release(
        r.releaseId(),
        r.nomsNumber(),
        r.pncId(),
        r.surname(),
        r.forenames(),
        r.dateOfBirth(),
        r.sex(),
        r.establishmentCode(),
        r.sentenceDate(),
        r.receptionDate(),
        r.releaseDate(),
        "REMAND",
        r.sentenceKind(),
        r.sentenceLengthDays());
  }

  private static Release ofAnother(Release r, Person other, boolean isKnown) {
    return new Release(
        r.releaseId(),
        "A9999AA",
        isKnown ? other.pncId() : null,
        isKnown ? other.surname() : "Nobody",
        isKnown ? other.forenames() : "At All",
        isKnown ? other.dateOfBirth() : null,
        r.sex(),
        r.establishmentCode(),
        r.sentenceDate(),
        r.receptionDate(),
        r.releaseDate(),
        r.releaseType(),
        r.sentenceKind(),
        r.sentenceLengthDays());
  }

  private static Case ofAnother(Case c, Person other, boolean isKnown) {
    return new Case(
        c.caseId(),
        c.crn(),
        null,
        isKnown ? other.pncId() : null,
        isKnown ? other.surname() : "Nobody",
        isKnown ? other.forenames() : "At All",
        isKnown ? other.dateOfBirth() : null,
        c.sex(),
        c.sentenceType(),
        c.sentenceDate(),
        c.startDate(),
        c.endDate(),
        c.providerCode(),
        c.deliveryUnitCode(),
        c.localAuthorityCode(),
        c.allocationDate(),
        c.riskOfHarm(),
        c.endReason());
  }

  private static Case moved(Case c, SplittableRandom dice) {
    List<String> providers = List.of("C17", "C05", "N07");
    return new Case(
        c.caseId(),
        c.crn(),
        c.nomsNumber(),
        c.pncId(),
        c.surname(),
        c.forenames(),
        c.dateOfBirth(),
        c.sex(),
        c.sentenceType(),
        c.sentenceDate(),
        c.startDate(),
        c.endDate(),
        providers.get(dice.nextInt(providers.size())),
        null,
        null,
        c.allocationDate(),
        c.riskOfHarm(),
        c.endReason());
  }
}
