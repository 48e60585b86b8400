// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a member belongs, one column per geography. */
record Place(
    String region,
    String regionDraft2019,
    String provider,
    String providerType,
    String deliveryUnit,
    String policeForce,
    String localAuthority,
    String prison,
    String regionBasis) {

  /** A region and the route by which it was found. */
  private record Route(String region, String basis) {}

  static Place of(Entry entry, Settings settings, Reference reference) {
    Optional<Case> found = supervising(entry, settings);
    String provider = found.map(Case::providerCode).orElse("NONE");
    String unit = found.map(Case::deliveryUnitCode).orElse("NONE");
    String authority = found.map(Case::localAuthorityCode).orElse("UNKNOWN");
    String force =
        Objects.requireNonNullElse(entry.index().lead().offence().forceCode(), "UNKNOWN");
    Route route =
        Stream.of(
                new Route(reference.unitRegion(unit), "DELIVERY_UNIT"),
                new Route(reference.authorityRegion(authority), "LOCAL_AUTHORITY"),
                new Route(reference.providerRegion(provider), "PROVIDER"),
                new Route(reference.force(force).region(), "POLICE_FORCE"),
                new Route("UNKNOWN", "UNKNOWN"))
            .filter(candidate -> candidate.region() != null)
            .findFirst()
            .orElseThrow();
    return new Place(
        route.region(),
        reference.draft(route.region()),
        provider,
        found.isPresent() ? reference.providerType(provider) : "NONE",
        unit,
        force,
        authority,
        entry.release() == null ? null : entry.release().establishmentCode(),
        route.basis());
  }

  private static Optional<Case> supervising(Entry entry, Settings settings) {
    LocalDate index = entry.date();
    LocalDate earliest = index.minusDays(settings.caseDaysBefore());
    LocalDate latest = index.plusDays(settings.caseDaysAfter());
    return entry.career().cases().stream()
        .filter(row -> !row.startDate().isBefore(earliest) && !row.startDate().isAfter(latest))
        .filter(row -> row.endDate() == null || !row.endDate().isBefore(index))
        .min(
            Comparator.comparingLong(
                    (Case row) -> Math.abs(ChronoUnit.DAYS.between(index, row.startDate())))
                .thenComparing(Case::caseId, Texts.BYTES));
  }
}
