// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All that is known of one PNC person: sanctions, and the releases and cases linked to it. */
record Career(
    String pncId,
    Person person,
    List<Sanction> sanctions,
    List<Release> releases,
    List<Case> cases) {

  /** The sanctions dated before a date. */
  List<Sanction> before(LocalDate date) {
    return sanctions.stream().filter(sanction -> sanction.date().isBefore(date)).toList();
  }

  /** The custodial conviction that a release is from, if any. */
  Optional<Sanction> sentenced(Release release) {
    List<Sanction> custodial =
        sanctions.stream().filter(s -> s.isConviction() && s.isCustodial()).toList();
    Optional<Sanction> onTheDay = mostSevere(custodial, release.sentenceDate());
    return onTheDay.isPresent()
        ? onTheDay
        : custodial.stream()
            .map(Sanction::date)
            .filter(date -> !date.isAfter(release.releaseDate()))
            .max(LocalDate::compareTo)
            .flatMap(latest -> mostSevere(custodial, latest));
  }

  private static Optional<Sanction> mostSevere(List<Sanction> sanctions, LocalDate date) {
    return sanctions.stream()
        .filter(sanction -> sanction.date().equals(date))
        .min(Sanction.SEVERITY);
  }
}
