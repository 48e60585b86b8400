// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A row of the unsuppressed {@code reoffending_rate}. */
record Rate(
    String cohortWindow,
    LocalDate cohortStart,
    LocalDate cohortEnd,
    String cohortStatus,
    Double shareObserved,
    String geographyType,
    String geographyCode,
    String breakdown,
    String category,
    Integer offenders,
    Integer persons,
    Integer reoffenders,
    Integer reoffences,
    Double meanPreviousOffences,
    Double reoffendingRate,
    Double rateLower,
    Double rateUpper,
    Double reoffencesPerReoffender,
    Double reoffencesPerOffender,
    Double expectedRate,
    Integer reoffenceEvents,
    Double reoffenceEventsPerOffender,
    String measure,
    String score) {

  /** What this calculation counts: convictions and cautions. */
  static final String MEASURE = "reoffending";

  /** Where a row belongs. */
  record Cell(String geographyType, String geographyCode, String breakdown, String category) {}

  static Rate of(Window window, String status, Cell cell, List<Member> members) {
    int offenders = members.size();
    int reoffenders = (int) members.stream().filter(m -> m.outcome().reoffended()).count();
    int reoffences = members.stream().mapToInt(m -> m.outcome().reoffences()).sum();
    int events = members.stream().mapToInt(Rate::events).sum();
    int previous = members.stream().mapToInt(m -> m.profile().previousOffences()).sum();
    Wilson interval = Wilson.of((double) reoffenders / offenders, effectiveSize(members));
    return new Rate(
        window.kind().code(),
        window.start(),
        window.end(),
        status,
        shareObserved(members),
        cell.geographyType(),
        cell.geographyCode(),
        cell.breakdown(),
        cell.category(),
        offenders,
        (int) members.stream().map(Member::pncId).distinct().count(),
        reoffenders,
        reoffences,
        share(previous, offenders),
        share(reoffenders, offenders),
        interval.lower(),
        interval.upper(),
        share(reoffences, reoffenders),
        share(reoffences, offenders),
        expected(members),
        events,
        share(events, offenders),
        MEASURE,
        members.get(0).score());
  }

  /**
   * Members by the clustered variance of their rate over the binomial one, where it is greater: sum
   * over persons of (r - p n)^2 by N p (1 - p).
   */
  static double effectiveSize(List<Member> members) {
    double size = members.size();
    double rate = members.stream().filter(m -> m.outcome().reoffended()).count() / size;
    if (rate == 0 || rate == 1) {
      return size;
    }
    double clustered =
        members.stream().collect(Collectors.groupingBy(Member::pncId)).values().stream()
            .mapToDouble(
                times ->
                    times.stream().filter(m -> m.outcome().reoffended()).count()
                        - rate * times.size())
            .map(residual -> residual * residual)
            .sum();
    return size / Math.max(1, clustered / (size * rate * (1 - rate)));
  }

  private static int events(Member member) {
    return (int) member.reoffences().stream().map(Reoffence::eventId).distinct().count();
  }

  /** Of members, those whose time to offend, to prove and to load has passed. */
  static Double shareObserved(List<Member> members) {
    return share((int) members.stream().filter(Member::observed).count(), members.size());
  }

  /** Null when there is nothing to divide by. */
  private static Double share(int part, int whole) {
    return whole == 0 ? null : (double) part / whole;
  }

  /** The mean over those who have a score; null when nobody has. */
  private static Double expected(List<Member> members) {
    List<BigDecimal> scores =
        members.stream().map(member -> member.risk().oneYear()).filter(Objects::nonNull).toList();
    return scores.isEmpty()
        ? null
        : scores.stream()
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .divide(BigDecimal.valueOf(scores.size()), MathContext.DECIMAL128)
            .doubleValue();
  }
}
