// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.desist.engine.DuckDbEngine;
import org.desist.engine.EngineRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionAttackTest {
  private static final String QUARTER =
      "'quarter' as cohort_window, date '2016-01-01' as cohort_start";

  @TempDir Path version;

  @Test
  void aLoneWithheldRegionFollowsFromTheNation() {
    rates(
        rate("national", "EW", "total", "ALL", "100", "40"),
        rate("region", "A", "total", "ALL", "95", "35"),
        rate("region", "B", "total", "ALL", "null", "null"));
    VersionAttack attack = attack();
    assertThat(attack.withheld()).isEqualTo(5);
    // All but persons, who may be counted in several regions.
    assertThat(attack.exact()).isEqualTo(4);
    assertThat(attack.findings())
        .contains(new AttackFinding("reoffending_rate", "region", "cohort.offenders", 1, 1, 0));
  }

  @Test
  void nothingFollowsWhereEnoughIsWithheld() {
    rates(
        rate("national", "EW", "total", "ALL", "100", "null"),
        rate("region", "A", "total", "ALL", "80", "null"),
        rate("region", "B", "total", "ALL", "20", "null"));
    VersionAttack attack = attack();
    assertThat(attack.exact() + attack.narrow()).isZero();
  }

  @Test
  void whatOneMartWithholdsAnotherMayShow() {
    rates(rate("national", "EW", "sex", "F", "null", "null"));
    mart(
        "disparity",
        "select %s, 'national' as geography_type, 'EW' as geography_code, 'sex' as breakdown, 'F' as category, 7 as offenders, 3 as reoffenders, 'ok' as count_status"
            .formatted(QUARTER));
    assertThat(attack().findings())
        .contains(new AttackFinding("disparity", "national", "cohort.offenders", 1, 1, 0))
        .contains(new AttackFinding("disparity", "national", "cohort.reoffenders", 1, 1, 0));
  }

  @Test
  void fourQuartersAreTheSumOfTheirQuarters() {
    StringBuilder rows = new StringBuilder();
    for (String start : new String[] {"2016-01-01", "2016-04-01", "2016-07-01"}) {
      rows.append(
          rate("national", "EW", "total", "ALL", "20", "10").replace("2016-01-01", start)
              + " union all ");
    }
    rows.append(
        rate("national", "EW", "total", "ALL", "null", "10").replace("2016-01-01", "2016-10-01")
            + " union all ");
    rows.append(
        rate("national", "EW", "total", "ALL", "66", "40")
            .replace("'quarter' as", "'four_quarters' as"));
    rates(rows.toString());
    assertThat(attack().exact()).isEqualTo(1);
  }

  @Test
  void aFewAreNarrowWhereTheyShareLittle() {
    rates(
        rate("national", "EW", "total", "ALL", "100", "40"),
        rate("region", "A", "total", "ALL", "96", "38"),
        rate("region", "B", "total", "ALL", "null", "1"),
        rate("region", "C", "total", "ALL", "null", "1"));
    // Four people in two regions: one to three in each.
    assertThat(attack().findings())
        .contains(new AttackFinding("reoffending_rate", "region", "cohort.offenders", 2, 0, 2));
  }

  @Test
  void martsThatContradictEachOtherAreToldOf() {
    rates(
        rate("national", "EW", "total", "ALL", "100", "40"),
        rate("region", "A", "total", "ALL", "95", "35"),
        rate("region", "B", "total", "ALL", "11", "5"));
    assertThat(attack().contradictions()).isPositive();
  }

  private VersionAttack attack() {
    return VersionAttack.of("2019-06-30-0001", version, 10, 5);
  }

  private void rates(String... rows) {
    mart("reoffending_rate", String.join(" union all ", rows));
  }

  private void mart(String mart, String rows) {
    try (DuckDbEngine engine = EngineRoom.LOOKUP.open(version.resolve("spill"))) {
      engine.write(mart, rows, version.resolve("published").resolve(mart));
    }
  }

  private static String rate(
      String placeType,
      String place,
      String breakdown,
      String category,
      String offenders,
      String reoffenders) {
    String status = offenders.equals("null") || reoffenders.equals("null") ? "suppressed" : "ok";
    return """
    select %s, '%s' as geography_type, '%s' as geography_code, '%s' as breakdown,
      '%s' as category, cast(%s as bigint) as offenders, cast(%s as bigint) as persons,
      cast(%s as bigint) as reoffenders, cast(%s as bigint) as reoffences,
      cast(%s as bigint) as reoffence_events, '%s' as count_status
    """
        .formatted(
            QUARTER,
            placeType,
            place,
            breakdown,
            category,
            offenders,
            offenders,
            reoffenders,
            reoffenders,
            reoffenders,
            status);
  }
}
