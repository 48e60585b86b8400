// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desist.generate.Extract.ExtractRow;
import org.desist.generate.ParticipantLists.Participation;

/** The rows of a run of persons, by extract, with the truth about them. For one thread. */
final class Batch {
  private final Map<String, List<ExtractRow>> rows = new LinkedHashMap<>();
  private final List<String[]> links = new ArrayList<>();
  private final Map<String, Integer> participants = new TreeMap<>();
  private final List<Participation> participations = new ArrayList<>();

  void add(ExtractRow row) {
    rows.computeIfAbsent(row.extract().name(), name -> new ArrayList<>()).add(row);
  }

  /** Notes whose record a row is; nobody's when the police hold none. */
  void link(String resource, String id, Person person) {
    links.add(new String[] {resource, id, person.recorded() ? person.pncId().longForm() : ""});
  }

  void participation(Participation participation) {
    participants.merge(participation.referral().service().name(), 1, Integer::sum);
    participations.add(participation);
  }

  List<ExtractRow> rows(Extract extract) {
    return rows.getOrDefault(extract.name(), List.of());
  }

  List<String[]> links() {
    return links;
  }

  /** Who took part in what, in the order of the persons. */
  List<Participation> participations() {
    return participations;
  }

  /** How many took part in each service. */
  Map<String, Integer> participants() {
    return participants;
  }
}
