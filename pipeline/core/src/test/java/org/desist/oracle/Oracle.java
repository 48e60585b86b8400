// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every restricted figure of a world, as rows by column name. Persons are named by their canonical
 * PNC id in a column {@code pnc_id}, where the marts have {@code person_key}.
 */
public final class Oracle {
  private final World world;
  private final Settings settings;
  private final List<Link> links;
  private final Map<Window, List<Member>> members = new LinkedHashMap<>();
  private final List<Attrition> attrition = new ArrayList<>();
  private final List<Overlap> overlaps = new ArrayList<>();
  // The dearest part, worked out when it is first asked for.
  private List<Rate> rates;
  private List<TimeToReoffence> times;

  private Oracle(World delivered, Settings settings) {
    World world = delivered.withoutImplausibleBirths();
    this.world = world;
    this.settings = settings;
    Reference reference = Reference.load();
    Map<String, Person> persons = persons(world);
    this.links = Links.of(world, persons);
    Collection<Career> careers = careers(persons, reference);
    List<List<Entry>> entries = careers.stream().map(Entries::of).toList();
    Cohorts cohorts = new Cohorts(world, settings, reference, entries, unlinked());
    for (Window window : Window.within(settings)) {
      members.put(window, cohorts.members(window));
      attrition.addAll(cohorts.attrition(window));
      overlaps.addAll(cohorts.overlaps(window));
    }
  }

  public static Oracle of(World world, Settings settings) {
    return new Oracle(world, settings);
  }

  /** One row per release and case: resource, row_id, pnc_id, link_rule, id_conflict. */
  public List<Map<String, Object>> links() {
    return rows(links);
  }

  /** Rows of {@code cohort_member}; key: window, start, pnc_id, index_date. */
  public List<Map<String, Object>> members() {
    return all().map(Member::row).toList();
  }

  /** Rows of {@code reoffence}; key: that of the member and offence_id. */
  public List<Map<String, Object>> reoffences() {
    return all().flatMap(member -> member.reoffenceRows().stream()).toList();
  }

  /** Rows of {@code attrition} for reasons that somebody left for; key: window, start, reason. */
  public List<Map<String, Object>> attrition() {
    return rows(attrition);
  }

  /** Rows of {@code attrition_overlap}; key: window, start, rule, beside. */
  public List<Map<String, Object>> overlaps() {
    return rows(overlaps);
  }

  /** Rows of the restricted {@code reoffending_rate}. */
  public List<Map<String, Object>> rates() {
    return rows(rateRecords());
  }

  /** Rows of the published {@code reoffending_rate}: primary thresholds only. */
  public List<Map<String, Object>> publishedRates() {
    return rateRecords().stream().map(Disclosure::publish).toList();
  }

  /** Rows of {@code time_to_reoffence}, before disclosure control. */
  public List<Map<String, Object>> timesToReoffence() {
    return rows(timeRecords());
  }

  /** Rows of {@code reoffence_matrix}, before disclosure control. */
  public List<Map<String, Object>> reoffenceMatrix() {
    return rows(matrixRecords());
  }

  /** Rows of the published {@code time_to_reoffence}: primary thresholds, and months followed. */
  public List<Map<String, Object>> publishedTimes() {
    Map<String, LocalDate> lastEntries =
        all()
            .collect(
                Collectors.toMap(
                    member -> member.window().kind().code() + member.window().start(),
                    member -> member.profile().indexDate(),
                    (one, other) -> one.isAfter(other) ? one : other));
    return timeRecords().stream()
        .filter(
            time ->
                !lastEntries
                    .get(time.cohortWindow() + time.cohortStart())
                    .plusMonths(time.month())
                    .isAfter(world.snapshotDate()))
        .map(Disclosure::publish)
        .toList();
  }

  /** Rows of the published {@code reoffence_matrix}: primary thresholds only. */
  public List<Map<String, Object>> publishedMatrix() {
    return matrixRecords().stream().map(Disclosure::publish).toList();
  }

  List<Rate> rateRecords() {
    if (rates == null) {
      rates = perWindow((window, some) -> Cells.rates(window, some, world, settings));
    }
    return rates;
  }

  private List<TimeToReoffence> timeRecords() {
    if (times == null) {
      times = perWindow((window, some) -> Cells.times(window, some, world, settings));
    }
    return times;
  }

  private List<Matrix> matrixRecords() {
    return perWindow((window, some) -> Matrix.of(window, some, world, settings));
  }

  /** Members by window, in the order of the windows. */
  Map<Window, List<Member>> memberRecords() {
    return members;
  }

  private Stream<Member> all() {
    return members.values().stream().flatMap(List::stream);
  }

  private <T> List<T> perWindow(BiFunction<Window, List<Member>, List<T>> calculate) {
    return members.entrySet().stream()
        .flatMap(entry -> calculate.apply(entry.getKey(), entry.getValue()).stream())
        .toList();
  }

  private static List<Map<String, Object>> rows(List<? extends Record> records) {
    return records.stream().map(Columns::row).toList();
  }

  private static Map<String, Person> persons(World world) {
    Map<String, Person> persons = new TreeMap<>();
    for (Person person : world.persons()) {
      persons.put(PncId.canonical(person.pncId(), world.snapshotDate()).orElseThrow(), person);
    }
    return persons;
  }

  private Collection<Career> careers(Map<String, Person> persons, Reference reference) {
    Map<String, List<Sanction>> sanctions = Sanctions.of(world, reference);
    Map<String, List<Release>> releases =
        linked("prison_release", world.releases(), Release::releaseId);
    Map<String, List<Case>> cases = linked("probation_case", world.cases(), Case::caseId);
    Map<String, Career> careers = new TreeMap<>();
    persons.forEach(
        (pncId, person) ->
            careers.put(
                pncId,
                new Career(
                    pncId,
                    person,
                    sanctions.getOrDefault(pncId, List.of()),
                    releases.getOrDefault(pncId, List.of()),
                    cases.getOrDefault(pncId, List.of()))));
    return careers.values();
  }

  private List<Entry> unlinked() {
    return linked("prison_release", world.releases(), Release::releaseId)
        .getOrDefault("", List.of())
        .stream()
        .filter(Entries::isEntry)
        .map(Entries::unlinked)
        .toList();
  }

  /** Rows by the person they are linked to; those of nobody under the empty text. */
  private <T> Map<String, List<T>> linked(String resource, List<T> rows, Function<T, String> id) {
    Map<String, String> persons =
        links.stream()
            .filter(link -> link.resource().equals(resource))
            .collect(
                Collectors.toMap(Link::rowId, link -> link.pncId() == null ? "" : link.pncId()));
    return rows.stream().collect(Collectors.groupingBy(row -> persons.get(id.apply(row))));
  }
}
