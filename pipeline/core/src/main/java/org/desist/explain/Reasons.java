// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.explain;

/** The rules in words, as they are told to whoever asks why. */
final class Reasons {
  private Reasons() {}

  /** Why an entry event is, or is not, the index event. */
  static String ofEntry(String verdict, String exclusion) {
    return switch (verdict) {
      case "INDEX" -> "the earliest usable entry event of the cohort: the index event";
      case "LATER" -> "a person is in a cohort once, at the earliest usable entry event";
      case "OUTRANKED" ->
          "another entry event of the same day goes first: release, then conviction, then caution;"
              + " then the more severe";
      case "EXCLUDED" -> ofExclusion(exclusion);
      default -> throw new IllegalArgumentException("no words for the verdict " + verdict);
    };
  }

  private static String ofExclusion(String exclusion) {
    return switch (exclusion) {
      case "NO_INDEX_OFFENCE" -> "no custodial conviction on or before the release";
      case "NO_BIRTH_DATE" -> "the PNC has no date of birth";
      case "UNDER_10" -> "under ten at the index date";
      case "DIED_BEFORE_INDEX" -> "died before the index date";
      default -> throw new IllegalArgumentException("no words for the exclusion " + exclusion);
    };
  }

  /** Why an event is no entry event. */
  static String ofOther(String reason) {
    return switch (reason) {
      case "RELEASE_REMAND" -> "released from remand, not from a sentence";
      case "RELEASE_RECALL" -> "released again after recall on the same sentence";
      case "RELEASE_DEPORTED" -> "deported: could not reoffend here";
      case "RELEASE_TRANSFERRED" -> "transferred, not released";
      case "RELEASE_DIED" -> "died in prison";
      case "PENALTY_NOTICE" -> "a penalty notice is no proof event";
      case "NO_COUNTABLE_OFFENCE" -> "none of its offences is countable";
      case "CUSTODY_ENTERS_BY_RELEASE" -> "a custodial sentence: entry is at the release";
      default -> throw new IllegalArgumentException("no words for the reason " + reason);
    };
  }

  /** Why a later offence counts as a reoffence, or does not. */
  static String ofOffence(String verdict) {
    return switch (verdict) {
      case "COUNTED" -> "committed within the follow-up and proven in time: a reoffence";
      case "INDEX_EVENT" -> "proven at the index event itself";
      case "PSEUDO_RECONVICTION" -> "committed on or before the index date, proven after it";
      case "TOO_LATE" -> "committed after the follow-up ended";
      case "PROVEN_TOO_LATE" -> "committed in time, proven after the waiting period";
      case "NOT_A_CONVICTION" -> "the measure is reconviction, and this was no conviction";
      case "PENALTY_NOTICE" -> "a penalty notice is no proof event";
      case "NOT_RECORDABLE" -> "not a recordable offence";
      case "NOT_ENGLAND_WALES" -> "not committed in England or Wales";
      case "NOT_POLICE" -> "not prosecuted by the police";
      case "BREACH" -> "a breach, not a new offence";
      case "TAKEN_INTO_CONSIDERATION" -> "taken into consideration, not charged";
      case "EXCLUDED_DISPOSAL" -> "its result carries no sentence";
      default -> throw new IllegalArgumentException("no words for the verdict " + verdict);
    };
  }
}
