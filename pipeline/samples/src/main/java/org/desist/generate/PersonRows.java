// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desist.generate.Extract.ExtractRow;
import org.desist.generate.History.Assessment;
import org.desist.generate.History.Disposal;
import org.desist.generate.History.JusticeEvent;
import org.desist.generate.History.Offence;
import org.desist.generate.History.Referral;
import org.desist.generate.History.Release;
import org.desist.generate.History.Supervision;
import org.desist.generate.ParticipantLists.Participation;
import org.desist.generate.WrittenIdentity.WrittenPncId;

/** The rows that a snapshot of a day holds about one person. */
final class PersonRows {
  /** Nobody has a thousand records of one kind. */
  private static final int SEQUENCE_DIGITS = 3;

  /** Added to the number of a case that another provider takes over, so that others keep theirs. */
  private static final int TAKEN_OVER = 500;

  private static final String LONDON = "01";

  private final Map<String, Extract> extracts;
  private final long seed;
  private final LocalDate snapshot;
  private final Population people;
  private final Faults faults;
  private final Batch batch;

  /** Rows are added to {@code batch}, which must not be shared between threads. */
  PersonRows(
      Map<String, Extract> extracts,
      long seed,
      LocalDate snapshot,
      Population people,
      Faults faults,
      Batch batch) {
    this.extracts = extracts;
    this.seed = seed;
    this.snapshot = snapshot;
    this.people = people;
    this.faults = faults;
    this.batch = batch;
  }

  /** Adds what was known of the person by the snapshot's day. */
  void add(History history) {
    Person person = history.person();
    if (person.recorded() && history.events().stream().anyMatch(this::isKnown)) {
      addPerson(person);
      addEvents(history);
    }
    List<Release> releases = history.releases();
    for (int i = 0; i < releases.size(); i++) {
      if (!releases.get(i).date().isAfter(snapshot)) {
        addRelease(person, i, releases.get(i));
      }
    }
    List<Supervision> supervisions = history.supervisions();
    boolean imprisoned = !releases.isEmpty();
    for (int i = 0; i < supervisions.size(); i++) {
      List<Supervision> parts = Transfers.parts(draws(person, "transfer", i), supervisions.get(i));
      for (int part = 0; part < parts.size(); part++) {
        int sequence = part * TAKEN_OVER + i;
        if (!parts.get(part).start().isAfter(snapshot)) {
          addCase(person, sequence, parts.get(part), imprisoned);
          addDelivery(person, sequence, parts.get(part), part == parts.size() - 1);
        }
      }
    }
    addSupport(history);
    addResettlement(history);
    addNominations(history);
  }

  private boolean isKnown(JusticeEvent event) {
    return !event.date().isAfter(snapshot);
  }

  private void addPerson(Person person) {
    Draws draws = draws(person, "pnc_person", 0);
    // The person's own record is where the canonical id is kept: nearly always in the long form.
    String id = draws.chance(0.97) ? person.pncId().longForm() : person.pncId().written(draws);
    int serial = person.pncId().serial();
    put(
        draws,
        ExtractRow.of(
            extracts.get("pnc_person"),
            id,
            WrittenPncId.padded(serial % 900_000 + 1, 6)
                + "/"
                + WrittenPncId.padded(person.pncId().year() % 100, 2)
                + (char) ('A' + serial % 26),
            person.surname(),
            person.forenames(),
            draws.chance(0.002) ? null : person.birth(),
            draws.chance(0.003) ? "U" : person.sex(),
            person.ethnicAppearance(),
            draws.chance(0.03) ? null : person.nationality(),
            person.death().isAfter(snapshot) ? null : person.death()));
  }

  private void addEvents(History history) {
    Person person = history.person();
    int offenceSequence = 0;
    for (int i = 0; i < history.events().size(); i++) {
      JusticeEvent event = history.events().get(i);
      String eventId = id("E", person, i);
      if (isKnown(event)) {
        Draws draws = draws(person, "pnc_event", i);
        put(
            draws,
            ExtractRow.of(
                extracts.get("pnc_event"),
                eventId,
                draws.chance(0.8) ? person.pncId().longForm() : person.pncId().written(draws),
                event.type(),
                event.date(),
                event.place()));
      }
      for (Offence offence : event.offences()) {
        // Numbered before they are left out, so that a later snapshot keeps the numbers.
        int sequence = offenceSequence++;
        if (isKnown(event)) {
          addOffence(person, eventId, sequence, offence);
        }
      }
    }
  }

  private void addOffence(Person person, String eventId, int sequence, Offence offence) {
    String offenceId = id("O", person, sequence);
    Draws draws = draws(person, "pnc_offence", sequence);
    put(
        draws,
        ExtractRow.of(
            extracts.get("pnc_offence"),
            offenceId,
            eventId,
            offence.code(),
            draws.chance(0.008) ? null : offence.start(),
            offence.end(),
            offence.force(),
            offence.prosecutor(),
            offence.takenIntoConsideration()));
    for (int i = 0; i < offence.disposals().size(); i++) {
      Disposal disposal = offence.disposals().get(i);
      put(
          draws(person, "pnc_disposal", sequence * 10L + i),
          ExtractRow.of(
              extracts.get("pnc_disposal"),
              offenceId,
              i + 1,
              disposal.code(),
              disposal.length(),
              disposal.unit(),
              disposal.fine()));
    }
  }

  private void addRelease(Person person, int sequence, Release release) {
    Draws draws = draws(person, "prison_release", sequence);
    WrittenIdentity identity = WrittenIdentity.written(draws, person, () -> neighbour(person));
    String id = id("R", person, sequence);
    LocalDate sentenced = release.sentenceDate();
    if (sentenced != null && draws.chance(0.04)) {
      // Sentenced at a later hearing than the one that convicted: the fallback rule's case.
      sentenced = draws.chance(0.25) ? null : sentenced.plusDays(draws.between(1, 28));
      sentenced = sentenced != null && sentenced.isAfter(release.date()) ? null : sentenced;
    }
    batch.link("prison_release", id, person);
    put(
        draws,
        ExtractRow.of(
            extracts.get("prison_release"),
            id,
            person.prisonNumber(),
            identity.pncId(),
            identity.surname(),
            identity.forenames(),
            identity.birth(),
            identity.sex(),
            release.establishment(),
            sentenced,
            release.reception(),
            release.date(),
            release.type(),
            release.kind(),
            release.lengthDays()));
  }

  private void addCase(Person person, int sequence, Supervision supervision, boolean imprisoned) {
    Draws draws = draws(person, "probation_case", sequence);
    WrittenIdentity identity = WrittenIdentity.written(draws, person, () -> neighbour(person));
    String id = id("C", person, sequence);
    boolean numberHeld = imprisoned && draws.chance(0.8);
    boolean ended = !supervision.end().isAfter(snapshot);
    LocalDate allocation = supervision.allocation();
    batch.link("probation_case", id, person);
    put(
        draws,
        ExtractRow.of(
            extracts.get("probation_case"),
            id,
            person.caseReference(),
            numberHeld ? person.prisonNumber() : null,
            identity.pncId(),
            identity.surname(),
            identity.forenames(),
            identity.birth(),
            identity.sex(),
            supervision.sentenceType(),
            supervision.sentenceDate(),
            supervision.start(),
            ended ? supervision.end() : null,
            supervision.provider(),
            supervision.deliveryUnit(),
            supervision.authority(),
            allocation == null || allocation.isAfter(snapshot) ? null : allocation,
            supervision.risk(),
            ended ? supervision.endReason() : null));
  }

  /** What a case requires and who met whom; a requirement goes to whoever ends with the case. */
  private void addDelivery(Person person, int sequence, Supervision part, boolean isLast) {
    String caseId = id("C", person, sequence);
    if (isLast) {
      List<Requirements.Required> required =
          Requirements.of(draws(person, "requirements", sequence), part, snapshot);
      for (int i = 0; i < required.size(); i++) {
        String id = "Q" + caseId.substring(1) + i;
        put(
            draws(person, "requirement", sequence * 10L + i),
            ExtractRow.of(extracts.get("requirement"), required.get(i).cells(id, caseId)));
      }
    }
    List<Appointments.Appointment> appointments =
        Appointments.of(draws(person, "appointments", sequence), part, snapshot);
    for (int i = 0; i < appointments.size(); i++) {
      String id = "T" + caseId.substring(1) + WrittenPncId.padded(i, SEQUENCE_DIGITS);
      put(
          draws(person, "contact", sequence * 1000L + i),
          ExtractRow.of(extracts.get("contact"), appointments.get(i).cells(id, caseId)));
    }
  }

  private void addSupport(History history) {
    Person person = history.person();
    boolean imprisoned =
        history.releases().stream().anyMatch(release -> !release.date().isAfter(snapshot));
    for (int i = 0; i < history.assessments().size(); i++) {
      Assessment assessment = history.assessments().get(i);
      if (!assessment.date().isAfter(snapshot)) {
        List<Object> cells = new ArrayList<>();
        cells.add(id("A", person, i));
        cells.add(person.caseReference());
        cells.add(assessment.date());
        cells.addAll(assessment.needs());
        cells.add(Services.health(draws(person, "health", i)));
        put(
            draws(person, "assessment", i),
            ExtractRow.of(extracts.get("assessment"), cells.toArray()));
      }
    }
    for (int i = 0; i < history.referrals().size(); i++) {
      Referral referral = history.referrals().get(i);
      if (!referral.start().isAfter(snapshot)) {
        boolean ended = !referral.end().isAfter(snapshot);
        batch.participation(new Participation(person, referral, i, imprisoned));
        put(
            draws(person, "intervention", i),
            ExtractRow.of(
                extracts.get("intervention"),
                id("I", person, i),
                person.caseReference(),
                referral.service().type(),
                referral.service().name(),
                referral.service().supplier(),
                referral.start(),
                ended ? referral.end() : null,
                ended ? Boolean.valueOf(referral.completed()) : null));
      }
    }
  }

  /** Services before a release that a licence follows: without a case there is no reference. */
  private void addResettlement(History history) {
    Person person = history.person();
    for (int i = 0; i < history.releases().size(); i++) {
      Release release = history.releases().get(i);
      boolean hasCase =
          history.supervisions().stream().anyMatch(s -> s.start().equals(release.date()));
      boolean sentenced = release.sentenceDate() != null && !release.type().equals("RECALL");
      if (hasCase && sentenced) {
        List<Resettlement.GateService> services =
            Resettlement.before(draws(person, "resettlement", i), release);
        for (int k = 0; k < services.size(); k++) {
          String id = "G" + id("I", person, i).substring(1) + k;
          if (!services.get(k).start().isAfter(snapshot)) {
            put(
                draws(person, "resettlement_row", i * 10L + k),
                ExtractRow.of(
                    extracts.get("intervention"),
                    services.get(k).cells(id, person.caseReference(), snapshot)));
          }
        }
      }
    }
  }

  /**
   * The young may be flagged for a gang, and anybody may be named, who has come to notice twice; in
   * London far more often, so that a sample of one force has some.
   */
  private void addNominations(History history) {
    Person person = history.person();
    List<JusticeEvent> known = history.events().stream().filter(this::isKnown).toList();
    if (!person.recorded() || known.size() < 2) {
      return;
    }
    Draws draws = draws(person, "iom_nomination", 0);
    LocalDate start = known.get(1).date().minusDays(draws.between(0, 365));
    boolean isYoung = person.ageOn(start) <= 25;
    boolean isLondon = person.home().force().equals(LONDON);
    boolean isGang = draws.chance(isLondon ? 0.5 : 0.08) && isYoung;
    boolean isNamed = draws.chance(isLondon ? 0.3 : 0.04);
    LocalDate end = draws.chance(0.3) ? start.plusDays(draws.between(180, 1500)) : null;
    if (isGang) {
      addNomination(person, 0, "GANG", "Known to the gangs unit", start, end);
    }
    if (isNamed) {
      addNomination(person, 1, "NAMED", "Named by the neighbourhood panel", start, end);
    }
  }

  private void addNomination(
      Person person, int sequence, String kind, String reason, LocalDate start, LocalDate end) {
    put(
        draws(person, "iom_nomination", 1 + sequence),
        ExtractRow.of(
            extracts.get("iom_nomination"),
            id("N", person, sequence),
            person.pncId().longForm(),
            person.home().force(),
            kind,
            reason,
            start,
            end == null || end.isAfter(snapshot) ? null : end));
  }

  private WrittenPncId neighbour(Person person) {
    return people.draw(person.number() > 1 ? person.number() - 1 : 2).pncId();
  }

  private void put(Draws draws, ExtractRow row) {
    faults.apply(draws, row).forEach(batch::add);
  }

  /** A stream per row: a row's slips are the same whatever else is in the snapshot. */
  private Draws draws(Person person, String extract, long sequence) {
    return Draws.of(seed, person.number(), extract.hashCode(), sequence);
  }

  private static String id(String letter, Person person, int sequence) {
    return letter
        + WrittenPncId.padded(person.number(), 7)
        + WrittenPncId.padded(sequence, SEQUENCE_DIGITS);
  }
}
