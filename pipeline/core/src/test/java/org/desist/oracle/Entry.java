// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * An event by which someone may enter a cohort.
 *
 * @param career null for a release that is not linked
 * @param release null unless the type is RELEASE
 * @param index the index event; null for a release without one
 */
record Entry(Type type, LocalDate date, Career career, Release release, Sanction index) {
  /** In the order in which they win on one date. */
  enum Type {
    RELEASE,
    CONVICTION,
    CAUTION
  }

  /** Why an entry event is not usable, in the order in which reasons apply. */
  enum Reason {
    NOT_LINKED,
    NO_INDEX_OFFENCE,
    NO_BIRTH_DATE,
    UNDER_10,
    DIED_BEFORE_INDEX
  }

  /** Earliest first, with every tie broken. Only for usable entry events. */
  static final Comparator<Entry> EARLIEST =
      Comparator.comparing(Entry::date)
          .thenComparing(Entry::type)
          .thenComparing(Entry::index, Sanction.SEVERITY)
          .thenComparing(Entry::releaseId, Texts.BYTES);

  /** Empty but for releases. */
  private String releaseId() {
    return release == null ? "" : release.releaseId();
  }

  /** Every rule that it breaks. Of a release that is not linked nothing else is known. */
  Set<Reason> broken() {
    Set<Reason> broken = EnumSet.noneOf(Reason.class);
    if (career == null) {
      return EnumSet.of(Reason.NOT_LINKED);
    }
    if (index == null) {
      broken.add(Reason.NO_INDEX_OFFENCE);
    }
    Person person = career.person();
    if (person.dateOfBirth() == null) {
      broken.add(Reason.NO_BIRTH_DATE);
    } else if (Ages.at(person.dateOfBirth(), date) < 10) {
      broken.add(Reason.UNDER_10);
    }
    if (person.dateOfDeath() != null && person.dateOfDeath().isBefore(date)) {
      broken.add(Reason.DIED_BEFORE_INDEX);
    }
    return broken;
  }

  /** Why it is not usable: the first reason that applies; empty when it is. */
  Optional<Reason> exclusion() {
    return broken().stream().findFirst();
  }

  boolean isUsable() {
    return exclusion().isEmpty();
  }

  /** One of the seven index categories. */
  String category() {
    return switch (type) {
      case RELEASE -> "CUSTODY";
      case CAUTION -> "CAUTION";
      case CONVICTION ->
          switch (index.disposal()) {
            case "SUSPENDED_SENTENCE", "COMMUNITY_ORDER", "YOUTH_ORDER" -> "COURT_ORDER";
            case "CAUTION" -> "OTHER";
            default -> index.disposal();
          };
    };
  }
}
