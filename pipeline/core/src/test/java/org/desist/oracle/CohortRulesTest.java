// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who enters a cohort, and by what. */
class CohortRulesTest {
  private static final String CUSTODY = "1002";
  private static final String FINE = "1015";

  @Test
  void theFirstEntryEventOfAWindowIsTheIndexEvent() {
    Scene scene =
        Scene.man()
            .caution("E1", "2016-03-31")
            .conviction("E2", "2016-02-01", "2016-01-01", FINE)
            .caution("E3", "2016-04-01");
    assertThat(scene.member()).containsEntry("index_category", "FINE");
    assertThat(scene.members("year", "2016-01-01")).hasSize(1);
    assertThat(scene.members("four_quarters", "2016-01-01"))
        .extracting(row -> row.get("index_category"))
        .containsExactly("FINE", "CAUTION");
  }

  @Test
  void onOneDayAReleaseComesBeforeAConvictionAndThatBeforeACaution() {
    Scene scene =
        Scene.man()
            .conviction("E1", "2015-06-01", "2015-01-01", CUSTODY)
            .caution("E2", "2016-02-01")
            .conviction("E3", "2016-02-01", "2016-01-01", FINE);
    assertThat(scene.member()).containsEntry("entry_type", "CONVICTION");
    assertThat(scene.release("R1", "2016-02-01").member())
        .containsEntry("entry_type", "RELEASE")
        .containsEntry("prison", "ACI");
  }

  @Test
  void aReleaseTakesTheConvictionOfItsSentenceDateElseTheLatestBeforeIt() {
    Scene scene =
        Scene.man()
            .event("E1", "CONVICTION", "2015-01-01")
            .offence("E1", "2014-12-01", CUSTODY, "ho_code", "00100")
            .conviction("E2", "2015-06-01", "2015-05-01", CUSTODY)
            .conviction("E3", "2016-02-01", "2015-07-01", FINE);
    assertThat(scene.release("R1", "2016-01-15", "sentence_date", "2015-01-01").member())
        .containsEntry("index_ho_code", "00100")
        .containsEntry("previous_sanctions", 0);
    Scene other =
        Scene.man()
            .event("E1", "CONVICTION", "2015-01-01")
            .offence("E1", "2014-12-01", CUSTODY, "ho_code", "00100")
            .conviction("E2", "2015-06-01", "2015-05-01", CUSTODY)
            .release("R1", "2016-01-15", "sentence_date", "2015-01-02");
    assertThat(other.member())
        .containsEntry("index_ho_code", "03900")
        .containsEntry("previous_sanctions", 1);
  }

  @Test
  void aReleaseWithoutIndexOffenceLeavesTheWayToALaterCaution() {
    Scene scene = Scene.man().release("R1", "2016-01-10");
    assertThat(scene.oracle().attrition())
        .contains(attrition("quarter", "2016-01-01", "NO_INDEX_OFFENCE", 1));
    scene.caution("E1", "2016-02-01");
    assertThat(scene.member()).containsEntry("entry_type", "CAUTION");
    assertThat(scene.oracle().attrition()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"REMAND", "RECALL", "DEPORTED", "TRANSFERRED", "DIED"})
  void someReleasesAreNoEntry(String type) {
    Scene scene =
        Scene.man()
            .conviction("E1", "2015-06-01", "2015-01-01", CUSTODY)
            .release("R1", "2016-01-10", "release_type", type);
    assertThat(scene.oracle().members()).isEmpty();
    assertThat(scene.oracle().attrition()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "date_of_birth,,,NO_BIRTH_DATE",
    "date_of_birth,2006-02-02,,UNDER_10",
    "date_of_birth,1980-01-01,2016-01-31,DIED_BEFORE_INDEX",
    "date_of_birth,2006-02-02,2016-01-31,UNDER_10",
  })
  void exclusionsAreCountedByTheFirstReasonThatApplies(
      String field, String birth, String death, String reason) {
    Scene scene =
        Scene.somebody("2019-12-31", field, birth, "date_of_death", death)
            .caution("E1", "2016-02-01");
    assertThat(scene.oracle().members()).isEmpty();
    assertThat(scene.oracle().attrition()).contains(attrition("quarter", "2016-01-01", reason, 1));
  }

  @Test
  void someoneWithSeveralReasonsToLeaveIsCountedOnceAtTheFirstOfTheList() {
    Scene scene =
        Scene.somebody("2019-12-31", "surname", "Smith")
            .conviction("E1", "2016-02-10", "2016-02-01", CUSTODY)
            .release("R1", "2016-02-20")
            .release("R2", "2016-02-05")
            .caution("E2", "2016-03-01");
    assertThat(scene.oracle().attrition())
        .filteredOn(row -> row.get("cohort_window").equals("quarter"))
        .containsExactly(attrition("quarter", "2016-01-01", "NO_INDEX_OFFENCE", 1));
  }

  @Test
  void aDeathOnTheIndexDateAndATenthBirthdayExcludeNobody() {
    assertThat(
            Scene.somebody(
                    "2019-12-31", "date_of_birth", "2006-02-01", "date_of_death", "2016-02-01")
                .caution("E1", "2016-02-01")
                .member())
        .containsEntry("age_at_index", 10)
        .containsEntry("adult_juvenile", "juvenile")
        .containsEntry("age_band", "10-14")
        .containsEntry("sex", "U")
        .containsEntry("ogrs_missing", "SEX_UNKNOWN")
        .containsEntry("ogrs_band", "MISSING");
  }

  @Test
  void someoneBornOnALeapDayIsOlderOnTheFirstOfMarch() {
    assertThat(Ages.at(day("2000-02-29"), day("2018-02-28"))).isEqualTo(17);
    assertThat(Ages.at(day("2000-02-29"), day("2018-03-01"))).isEqualTo(18);
    assertThat(Ages.at(day("2000-02-29"), day("2020-02-29"))).isEqualTo(20);
  }

  @Test
  void unlinkedReleasesAreCountedOneByOne() {
    Scene scene =
        Scene.man()
            .release("R1", "2016-01-10", "pnc_id", "", "surname", "Other")
            .release("R2", "2016-01-11", "pnc_id", "", "surname", "Other");
    assertThat(scene.oracle().attrition())
        .contains(
            attrition("quarter", "2016-01-01", "NOT_LINKED", 2),
            attrition("year", "2016-01-01", "NOT_LINKED", 2));
  }

  @ParameterizedTest
  @CsvSource({
    "ho_code,99700",
    "ho_code,00000",
    "force_code,97",
    "prosecutor,OTHER",
    "taken_into_consideration,true",
  })
  void whatIsNotCountableMakesNoSanction(String field, String value) {
    Scene scene =
        Scene.man()
            .event("E1", "CONVICTION", "2016-02-01")
            .offence("E1", "2016-01-01", FINE, field, value);
    assertThat(scene.oracle().members()).isEmpty();
  }

  @Test
  void penaltyNoticesAndExcludedResultsMakeNoSanction() {
    assertThat(
            Scene.man()
                .event("E1", "PENALTY_NOTICE", "2016-02-01", "2016-01-01", null)
                .conviction("E2", "2016-02-01", "2016-01-01", "1001")
                .oracle()
                .members())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1015, FINE",
    "1117, OTHER",
    "9998, OTHER",
    ", OTHER",
    "1115, COURT_ORDER",
  })
  void theDisposalOfAConvictionIsItsCategory(String disposal, String category) {
    assertThat(Scene.man().conviction("E1", "2016-02-01", "2016-01-01", disposal).member())
        .containsEntry("index_category", category);
  }

  @Test
  void theScoreCountsEarlierSanctionsAndTheIndexEventOnly() {
    Scene scene =
        Scene.man()
            .caution("E1", "2010-01-01")
            .caution("E2", "2016-02-01")
            .conviction("E3", "2016-02-01", "2016-01-01", FINE);
    double score = -1.368 + 0.46306 + Ogrs3.copas(2, 6) + 0.6612;
    assertThat(scene.member())
        .containsEntry("previous_sanctions", 1)
        .containsEntry("ogrs3_one_year", Ogrs3.score(score).oneYear());
  }

  @Test
  void aCohortIsFinalTwentyOneMonthsAfterItsEnd() {
    Window quarter = new Window(Window.Kind.QUARTER, day("2016-01-01"));
    Settings settings = Settings.between("2016-01-01", "2016-01-01");
    assertThat(quarter.status(day("2016-02-29"), day("2017-12-31"), settings)).isEqualTo("final");
    assertThat(quarter.status(day("2016-02-29"), day("2017-12-30"), settings))
        .isEqualTo("provisional");
    assertThat(quarter.status(day("2016-02-29"), day("2017-02-28"), settings))
        .isEqualTo("provisional");
    assertThat(quarter.status(day("2016-02-29"), day("2017-02-27"), settings))
        .isEqualTo("incomplete");
  }

  @Test
  void cohortsAreBoundedByTheirFirstDay() {
    assertThat(Window.within(Settings.between("2015-10-01", "2016-01-01")))
        .extracting(window -> window.kind().code() + window.start() + window.end())
        .isEqualTo(
            List.of(
                "quarter2015-10-012015-12-31",
                "quarter2016-01-012016-03-31",
                "year2015-10-012016-09-30",
                "year2016-01-012016-12-31",
                "four_quarters2015-10-012016-09-30",
                "four_quarters2016-01-012016-12-31"));
  }

  private static Map<String, Object> attrition(
      String window, String start, String reason, int people) {
    return Columns.row(new Attrition(window, day(start), reason, people));
  }

  private static java.time.LocalDate day(String text) {
    return java.time.LocalDate.parse(text);
  }
}
