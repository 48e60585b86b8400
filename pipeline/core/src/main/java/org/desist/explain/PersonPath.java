// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.explain;

import java.time.LocalDate;
import java.util.List;

/**
 * What the rules made of one person in one cohort.
 *
 * @param entryEvents what might have brought the person in, by date, type, id
 * @param laterOffences offences after an index date or proven after it, by index date, start, id;
 *     empty when the person has no index event in the cohort
 */
public record PersonPath(List<EntryEvent> entryEvents, List<LaterOffence> laterOffences) {
  public PersonPath {
    entryEvents = List.copyOf(entryEvents);
    laterOffences = List.copyOf(laterOffences);
  }

  /**
   * The events by which the person is in the cohort: one, or up to one in each of four quarters.
   */
  public List<EntryEvent> indexEvents() {
    return entryEvents.stream().filter(event -> event.verdict().equals("INDEX")).toList();
  }

  /** The later offences of one of them. */
  public List<LaterOffence> laterOffences(EntryEvent indexEvent) {
    return laterOffences.stream()
        .filter(offence -> offence.indexDate().equals(indexEvent.date()))
        .toList();
  }

  /**
   * An entry event considered.
   *
   * @param date index date it would have
   * @param type {@code RELEASE}, {@code CONVICTION}, {@code CAUTION} or what else the event is
   * @param id release or event
   * @param verdict a word, such as {@code INDEX}, {@code LATER}, {@code OUTRANKED}, {@code
   *     EXCLUDED}, {@code NO_ENTRY}
   * @param reason the rule in words
   */
  public record EntryEvent(LocalDate date, String type, String id, String verdict, String reason) {}

  /**
   * An offence judged as a reoffence.
   *
   * @param indexDate date of the index event that it comes after
   * @param offenceId the offence
   * @param start when it was committed, as the rules date it
   * @param proven date of its proof event
   * @param code Home Office code
   * @param offenceClass title of the class that the code belongs to, or null for an unknown code
   * @param verdict a word, such as {@code COUNTED} or {@code NOT_COUNTED}
   * @param reason the rule in words
   */
  public record LaterOffence(
      LocalDate indexDate,
      String offenceId,
      LocalDate start,
      LocalDate proven,
      String code,
      String offenceClass,
      String verdict,
      String reason) {}
}
