// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.desist.ProjectFolder;
import org.desist.method.MethodFile;
import org.desist.method.Target;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * What the papers say that the project implements, golden/papers.csv, against what others
 * published, the samples and the reference tables. Where the software has a formula, a case of the
 * rule book has the same figure: the people whom 5% stand for and the results of Doncaster among
 * the targets, 7.9% under local adult reoffending, the nineteen measures under the scorecard.
 */
class PapersTest {
  private static final Path SAMPLES = ProjectFolder.file("data-samples");
  private static final Set<String> CHECKED = new HashSet<>();

  @AfterAll
  static void everyFactIsChecked() {
    assertThat(CHECKED)
        .containsExactlyInAnyOrderElementsOf(
            Csv.resource("golden/papers.csv").stream().map(row -> row.get("fact")).toList());
  }

  @Test
  void thoseWithUnderTwelveMonthsReoffendAsOftenAsThePublishedFiguresAroundHaveIt() {
    assertThat(fact("reoffend within 12 months of a sentence under 12 months"))
        .isBetween(
            headline("peterborough", "cohort 1", "control_binary_percent"),
            headline("national_quarterly", "custody_under_12_months", "reoffending_rate_percent"));
  }

  @Test
  void theBoroughsSnapshotIsTheSample() {
    List<Map<String, String>> measures =
        Csv.file(SAMPLES.resolve("scorecard-haringey-2013-14/performance_measure.csv"));
    assertThat(measures).hasSize((int) fact("measures of the borough's snapshot"));
    assertThat(measures.stream().filter(row -> row.get("target").isEmpty()))
        .hasSize((int) fact("measures without a target"))
        .allSatisfy(row -> assertThat(row).containsEntry("measure", "Local adult reoffending"))
        .allSatisfy(
            row ->
                assertThat(percent(row)).isCloseTo(fact("local adult reoffending"), within(1e-9)));
    assertThat(measures.stream().filter(row -> above(row) >= 0))
        .hasSize((int) fact("measures at or above their target"));
    assertThat(measures.stream().filter(row -> above(row) < 0 && above(row) >= -5))
        .hasSize((int) fact("measures within five points below their target"));
  }

  @Test
  void fivePercentOfAdultsIsMoreThanThatOfAQuarterAndLessThanThatOfFour() {
    // A year's people are more than a quarter's, and fewer than four quarters', who count again.
    List<Double> quarters =
        Csv.resource("golden/moj_adult_quarters_2000_2011.csv").stream()
            .filter(row -> row.get("quarter_start").startsWith("2003"))
            .map(row -> Double.parseDouble(row.get("reoffenders")))
            .toList();
    double share = fact("fall by 2008") / 100;
    assertThat(fact("adults whom five percent stand for"))
        .isGreaterThan(share * quarters.get(0))
        .isLessThan(share * quarters.stream().mapToDouble(people -> people).sum());
    assertThat(targets("targets-2005/method.yaml"))
        .map(Target::fallPercent)
        .containsExactly(fact("fall by 2008"), fact("fall by 2010"));
  }

  /** Plain sums and bounds: the papers give no parts. */
  @Test
  void whoIsNotInTheCommunityIsInPrison() {
    double beforeRelease =
        fact("caseload with those before release") - fact("caseload in the community");
    assertThat(beforeRelease).isEqualTo(80_000).isLessThan(fact("in prison"));
  }

  /** The same. */
  @Test
  void resettlementPrisonsAreMostOfThePrisons() {
    double prisons = fact("public prisons") + fact("prisons under contract");
    assertThat(prisons).isEqualTo(120).isLessThan(Reference.rows("prison").size());
    assertThat(fact("resettlement prisons") / prisons).isBetween(0.5, 1.0);
  }

  @Test
  void theTargetsOfThePilotsAreThoseOfTheSamplesAndTheirResultsAsPublished() {
    assertThat(targets("pilots/doncaster/method.yaml"))
        .hasSize(3)
        .allSatisfy(
            target -> assertThat(target.fallPoints()).isEqualTo(fact("target of Doncaster")));
    assertThat(-headline("doncaster", "cohort 1", "target_difference_pp"))
        .isEqualTo(fact("target of Doncaster"))
        .isLessThan(-headline("doncaster", "cohort 1", "binary_difference_pp"))
        .isGreaterThan(-headline("doncaster", "cohort 2", "binary_difference_pp"));
    assertThat(headline("peterborough", "final", "target_reduction_percent"))
        .isEqualTo(fact("target of Peterborough"))
        .isLessThan(headline("peterborough", "final", "reduction_percent"));
    assertThat((double) Math.round(headline("peterborough", "cohort 1", "reduction_percent")))
        .isEqualTo(fact("most that a pilot fell"));
  }

  private static double fact(String name) {
    CHECKED.add(name);
    return value(
        Csv.resource("golden/papers.csv").stream()
            .filter(row -> row.get("fact").equals(name))
            .toList());
  }

  private static double headline(String topic, String entity, String measure) {
    return value(
        Csv.resource("golden/headline_results.csv").stream()
            .filter(row -> row.get("topic").equals(topic) && row.get("entity").equals(entity))
            .filter(row -> row.get("measure").equals(measure))
            .toList());
  }

  private static double value(List<Map<String, String>> rows) {
    assertThat(rows).isNotEmpty();
    return Double.parseDouble(rows.get(0).get("value"));
  }

  private static List<Target> targets(String method) {
    return MethodFile.read(SAMPLES.resolve(method)).targets();
  }

  private static double percent(Map<String, String> row) {
    return 100
        * Double.parseDouble(row.get("numerator"))
        / Double.parseDouble(row.get("denominator"));
  }

  /** Points above the target; no number without one. */
  private static double above(Map<String, String> row) {
    return row.get("target").isEmpty()
        ? Double.NaN
        : Math.rint(1e9 * (percent(row) - Double.parseDouble(row.get("target")))) / 1e9;
  }
}
