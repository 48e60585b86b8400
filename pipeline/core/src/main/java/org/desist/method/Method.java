// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.method;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.ingest.KnownCodes;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The constants behind every figure, as a method file gives them. Months are calendar months,
 * shares lie between 0 and 1.
 *
 * @param method the name that outputs carry
 * @param measure what proves a reoffence
 * @param score whose probabilities are expected
 * @param followUpMonths time to commit a reoffence
 * @param proofMonths further time to prove it
 * @param loadingLagMonths how late a conviction may still reach a snapshot
 * @param entry who enters a cohort, and as what
 * @param breach changes to the list of breach codes
 * @param attribution which case belongs to an index date
 * @param linking when a participant is linked by score
 * @param confidence two-sided level of intervals
 * @param ogrs3 constants of the score
 * @param disclosure thresholds of what may leave
 * @param scorecard how measures are coloured
 * @param projection what an interim figure may be projected from
 * @param targets falls to be reached
 * @param baselines what a run is compared with
 * @param likeForLike what makes a cohort comparable with a baseline
 * @param guards when a snapshot is refused, and when figures are not published
 * @param caseload when somebody supervised is allocated in time
 * @param localAdult how long people on the caseload are followed
 * @param iom who is in integrated offender management
 * @param standards what is expected of requirements, contact and custody
 * @param comparison how comparison requests are answered
 * @param reading past what a file is not read further
 * @param retention how long things are kept
 */
public record Method(
    String method,
    Measure measure,
    Score score,
    int followUpMonths,
    int proofMonths,
    int loadingLagMonths,
    Entry entry,
    Breach breach,
    Attribution attribution,
    Linking linking,
    double confidence,
    Ogrs3 ogrs3,
    Disclosure disclosure,
    Scorecard scorecard,
    Projection projection,
    List<Target> targets,
    Baselines baselines,
    LikeForLike likeForLike,
    Guards guards,
    Caseload caseload,
    LocalAdult localAdult,
    Iom iom,
    Standards standards,
    Comparison comparison,
    Reading reading,
    Retention retention) {
  public Method {
    require(!method.isBlank(), "method", method, "give it a name");
    require(followUpMonths > 0, "follow_up_months", followUpMonths, "it must be at least 1");
    require(followUpMonths <= 12, "follow_up_months", followUpMonths, "it can be at most 12");
    require(proofMonths >= 0, "proof_months", proofMonths, "it cannot be negative");
    require(loadingLagMonths >= 0, "loading_lag_months", loadingLagMonths, "it cannot be negative");
    require(confidence > 0 && confidence < 1, "confidence", confidence, "it lies between 0 and 1");
    targets = List.copyOf(targets);
    require(
        targets.stream().map(Target::name).distinct().count() == targets.size(),
        "targets",
        targets.stream().map(Target::name).toList(),
        "every target needs a name of its own");
    Set<String> held =
        baselines.names().stream()
            .map(name -> name.replaceFirst("@.*", ""))
            .collect(Collectors.toSet());
    for (Target target : targets) {
      require(
          target.baseline() == null || held.contains(target.baseline()),
          "targets.baseline of " + target.name(),
          target.baseline(),
          "baselines.names does not have it");
    }
  }

  /**
   * Who enters a cohort.
   *
   * @param excludedReleaseTypes releases by which nobody enters
   * @param minimumAge on the index date, in years, 0 or more
   * @param adultAge from which somebody is an adult, at least {@code minimumAge}
   */
  public record Entry(List<String> excludedReleaseTypes, int minimumAge, int adultAge) {
    public Entry {
      excludedReleaseTypes = List.copyOf(excludedReleaseTypes);
      require(minimumAge >= 0, "entry.minimum_age", minimumAge, "it cannot be negative");
      require(
          adultAge >= minimumAge,
          "entry.adult_age",
          adultAge,
          "it cannot be less than entry.minimum_age");
    }
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

  /**
   * What a link by score needs, in bits.
   *
   * @param threshold the least weight: 2 are odds of 4 to 1 that it is the same person
   * @param margin by how much it must be clear of the runner-up, 0 or more
   */
  public record Linking(double threshold, double margin) {
    public Linking {
      require(
          Double.isFinite(threshold),
          "linking.threshold",
          threshold,
          "it must be a number of bits");
      require(
          margin >= 0 && Double.isFinite(margin),
          "linking.margin",
          margin,
          "it must be a number of bits and cannot be negative");
    }
  }

  /** Constants of OGRS3. */
  public record Ogrs3(
      double copasFactor,
      double firstSanction,
      double repeatSanction,
      double oneYearConstant,
      double twoYearConstant) {}

  /** Thresholds of disclosure control, in people. */
  public record Disclosure(int minimumOffenders, int smallestCount) {}

  /** Percentage points below its target down to which a measure is amber, 0 or more. */
  public record Scorecard(double amberPoints) {
    public Scorecard {
      require(amberPoints >= 0, "scorecard.amber_points", amberPoints, "it cannot be negative");
    }
  }

  /**
   * What a projection is made from.
   *
   * @param cohorts how many of the latest final quarters are pooled, at least {@code
   *     minimumCohorts}
   * @param minimumCohorts how many there must be, 1 or more
   * @param minimumCompletion the share that must usually be proven by now, over 0 and up to 1
   */
  public record Projection(int cohorts, int minimumCohorts, double minimumCompletion) {
    public Projection {
      require(
          minimumCohorts > 0,
          "projection.minimum_cohorts",
          minimumCohorts,
          "it must be at least 1");
      require(
          cohorts >= minimumCohorts,
          "projection.cohorts",
          cohorts,
          "it cannot be less than projection.minimum_cohorts");
      require(
          minimumCompletion > 0 && minimumCompletion <= 1,
          "projection.minimum_completion",
          minimumCompletion,
          "it lies over 0 and is at most 1");
    }
  }

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
      geographies.forEach(
          type -> requireKnown("baselines.geographies", type, KnownCodes.faultOfType(type)));
      breakdowns.forEach(
          name -> requireKnown("baselines.breakdowns", name, KnownCodes.faultOfBreakdown(name)));
      require(z > 0, "baselines.z", z, "it must be above 0");
    }
  }

  /**
   * What makes a cohort comparable with a baseline of other years.
   *
   * @param shortSentencesSupervisedFrom first day, {@code YYYY-MM-DD}, on which people released
   *     from a sentence under 12 months are supervised
   * @param mixPoints greatest difference of their shares, in percentage points, 0 to 100
   */
  public record LikeForLike(String shortSentencesSupervisedFrom, double mixPoints) {
    public LikeForLike {
      day(shortSentencesSupervisedFrom);
      require(
          mixPoints >= 0 && mixPoints <= 100,
          "like_for_like.mix_points",
          mixPoints,
          "it lies from 0 to 100");
    }

    /** The first day of supervision. */
    public LocalDate supervisedFrom() {
      return day(shortSentencesSupervisedFrom);
    }

    private static LocalDate day(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        require(
            false,
            "like_for_like.short_sentences_supervised_from",
            text,
            "it must be a day, such as 2015-02-01");
        throw e;
      }
    }
  }

  /**
   * Allocation to an officer.
   *
   * @param allocationWorkingDays working days after the day of sentence, at least 0
   * @param allocationSentenceTypes kinds of supervision that it is measured of
   */
  public record Caseload(int allocationWorkingDays, List<String> allocationSentenceTypes) {
    public Caseload {
      require(
          allocationWorkingDays >= 0,
          "caseload.allocation_working_days",
          allocationWorkingDays,
          "it cannot be negative");
      allocationSentenceTypes = List.copyOf(allocationSentenceTypes);
    }
  }

  /**
   * Follow-up of people on the caseload.
   *
   * @param months to offend, from the day after the quarter's last, 1 to 12
   * @param proofMonths further months to prove it, at least 0
   */
  public record LocalAdult(int months, int proofMonths) {
    public LocalAdult {
      require(months >= 1 && months <= 12, "local_adult.months", months, "it lies from 1 to 12");
      require(proofMonths >= 0, "local_adult.proof_months", proofMonths, "it cannot be negative");
    }
  }

  /**
   * Criteria of integrated offender management, all of the two-year percent of the score, 1 to 99.
   *
   * @param percent that is enough by itself
   * @param offencePercent that is enough with an index offence of a parent group, at most percent
   * @param offenceParentGroups parent groups of offence.csv
   * @param local what single police forces add
   */
  public record Iom(
      int percent, int offencePercent, List<String> offenceParentGroups, List<Local> local) {
    public Iom {
      requirePercent("iom.percent", percent);
      requirePercent("iom.offence_percent", offencePercent);
      require(
          offencePercent <= percent,
          "iom.offence_percent",
          offencePercent,
          "it cannot be more than iom.percent, " + percent);
      offenceParentGroups = List.copyOf(offenceParentGroups);
      local = List.copyOf(local);
    }

    /**
     * A criterion of one police force: everything that it says must hold.
     *
     * @param name what outputs call it; null for its place in the list
     * @param forceCode the force of the index offence
     * @param percent that is enough there, 1 to 99; null for whatever it is
     * @param offenceParentGroups parent groups that the index offence must be of; empty for any
     * @param ageFrom completed years at the index date; null for adults, or for everybody when
     *     ageTo is that of a child
     * @param ageTo the last age; null for any
     * @param sex {@code F} or {@code M}; null for any
     * @param nominated {@code GANG} or {@code NAMED}: the force must have named the person so on
     *     the index date; null when it need not
     */
    public record Local(
        String name,
        String forceCode,
        Integer percent,
        List<String> offenceParentGroups,
        Integer ageFrom,
        Integer ageTo,
        String sex,
        String nominated) {
      private static final Set<String> TAKEN =
          Set.of("HIGH_SCORE", "SCORE_AND_OFFENCE", "ANY", "NOTHING");

      public Local {
        require(
            forceCode != null && !forceCode.isBlank(),
            "force_code in iom.local",
            forceCode,
            "each local criterion needs the code of a police force");
        if (percent != null) {
          requirePercent("percent in iom.local", percent);
        }
        offenceParentGroups =
            offenceParentGroups == null ? List.of() : List.copyOf(offenceParentGroups);
        require(
            name == null || !TAKEN.contains(name),
            "name in iom.local",
            name,
            "outputs use it for something else");
        require(
            ageFrom == null || ageTo == null || ageFrom <= ageTo,
            "age_from in iom.local",
            ageFrom,
            "it cannot be more than age_to, " + ageTo);
        require(
            percent != null
                || !offenceParentGroups.isEmpty()
                || ageFrom != null
                || ageTo != null
                || sex != null
                || nominated != null,
            "iom.local",
            forceCode,
            "each local criterion says more than a police force: percent, offence_parent_groups,"
                + " age_from, age_to, sex or nominated");
      }

      /** The first age that it takes in: an adult's, unless its ages say otherwise. */
      int firstAge(int adultAge) {
        if (ageFrom != null) {
          return ageFrom;
        }
        return ageTo != null && ageTo < adultAge ? 0 : adultAge;
      }
    }

    private static void requirePercent(String key, int percent) {
      require(percent >= 1 && percent <= 99, key, percent, "it lies from 1 to 99");
    }
  }

  /**
   * How comparison requests are answered.
   *
   * @param minimumSubmitted participants below which there is no answer
   * @param minimumAnalysed participants left below which there is none
   * @param minimumReoffenders participants who reoffended below which nothing is significant
   * @param minimumExpected people with an outcome, in either group, below which it is not tested
   * @param indexMonths before and after the start of the programme to look for an index event
   * @param needsDaysBefore the index date, to look for an assessment of needs
   * @param needsDaysAfter the index date, to look for one
   * @param calipers how far apart two scores may be, the widest first: the first at which every
   *     diagnostic passes is taken
   * @param green standardised mean difference up to which a covariate is green, percent
   * @param amber up to which it is amber, percent
   * @param sealingPlacebos so many significant placebo outcomes seal, of six; 7 for never
   */
  public record Comparison(
      int minimumSubmitted,
      int minimumAnalysed,
      int minimumReoffenders,
      int minimumExpected,
      int indexMonths,
      int needsDaysBefore,
      int needsDaysAfter,
      List<CaliperWidth> calipers,
      double green,
      double amber,
      int sealingPlacebos) {
    public Comparison {
      calipers = List.copyOf(calipers);
      requireSome("minimum_submitted", minimumSubmitted);
      requireSome("minimum_analysed", minimumAnalysed);
      requireSome("minimum_reoffenders", minimumReoffenders);
      requireSome("minimum_expected", minimumExpected);
      require(indexMonths > 0, "comparison.index_months", indexMonths, "it must be at least 1");
      require(
          needsDaysBefore >= 0 && needsDaysAfter >= 0,
          "comparison.needs_days_before and needs_days_after",
          needsDaysBefore + " and " + needsDaysAfter,
          "they cannot be negative");
      require(!calipers.isEmpty(), "comparison.calipers", calipers, "it must hold at least one");
      require(green >= 0, "comparison.green", green, "it cannot be negative");
      require(amber >= green, "comparison.amber", amber, "it cannot be less than comparison.green");
      requireSome("sealing_placebos", sealingPlacebos);
    }

    private static void requireSome(String key, int number) {
      require(number > 0, "comparison." + key, number, "it must be at least 1");
    }

    /**
     * A caliper.
     *
     * @param width above 0
     * @param scale {@code score}, {@code sd} (standard deviations of the score) or {@code sd-logit}
     *     (of its log odds)
     */
    public record CaliperWidth(double width, String scale) {}
  }

  /**
   * Bounds of reading, which keep one file from holding up a night. No figure hangs on them, so
   * they do not identify a method.
   *
   * @param maxRejectedRows refused rows of one file, 1 or more
   * @param maxCompressionRatio how many times the size of a gzip file its content may have, 2 to
   *     2000
   */
  public record Reading(long maxRejectedRows, int maxCompressionRatio) {
    public Reading {
      require(
          maxRejectedRows >= 1,
          "reading.max_rejected_rows",
          maxRejectedRows,
          "it must be at least 1");
      require(
          maxCompressionRatio >= 2 && maxCompressionRatio <= 2000,
          "reading.max_compression_ratio",
          maxCompressionRatio,
          "it lies from 2 to 2000");
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

  static void requireKnown(String key, String value, Optional<String> fault) {
    require(fault.isEmpty(), key, value, fault.orElse(""));
  }

  static void require(boolean holds, String key, Object value, String rule) {
    if (!holds) {
      throw new DesistException(
          ErrorCode.BAD_METHOD,
          "Cannot use the method file: %s is %s, but %s".formatted(key, value, rule));
    }
  }
}
