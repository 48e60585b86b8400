// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * How far apart two matched units may be, both ends included.
 *
 * @param width above 0; infinite for no caliper
 * @param scale what the width is measured in
 */
public record Caliper(double width, CaliperScale scale) {
  /** No limit. */
  public static final Caliper NONE = new Caliper(Double.POSITIVE_INFINITY, CaliperScale.SCORE);

  public Caliper {
    if (!(width > 0)) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot match within a caliper of %s: it must be above 0. Give another."
              .formatted(width));
    }
  }
}
