// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.bridge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/** Rounds parts so that they add up to a rounded whole, each by less than one unit. */
final class LargestRemainder {
  private LargestRemainder() {}

  /**
   * Rounds every part down, then gives the units that are missing to the parts that lost most; of
   * equal ones to the first.
   *
   * @param parts exact values
   * @param whole what they shall add up to, less than one unit away from their exact sum
   * @param places decimal places, 0 or more
   */
  static List<BigDecimal> round(List<BigFraction> parts, BigDecimal whole, int places) {
    BigDecimal unit = BigDecimal.ONE.movePointLeft(places);
    List<BigDecimal> rounded = new ArrayList<>();
    for (BigFraction part : parts) {
      rounded.add(part.bigDecimalValue(places, RoundingMode.FLOOR));
    }
    BigDecimal sum = rounded.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    int missing = whole.subtract(sum).divide(unit).intValueExact();
    IntStream.range(0, parts.size())
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> lost(parts.get(i), rounded.get(i))).reversed())
        .limit(missing)
        .forEach(i -> rounded.set(i, rounded.get(i).add(unit)));
    return rounded;
  }

  private static BigFraction lost(BigFraction exact, BigDecimal rounded) {
    return exact.subtract(
        new BigFraction(rounded.unscaledValue(), java.math.BigInteger.TEN.pow(rounded.scale())));
  }
}
