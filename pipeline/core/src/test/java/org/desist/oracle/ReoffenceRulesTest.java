// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as a proven reoffence of someone whose index date is a leap day. */
class ReoffenceRulesTest {
  private static final String CUSTODY = "1002";
  private static final String FINE = "1015";

  @ParameterizedTest
  @CsvSource({
    "2016-03-01, 2016-04-01, 1",
    "2017-02-28, 2017-04-01, 1",
    "2017-03-01, 2017-04-01, 0",
    "2017-02-28, 2017-08-29, 1",
    "2017-02-28, 2017-08-30, 0",
    "2016-02-29, 2016-04-01, 0",
    "2016-02-28, 2016-04-01, 0",
    ", 2016-04-01, 1",
    ", 2017-03-01, 0",
  })
  void anOffenceCountsWithinItsLimits(String committed, String proven, int reoffences) {
    assertThat(convicted().conviction("E2", proven, committed, FINE).member())
        .containsEntry("reoffences", reoffences)
        .containsEntry("reoffended", reoffences == 1);
  }

  @Test
  void aMissingStartFallsBackToTheEndAndSaysSo() {
    Scene scene = convicted().event("E2", "CONVICTION", "2017-04-01");
    scene.offence("E2", null, FINE, "offence_end_date", "2016-03-10");
    assertThat(scene.oracle().reoffences().get(0))
        .containsEntry("date_imputed", true)
        .containsEntry("days_to_reoffence", 10);
  }

  @Test
  void bothOffencesOfAnEventCountAndTheSeverestGivesTheMode() {
    Scene scene = convicted().event("E2", "CONVICTION", "2016-04-01");
    scene.offence("O1", "2016-03-10", CUSTODY, "event_id", "E2", "ho_code", "12500");
    scene.offence("O2", "2016-03-10", FINE, "event_id", "E2", "ho_code", "00100");
    assertThat(scene.member())
        .containsEntry("reoffences", 2)
        .containsEntry("custodial_reoffences", 2)
        .containsEntry("days_to_first_reoffence", 10)
        .containsEntry("first_reoffence_court_mode", "indictable_only");
  }

  @Test
  void theFirstReoffenceIsTheOneProvenFirst() {
    Scene scene =
        convicted()
            .event("E2", "CONVICTION", "2016-05-01")
            .offence("E2", "2016-03-10", FINE, "ho_code", "00100")
            .conviction("E3", "2016-04-01", "2016-03-10", FINE);
    assertThat(scene.member()).containsEntry("first_reoffence_court_mode", "either_way");
  }

  @Test
  void aCautionIsProofAndAPenaltyNoticeIsNot() {
    assertThat(convicted().caution("E2", "2016-04-01").member())
        .containsEntry("reoffences", 1)
        .containsEntry("custodial_reoffences", 0);
    assertThat(convicted().event("E2", "PENALTY_NOTICE", "2016-04-01", "2016-03-10", null).member())
        .containsEntry("reoffences", 0);
  }

  @Test
  void reoffencesAreListedAndCrossedByOffenceGroup() {
    Scene scene = convicted().event("E2", "CONVICTION", "2016-04-01");
    scene.offence("O1", "2016-03-10", FINE, "event_id", "E2");
    scene.offence("O2", "2016-03-11", FINE, "event_id", "E2");
    scene.offence("O3", "2016-03-11", FINE, "event_id", "E2", "ho_code", "99998");
    assertThat(scene.oracle().reoffenceMatrix().stream().limit(2))
        .extracting(
            row -> row.get("index_offence_group"),
            row -> row.get("reoffence_offence_group"),
            row -> row.get("reoffences"),
            row -> row.get("reoffenders"))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Theft", "Other", 1, 1),
            org.assertj.core.groups.Tuple.tuple("Theft", "Theft", 2, 1));
  }

  @Test
  void monthsToAReoffenceEndOnTheSameDayOfTheMonth() {
    Scene scene = convicted().conviction("E2", "2016-06-01", "2016-03-29", FINE);
    assertThat(
            scene.oracle().timesToReoffence().stream()
                .filter(row -> row.get("cohort_window").equals("quarter"))
                .filter(row -> row.get("cohort_start").toString().equals("2016-01-01"))
                .filter(row -> row.get("breakdown").equals("total"))
                .filter(row -> row.get("geography_type").equals("national")))
        .extracting(row -> row.get("share_reoffended"))
        .containsExactly(0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0);
  }

  @ParameterizedTest
  @CsvSource({
    "2016-02-22, , N07",
    "2016-02-21, , NONE",
    "2016-03-28, , N07",
    "2016-03-29, , NONE",
    "2016-02-25, 2016-02-28, NONE",
    "2016-02-25, 2016-02-29, N07",
  })
  void aCaseNearTheIndexDateGivesTheProvider(String start, String end, String provider) {
    assertThat(convicted().supervision("C1", start, "end_date", end).member())
        .containsEntry("provider", provider);
  }

  @Test
  void theNearestCaseWinsAndThenTheLowestIdByBytes() {
    Scene scene =
        convicted()
            .supervision("C9", "2016-02-27", "provider_code", "N01")
            .supervision("C10", "2016-03-02", "provider_code", "C01")
            .supervision("C1", "2016-03-03", "provider_code", "ASP");
    assertThat(scene.member())
        .containsEntry("provider", "C01")
        .containsEntry("provider_type", "CRC");
  }

  @ParameterizedTest
  @CsvSource({
    "LDNBBG, E06000001, C01, J, DELIVERY_UNIT",
    "N43ALL, E06000001, C01, A, LOCAL_AUTHORITY",
    ", E99999999, C01, A, PROVIDER",
    ", , N01, J, POLICE_FORCE",
    ", , X99, J, POLICE_FORCE",
  })
  void theRegionComesByTheFirstRouteThatHasOne(
      String unit, String authority, String provider, String region, String basis) {
    Map<String, Object> member =
        convicted()
            .supervision(
                "C1",
                "2016-02-29",
                "delivery_unit_code",
                unit,
                "local_authority_code",
                authority,
                "provider_code",
                provider)
            .member();
    assertThat(member)
        .containsEntry("region", region)
        .containsEntry("region_draft_2019", region)
        .containsEntry("region_basis", basis)
        .containsEntry("police_force", "01");
  }

  @Test
  void draftRegionsAreNotTheLettersOf2021() {
    Reference reference = Reference.load();
    assertThat(reference.draft("E")).isEqualTo("F");
    assertThat(reference.draft("F")).isEqualTo("E");
    assertThat(reference.draft("L")).isEqualTo("B");
    assertThat(reference.draft("UNKNOWN")).isEqualTo("UNKNOWN");
  }

  private static Scene convicted() {
    return Scene.man()
        .event("E1", "CONVICTION", "2016-02-29")
        .offence("E1", "2016-01-01", FINE, "force_code", "01");
  }
}
