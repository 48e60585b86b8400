// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything a calculation reads: the accepted rows of one snapshot. */
public record World(
    LocalDate snapshotDate,
    List<Person> persons,
    List<Event> events,
    List<Offence> offences,
    List<Disposal> disposals,
    List<Release> releases,
    List<Case> cases) {
  private static final int PRINTED = 12;

  public World {
    persons = List.copyOf(persons);
    events = List.copyOf(events);
    offences = List.copyOf(offences);
    disposals = List.copyOf(disposals);
    releases = List.copyOf(releases);
    cases = List.copyOf(cases);
  }

  /** Births after the snapshot, or of people older than 115 on its day, are missing. */
  World withoutImplausibleBirths() {
    return new World(
        snapshotDate,
        persons.stream().map(row -> plausible(Person.class, row, row.dateOfBirth())).toList(),
        events,
        offences,
        disposals,
        releases.stream().map(row -> plausible(Release.class, row, row.dateOfBirth())).toList(),
        cases.stream().map(row -> plausible(Case.class, row, row.dateOfBirth())).toList());
  }

  private <T extends Record> T plausible(Class<T> type, T row, LocalDate birth) {
    boolean isPlausible =
        birth == null
            || (!birth.isAfter(snapshotDate)
                && (Ages.at(birth, snapshotDate) < 115
                    || (Ages.at(birth, snapshotDate) == 115
                        && Ages.at(birth, snapshotDate.minusDays(1)) == 114)));
    if (isPlausible) {
      return row;
    }
    Map<String, String> texts = new LinkedHashMap<>();
    Columns.row(row)
        .forEach((column, value) -> texts.put(column, value == null ? null : value.toString()));
    texts.put("date_of_birth", null);
    return Columns.read(type, texts);
  }

  /** The rows of a few people; of a crowd how many, for reports of what failed in it. */
  @Override
  public String toString() {
    return persons.size() <= PRINTED
        ? "World" + Columns.row(this)
        : "World of "
            + persons.size()
            + " persons and "
            + events.size()
            + " events on "
            + snapshotDate;
  }

  public static Builder on(String snapshotDate) {
    return new Builder(LocalDate.parse(snapshotDate));
  }

  /** Rows are given as column name, text, column name, text; what is left out is missing. */
  public static final class Builder {
    private final LocalDate snapshotDate;
    private final List<Person> persons = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Offence> offences = new ArrayList<>();
    private final List<Disposal> disposals = new ArrayList<>();
    private final List<Release> releases = new ArrayList<>();
    private final List<Case> cases = new ArrayList<>();

    Builder(LocalDate snapshotDate) {
      this.snapshotDate = snapshotDate;
    }

    public Builder person(String... pairs) {
      return add(persons, Person.class, pairs);
    }

    public Builder event(String... pairs) {
      return add(events, Event.class, pairs);
    }

    public Builder offence(String... pairs) {
      return add(offences, Offence.class, pairs);
    }

    public Builder disposal(String... pairs) {
      return add(disposals, Disposal.class, pairs);
    }

    public Builder release(String... pairs) {
      return add(releases, Release.class, pairs);
    }

    public Builder probationCase(String... pairs) {
      return add(cases, Case.class, pairs);
    }

    /** All rows of a world, whatever its snapshot date. */
    public Builder all(World world) {
      persons.addAll(world.persons());
      events.addAll(world.events());
      offences.addAll(world.offences());
      disposals.addAll(world.disposals());
      releases.addAll(world.releases());
      cases.addAll(world.cases());
      return this;
    }

    public World build() {
      return new World(snapshotDate, persons, events, offences, disposals, releases, cases);
    }

    private <T extends Record> Builder add(List<T> rows, Class<T> type, String... pairs) {
      Map<String, String> texts = new LinkedHashMap<>();
      for (int i = 0; i < pairs.length; i += 2) {
        texts.put(pairs[i], pairs[i + 1]);
      }
      rows.add(Columns.read(type, texts));
      return this;
    }
  }
}
