// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * Where lights change, in percent of a standard deviation.
 *
 * @param green the largest standardised mean difference, of either sign, that is green
 * @param amber the largest that is amber
 */
public record BalanceThresholds(double green, double amber) {
  public BalanceThresholds {
    if (!(green >= 0 && amber >= green)) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot judge balance as green to %s and amber to %s. Give two numbers from 0 up, the first not above the second."
              .formatted(green, amber));
    }
  }

  /** The light of a standardised mean difference. */
  public Light light(double difference) {
    double size = Math.abs(difference);
    if (Double.isNaN(size)) {
      return Light.NOT_EVALUATED;
    }
    if (size <= green) {
      return Light.GREEN;
    }
    return size <= amber ? Light.AMBER : Light.RED;
  }
}
