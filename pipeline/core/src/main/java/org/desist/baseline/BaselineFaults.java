// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.baseline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.desist.ingest.KnownCodes;

/**
 * What is wrong with a row that somebody wants to freeze: figures that contradict each other, as
 * when a column has slipped, and places that there are not. Figures agree when they are the same to
 * the digits given.
 */
final class BaselineFaults {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final LocalDate FIRST_QUARTER = LocalDate.of(1970, 1, 1);
  private static final long MOST_REOFFENCES = 1_000_000_000L;

  /** A share is not given to no decimals: what shows as 0 or 1 may have lost two zeros. */
  private static final int LOST_ZEROS = 2;

  private static final int SHOWN_PLACES = 4;

  private final BaselineRow row;
  private final List<String> faults = new ArrayList<>();

  private BaselineFaults(BaselineRow row) {
    this.row = row;
  }

  /** Faults of the figures. */
  static List<String> ofFigures(BaselineRow row) {
    BaselineFaults found = new BaselineFaults(row);
    found.checkShare("reoffending_rate", row.rate());
    found.checkShare("expected_rate", row.expectedRate());
    found.checkReoffenders();
    found.checkShortReleases();
    boolean isCounted = row.reoffenders() != null;
    if (isCounted || (row.rate() != null && row.rate().compareTo(BigDecimal.ONE) <= 0)) {
      found.checkReoffences();
    }
    return found.faults;
  }

  /**
   * Faults of place, category and time.
   *
   * @param today no quarter begins after it
   */
  static List<String> ofKey(BaselineRow row, LocalDate today) {
    List<String> faults = new ArrayList<>();
    KnownCodes.faultOfPlace(row.geographyType(), row.geographyCode()).ifPresent(faults::add);
    KnownCodes.faultOfCategory(row.breakdown(), row.category()).ifPresent(faults::add);
    LocalDate start = row.quarterStart();
    if (start.isBefore(FIRST_QUARTER) || start.isAfter(today) || start.getDayOfMonth() != 1) {
      faults.add(
          "quarter_start %s is no first day of a quarter from %s to %s: correct it"
              .formatted(start, FIRST_QUARTER, today));
    }
    return faults;
  }

  private void checkShare(String column, BigDecimal value) {
    if (value == null || value.compareTo(BigDecimal.ONE) <= 0) {
      return;
    }
    String percent =
        value.compareTo(HUNDRED) <= 0
            ? ": %s percent is written %s".formatted(shown(value), shown(value.movePointLeft(2)))
            : ": correct it";
    faults.add(
        "%s %s is above 1, and it is a share of 1%s".formatted(column, shown(value), percent));
  }

  private void checkReoffenders() {
    BigDecimal offenders = BigDecimal.valueOf(row.offenders());
    if (row.reoffenders() == null && row.rate() == null) {
      faults.add("it has neither reoffenders nor a reoffending_rate; give one of them");
    } else if (row.reoffenders() != null && row.reoffenders() > row.offenders()) {
      faults.add(
          String.format(
              Locale.ROOT,
              "%d reoffenders are more than %d offenders; correct one",
              row.reoffenders(),
              row.offenders()));
    } else if (row.offenders() == 0 && row.rate() != null && row.rate().signum() > 0) {
      faults.add(
          "0 offenders have no reoffending_rate, and it says %s; correct one"
              .formatted(shown(row.rate())));
    } else if (row.reoffenders() != null
        && row.rate() != null
        && row.rate().compareTo(BigDecimal.ONE) <= 0) {
      BigDecimal reoffenders = BigDecimal.valueOf(row.reoffenders());
      BigDecimal apart = row.rate().multiply(offenders).subtract(reoffenders).abs();
      if (apart.compareTo(half(row.rate(), LOST_ZEROS).multiply(offenders)) > 0) {
        faults.add(
            String.format(
                Locale.ROOT,
                "%d reoffenders of %d offenders are %s, not the reoffending_rate %s; correct one",
                row.reoffenders(),
                row.offenders(),
                quotient(reoffenders, offenders, row.rate()),
                shown(row.rate())));
      }
    }
  }

  private void checkShortReleases() {
    if (row.shortReleases() != null && row.shortReleases() > row.offenders()) {
      faults.add(
          String.format(
              Locale.ROOT,
              "%d short_releases are more than %d offenders; correct one",
              row.shortReleases(),
              row.offenders()));
    }
  }

  private void checkReoffences() {
    boolean isNobody = row.reoffendersBillionths() == 0;
    BigDecimal frequency = row.frequency();
    if (isNobody && row.reoffences() != null && row.reoffences() > 0) {
      faults.add("it has reoffences but no reoffenders; correct one");
    } else if (isNobody && frequency != null && frequency.signum() > 0) {
      faults.add("it has reoffences_per_reoffender but no reoffenders; correct one");
    } else if (!isNobody && frequency != null && frequency.compareTo(BigDecimal.ONE) < 0) {
      faults.add(
          "reoffences_per_reoffender %s is below 1, and every reoffender has at least one: is it per offender? Divide by reoffenders"
              .formatted(shown(frequency)));
    } else if (!isNobody && row.reoffences() != null) {
      checkCount(BigDecimal.valueOf(row.reoffences()));
    } else if (frequency != null
        && frequency.multiply(reoffenders()).compareTo(BigDecimal.valueOf(MOST_REOFFENCES)) > 0) {
      faults.add(
          String.format(
              Locale.ROOT,
              "reoffences_per_reoffender %s makes more than %d reoffences; correct it",
              shown(frequency),
              MOST_REOFFENCES));
    }
  }

  private void checkCount(BigDecimal reoffences) {
    if (reoffences.compareTo(fewest()) < 0) {
      faults.add(
          "%s reoffences are fewer than %s reoffenders, each of whom has at least one; correct one"
              .formatted(shown(reoffences), shown(reoffenders())));
      return;
    }
    BigDecimal frequency = row.frequency();
    if (frequency == null) {
      return;
    }
    BigDecimal half = half(frequency, 0);
    boolean isLess = reoffences.compareTo(frequency.subtract(half).multiply(fewest())) < 0;
    boolean isMore = reoffences.compareTo(frequency.add(half).multiply(most())) > 0;
    if (isLess || isMore) {
      faults.add(
          "%s reoffences by %s reoffenders are %s, not the reoffences_per_reoffender %s; correct one"
              .formatted(
                  shown(reoffences),
                  shown(reoffenders()),
                  quotient(reoffences, reoffenders(), frequency),
                  shown(frequency)));
    }
  }

  private BigDecimal reoffenders() {
    return Optional.ofNullable(row.reoffenders())
        .map(BigDecimal::valueOf)
        .orElseGet(() -> row.rate().multiply(BigDecimal.valueOf(row.offenders())));
  }

  /** The fewest reoffenders that the rate may have been rounded from. */
  private BigDecimal fewest() {
    return reoffenders().subtract(slack());
  }

  private BigDecimal most() {
    return reoffenders().add(slack());
  }

  private BigDecimal slack() {
    return row.reoffenders() == null
        ? half(row.rate(), LOST_ZEROS).multiply(BigDecimal.valueOf(row.offenders()))
        : BigDecimal.ZERO;
  }

  /** Half of the last digit given. */
  private static BigDecimal half(BigDecimal given, int decimalsOfWhole) {
    return HALF.movePointLeft(given.scale() == 0 ? decimalsOfWhole : given.scale());
  }

  private static String quotient(BigDecimal part, BigDecimal whole, BigDecimal given) {
    int places = Math.max(SHOWN_PLACES, given.scale());
    return shown(part.divide(whole, places, RoundingMode.HALF_UP));
  }

  private static String shown(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
  }
}
