// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.desist.ProjectFolder;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a target in a method file may say. */
class TargetTest {
  @TempDir Path folder;

  @Test
  void whatATargetDoesNotSayIsTheNationalRateOfAQuarter() throws IOException {
    Target target = read("name: t, base_from: 2003-01-01, fall_percent: 5, by: 2008-01-01");

    assertThat(target)
        .isEqualTo(
            new Target(
                "t",
                "quarter",
                "national",
                "EW",
                "total",
                "total",
                "rate",
                null,
                "2003-01-01",
                "2003-01-01",
                5.0,
                null,
                "2008-01-01"));
  }

  @Test
  void cohortsOfABaseAreCountedBothIncluded() throws IOException {
    Target target =
        read("name: t, base_from: 2010-10-01, base_to: 2012-01-01, fall_points: 5, by: 2013-01-01");

    List<Object> row = Target.table(List.of(target)).rows().get(0);
    int cohorts =
        Target.table(List.of(target)).columns().stream()
            .map(column -> column.name())
            .toList()
            .indexOf("base_cohorts");

    assertThat(row.get(cohorts)).isEqualTo(6);
  }

  @Test
  void theShippedExampleIsATargetOfEachOfTwoYears() {
    List<Target> targets =
        MethodFile.read(ProjectFolder.file("data-samples", "targets-2005", "method.yaml"))
            .targets();

    assertThat(targets).extracting(Target::fallPercent).containsExactly(5.0, 10.0);
    assertThat(targets).extracting(Target::by).containsExactly("2008-01-01", "2010-01-01");
    assertThat(targets).extracting(Target::baseFrom).containsOnly("2003-01-01");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "base_from: 2003-01-01, fall_percent: 5, by: 2008-01-01"
            + " | targets.name is null, but every target needs a name",
        "name: t, fall_percent: 5, by: 2008-01-01"
            + " | targets.base of t is missing, but a target has either baseline or base_from",
        "name: t, baseline: '2011', base_from: 2003-01-01, fall_percent: 5, by: 2008-01-01"
            + " | targets.base of t is there twice",
        "name: t, baseline: '1999', fall_percent: 5, by: 2008-01-01"
            + " | targets.baseline of t is 1999, but baselines.names does not have it",
        "name: t, base_from: 2003-01-01, by: 2008-01-01 | targets.fall of t is missing",
        "name: t, base_from: 2003-01-01, fall_percent: 5, fall_points: 5, by: 2008-01-01"
            + " | targets.fall of t is there twice",
        "name: t, base_from: 2003-01-01, fall_percent: 0, by: 2008-01-01"
            + " | targets[0].fall_percent = 0: it must be above 0 and at most 100",
        "name: t, base_from: 2003-01-01, fall_points: 101, by: 2008-01-01"
            + " | targets[0].fall_points = 101: it must be at most 100 and above 0",
        "name: t, base_from: 2003-01-01, fall_points: 5, measure: frequency, by: 2008-01-01"
            + " | targets.fall_points of t is 5.0, but only a rate falls by points",
        "name: t, base_from: 2003-01-01, fall_percent: 5, measure: count, by: 2008-01-01"
            + " | targets.measure of t is count, but it is rate or frequency",
        "name: t, base_from: 2003-01-01, fall_percent: 5, window: month, by: 2008-01-01"
            + " | targets.window of t is month",
        "name: t, base_from: 2003-01-01, fall_percent: 5"
            + " | targets.by of t is null, but it is the first day of a cohort",
        "name: t, base_from: 2003-01-01, fall_percent: 5, by: 2008-02-01"
            + " | targets.by of t is 2008-02-01, but it is the first day of a cohort",
        "name: t, base_from: 2003-01-02, fall_percent: 5, by: 2008-01-01"
            + " | targets.base_from of t is 2003-01-02",
        "name: t, base_from: soon, fall_percent: 5, by: 2008-01-01"
            + " | targets.base_from of t is soon",
        "name: t, base_from: 2003-01-01, base_to: 2002-10-01, fall_percent: 5, by: 2008-01-01"
            + " | targets.base_to of t is 2002-10-01, but it is before base_from",
        "name: t, window: year, base_from: 2003-01-01, base_to: 2003-04-01, fall_percent: 5,"
            + " by: 2008-01-01"
            + " | targets.base_to of t is 2003-04-01, but cohorts of a year overlap",
        "name: t, geography_type: prison, geography_code: DNX, base_from: 2003-01-01,"
            + " fall_percent: 5, by: 2008-01-01"
            + " | targets.geography_code of t is DNX, but no prison has the code DNX: the nearest",
        "name: t, geography_type: regoin, geography_code: A, base_from: 2003-01-01,"
            + " fall_percent: 5, by: 2008-01-01"
            + " | but there is no type of geography regoin: the nearest is region",
        "name: t, breakdown: sex, category: Male, base_from: 2003-01-01, fall_percent: 5,"
            + " by: 2008-01-01"
            + " | targets.category of t is Male, but there is no category of sex Male: there are M",
        "name: t, base_from: 2003-01-01, fall_percent: 5, by: 2008-01-01, until: 2009-01-01"
            + " | until",
      })
  void whatATargetCannotSay(String target, String problem) {
    assertThatThrownBy(() -> read(target))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_METHOD))
        .hasMessageContaining(problem.strip());
  }

  @Test
  void twoTargetsCannotShareAName() {
    String target = "name: t, base_from: 2003-01-01, fall_percent: 5, by: 2008-01-01";

    assertThatThrownBy(() -> read(target, target))
        .isInstanceOf(DesistException.class)
        .hasMessageContaining("targets is [t, t], but every target needs a name of its own");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scorecard: {amber_points: -1} | line 2, scorecard.amber_points = -1: it must be at least 0 and at most 100",
        "projection: {minimum_cohorts: 0} | line 2, projection.minimum_cohorts = 0: it must be at least 1 and at most 400",
        "projection: {cohorts: 3} | projection.cohorts is 3, but it cannot be less",
        "projection: {minimum_completion: 0} | projection.minimum_completion = 0: it must be above 0 and at most 1",
        "projection: {minimum_completion: 1.1} | projection.minimum_completion = 1.1: it must be at most 1 and above 0",
      })
  void constantsOutOfTheirRangeAreRefused(String setting, String problem) throws IOException {
    Path file = Files.writeString(folder.resolve("method.yaml"), "method: own\n" + setting + "\n");

    assertThatThrownBy(() -> MethodFile.read(file))
        .isInstanceOf(DesistException.class)
        .hasMessageContaining(problem.strip());
  }

  private Target read(String... targets) throws IOException {
    StringBuilder yaml = new StringBuilder("method: own\ntargets:\n");
    Arrays.stream(targets).forEach(target -> yaml.append("  - {" + target + "}\n"));
    Path file = Files.writeString(folder.resolve("method.yaml"), yaml);
    return MethodFile.read(file).targets().get(0);
  }
}
