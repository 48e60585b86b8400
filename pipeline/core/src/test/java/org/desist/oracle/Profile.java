// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Who a member was at the index date. Sentence columns are null but for releases. */
record Profile(
    LocalDate indexDate,
    String entryType,
    String indexCategory,
    String indexHoCode,
    String indexOffenceGroup,
    String segment,
    String courtMode,
    int ageAtIndex,
    String adultJuvenile,
    String sex,
    String ageBand,
    String ethnicity,
    int previousOffences,
    int previousSanctions,
    String previousOffencesBand,
    Integer sentenceLengthDays,
    String sentenceLengthBand) {

  static Profile of(Entry entry, Reference reference) {
    Person person = entry.career().person();
    Counted lead = entry.index().lead();
    List<Sanction> previous = entry.career().before(entry.index().date());
    int previousOffences = previous.stream().mapToInt(s -> s.offences().size()).sum();
    int age = Ages.at(person.dateOfBirth(), entry.date());
    Release release = entry.release();
    return new Profile(
        entry.date(),
        entry.type().name(),
        entry.category(),
        lead.offence().hoCode(),
        lead.code().group(),
        lead.code().segment(),
        lead.code().courtMode(),
        age,
        age >= 18 ? "adult" : "juvenile",
        Objects.requireNonNullElse(person.sex(), "U"),
        Ages.band(age),
        reference.ethnicity(person.ethnicAppearance()),
        previousOffences,
        previous.size(),
        previousBand(previousOffences),
        release == null ? null : release.sentenceLengthDays(),
        release == null ? null : sentenceBand(release));
  }

  private static String previousBand(int offences) {
    if (offences == 0) {
      return "0";
    } else if (offences <= 2) {
      return "1-2";
    } else if (offences <= 6) {
      return "3-6";
    } else if (offences <= 10) {
      return "7-10";
    }
    return "11+";
  }

  private static String sentenceBand(Release release) {
    Integer days = release.sentenceLengthDays();
    if ("INDETERMINATE".equals(release.sentenceKind())) {
      return "indeterminate";
    } else if (days == null) {
      return "UNKNOWN";
    } else if (days <= 183) {
      return "up to 6 months";
    } else if (days <= 364) {
      return "over 6 to under 12 months";
    } else if (days <= 729) {
      return "12 months to under 2 years";
    } else if (days <= 1459) {
      return "2 to under 4 years";
    } else if (days <= 3649) {
      return "4 to under 10 years";
    }
    return "10 years and over";
  }
}
