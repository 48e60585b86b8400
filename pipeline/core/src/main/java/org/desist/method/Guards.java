// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.method;

import java.util.List;

/**
 * What a run may differ by from what was published before it. Beyond a soft level it is reported,
 * beyond a hard one nothing is published. Shares lie between 0 and 1.
 *
 * @param rejectedShare share of a resource's rows that may be refused
 * @param fewerRowsShare by which a resource may have fewer rows than in the version readers see
 * @param moreRowsShare by which it may have more
 * @param softRejectedShare the same, told only; never reached where it is above rejectedShare
 * @param softFewerRowsShare the same, told only
 * @param softMoreRowsShare the same, told only
 * @param history which versions count
 * @param marts rows of marts
 * @param mix shares by category
 * @param rate rates of the newest final cohort
 * @param revision rates of a cohort that was final before
 */
public record Guards(
    double rejectedShare,
    double fewerRowsShare,
    double moreRowsShare,
    double softRejectedShare,
    double softFewerRowsShare,
    double softMoreRowsShare,
    History history,
    Marts marts,
    Mix mix,
    Rate rate,
    Revision revision) {
  public Guards {
    share("rejected_share", rejectedShare);
    share("fewer_rows_share", fewerRowsShare);
    share("more_rows_share", moreRowsShare);
    share("soft_rejected_share", softRejectedShare);
    share("soft_fewer_rows_share", softFewerRowsShare);
    share("soft_more_rows_share", softMoreRowsShare);
  }

  /**
   * Which versions a run is compared with.
   *
   * @param versions how many of the latest, one per snapshot, at least {@code minimum}
   * @param minimum how many there must be for mix and rate, 1 or more
   */
  public record History(int versions, int minimum) {
    public History {
      Method.require(minimum > 0, "guards.history.minimum", minimum, "it must be at least 1");
      Method.require(
          versions >= minimum,
          "guards.history.versions",
          versions,
          "it cannot be less than guards.history.minimum");
    }
  }

  /**
   * By what share a mart's rows may differ from those of the version before.
   *
   * @param minimumRows fewer before are not evaluated
   */
  public record Marts(double softShare, double hardShare, int minimumRows) {
    public Marts {
      soft("marts.soft_share", softShare, "marts.hard_share", hardShare);
      least("marts.minimum_rows", minimumRows);
    }
  }

  /**
   * Population stability index.
   *
   * @param soft index beyond which it is reported
   * @param hard index beyond which nothing is published
   * @param minimumOffenders fewer, now or before, are not evaluated
   * @param chance quantile of what chance does to the index; a level is never below it
   * @param breakdowns of reoffending_rate, and {@code region}
   */
  public record Mix(
      double soft, double hard, int minimumOffenders, double chance, List<String> breakdowns) {
    public Mix {
      Guards.soft("mix.soft", soft, "mix.hard", hard);
      least("mix.minimum_offenders", minimumOffenders);
      Method.require(
          chance > 0 && chance < 1, "guards.mix.chance", chance, "it lies between 0 and 1");
      breakdowns = List.copyOf(breakdowns);
    }
  }

  /**
   * Rates against their mean in the history. A level is the larger of a plain distance and of a
   * number of standard deviations, of the history and of chance together.
   *
   * @param softPoints percentage points of the reoffending rate
   * @param softShare share of the reoffences per reoffender
   * @param softSpread standard deviations
   * @param minimumOffenders fewer, now or before, are not evaluated
   */
  public record Rate(
      double softPoints,
      double hardPoints,
      double softShare,
      double hardShare,
      double softSpread,
      double hardSpread,
      int minimumOffenders) {
    public Rate {
      soft("rate.soft_points", softPoints, "rate.hard_points", hardPoints);
      soft("rate.soft_share", softShare, "rate.hard_share", hardShare);
      soft("rate.soft_spread", softSpread, "rate.hard_spread", hardSpread);
      least("rate.minimum_offenders", minimumOffenders);
    }
  }

  /**
   * The rate of a cohort that was final before, in percentage points.
   *
   * @param minimumOffenders fewer, now or before, are not evaluated
   */
  public record Revision(double softPoints, double hardPoints, int minimumOffenders) {
    public Revision {
      soft("revision.soft_points", softPoints, "revision.hard_points", hardPoints);
      least("revision.minimum_offenders", minimumOffenders);
    }
  }

  private static void share(String key, double share) {
    Method.require(share >= 0, "guards." + key, share, "it cannot be negative");
  }

  private static void soft(String softKey, double soft, String hardKey, double hard) {
    Method.require(soft >= 0, "guards." + softKey, soft, "it cannot be negative");
    Method.require(
        hard >= soft, "guards." + hardKey, hard, "it cannot be less than guards." + softKey);
  }

  private static void least(String key, int number) {
    Method.require(number > 0, "guards." + key, number, "it must be at least 1");
  }
}
