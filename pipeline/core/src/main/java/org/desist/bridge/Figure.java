// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.bridge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.desist.bridge.CellBridge.CellCounts;

/** What can be bridged: a numerator over a denominator, both counts of a cell. */
public enum Figure {
  /** Reoffenders per offender, shown in per cent. */
  REOFFENDING_RATE(100, "Reoffending rate, per cent of offenders"),
  /** Reoffences per reoffender. */
  REOFFENCES_PER_REOFFENDER(1, "Reoffences per reoffender");

  private final int scale;
  private final String words;

  Figure(int scale, String words) {
    this.scale = scale;
    this.words = words;
  }

  /** As it is shown. */
  public String words() {
    return words;
  }

  /** The column of the mart. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the ratio is multiplied with where it is shown: 100 for per cent. */
  public int scale() {
    return scale;
  }

  /**
   * The figure as it is shown.
   *
   * @param places decimal places, 0 or more; rounded half up
   * @return empty when the denominator is 0
   */
  public Optional<BigDecimal> shown(CellCounts counts, int places) {
    if (denominator(counts) == 0) {
      return Optional.empty();
    }
    return Optional.of(
        BigDecimal.valueOf(numerator(counts))
            .multiply(BigDecimal.valueOf(scale))
            .divide(BigDecimal.valueOf(denominator(counts)), places, RoundingMode.HALF_UP));
  }

  long numerator(CellCounts counts) {
    return switch (this) {
      case REOFFENDING_RATE -> counts.reoffenders();
      case REOFFENCES_PER_REOFFENDER -> counts.reoffences();
    };
  }

  long denominator(CellCounts counts) {
    return switch (this) {
      case REOFFENDING_RATE -> counts.offenders();
      case REOFFENCES_PER_REOFFENDER -> counts.reoffenders();
    };
  }

  static Figure of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
