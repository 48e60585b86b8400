// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.method;

import java.util.List;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The constants behind every figure, as a method file gives them. Months are calendar months,
 * shares lie between 0 and 1.
 *
 * @param method the name that outputs carry
 * @param followUpMonths time to commit a reoffence
 * @param proofMonths further time to prove it
 * @param loadingLagMonths how late a conviction may still reach a snapshot
 * @param breach changes to the list of breach codes
 * @param attribution which case belongs to an index date
 * @param confidence two-sided level of intervals
 * @param ogrs3 constants of the score
 * @param disclosure thresholds of what may leave
 * @param baselines what a run is held against
 * @param guards when a snapshot is refused
 */
public record Method(
    String method,
    int followUpMonths,
    int proofMonths,
    int loadingLagMonths,
    Breach breach,
    Attribution attribution,
    double confidence,
    Ogrs3 ogrs3,
    Disclosure disclosure,
    Baselines baselines,
    Guards guards) {
  public Method {
    require(!method.isBlank(), "method", method, "give it a name");
    require(followUpMonths > 0, "follow_up_months", followUpMonths, "it must be at least 1");
    require(followUpMonths <= 12, "follow_up_months", followUpMonths, "it can be at most 12");
    require(proofMonths >= 0, "proof_months", proofMonths, "it cannot be negative");
    require(loadingLagMonths >= 0, "loading_lag_months", loadingLagMonths, "it cannot be negative");
    require(confidence > 0 && confidence < 1, "confidence", confidence, "it lies between 0 and 1");
  }

  /** Codes that are, or are not, breaches whatever the reference table says. */
  public record Breach(List<String> add, List<String> remove) {
    public Breach {
      add = List.copyOf(add);
      remove = List.copyOf(remove);
    }
  }

  /** Days a case may start before or after the index date. */
  public record Attribution(int daysBefore, int daysAfter) {}

  /** Constants of OGRS3. */
  public record Ogrs3(
      double copasFactor,
      double firstSanction,
      double repeatSanction,
      double oneYearConstant,
      double twoYearConstant) {}

  /** Thresholds of disclosure control, in people. */
  public record Disclosure(int minimumOffenders, int smallestCount) {}

  /**
   * Frozen baselines and how they are used.
   *
   * @param names each {@code NAME} or {@code NAME@VERSION}
   * @param geographies types of geography that are compared
   * @param breakdowns that are compared
   * @param z normal quantile of the limits around a baseline rate
   */
  public record Baselines(
      List<String> names, List<String> geographies, List<String> breakdowns, double z) {
    public Baselines {
      names = List.copyOf(names);
      geographies = List.copyOf(geographies);
      breakdowns = List.copyOf(breakdowns);
      require(z > 0, "baselines.z", z, "it must be above 0");
    }
  }

  /** Shares of rows beyond which a snapshot is refused. */
  public record Guards(double rejectedShare, double fewerRowsShare, double moreRowsShare) {
    public Guards {
      require(rejectedShare >= 0, "guards.rejected_share", rejectedShare, "it cannot be negative");
      require(
          fewerRowsShare >= 0, "guards.fewer_rows_share", fewerRowsShare, "it cannot be negative");
      require(moreRowsShare >= 0, "guards.more_rows_share", moreRowsShare, "it cannot be negative");
    }
  }

  /** Months from the index date until everything about it should be known. */
  public int observedMonths() {
    return followUpMonths + proofMonths + loadingLagMonths;
  }

  /** The normal quantile of the confidence level, 1.9599... at 0.95. */
  public double z() {
    return new NormalDistribution().inverseCumulativeProbability((1 + confidence) / 2);
  }

  private static void require(boolean holds, String key, Object value, String rule) {
    if (!holds) {
      throw new DesistException(
          ErrorCode.BAD_METHOD,
          "Cannot use the method file: %s is %s, but %s".formatted(key, value, rule));
    }
  }
}
