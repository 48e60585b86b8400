// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisclosureTest {
  @Test
  void aLargeRowIsShownWhole() {
    assertThat(publish(30, 10, 12))
        .containsEntry("offenders", 30)
        .containsEntry("reoffenders", 10)
        .containsEntry("reoffences", 12)
        .containsEntry("reoffending_rate", 0.25)
        .containsEntry("count_status", "ok")
        .containsEntry("rate_status", "ok");
  }

  @Test
  void aRateOnFewerThanThirtyIsReplacedByItsReason() {
    assertThat(publish(29, 10, 12))
        .containsEntry("offenders", 29)
        .containsEntry("reoffending_rate", null)
        .containsEntry("expected_rate", null)
        .containsEntry("mean_previous_offences", null)
        .containsEntry("count_status", "ok")
        .containsEntry("rate_status", "too_few");
  }

  @Test
  void countsFromOneToNineAreSuppressedAndZeroIsNot() {
    assertThat(publish(9, 0, 0))
        .containsEntry("offenders", null)
        .containsEntry("share_observed", null)
        .containsEntry("reoffenders", 0)
        .containsEntry("reoffences", 0)
        .containsEntry("count_status", "suppressed")
        .containsEntry("rate_status", "too_few");
    assertThat(publish(10, 0, 0))
        .containsEntry("offenders", 10)
        .containsEntry("count_status", "ok");
  }

  @Test
  void aRateDoesNotGiveASuppressedCountBack() {
    assertThat(publish(100, 9, 10))
        .containsEntry("offenders", 100)
        .containsEntry("reoffenders", null)
        .containsEntry("reoffences", 10)
        .containsEntry("reoffending_rate", null)
        .containsEntry("rate_lower", null)
        .containsEntry("reoffences_per_offender", null)
        .containsEntry("expected_rate", 0.4)
        .containsEntry("rate_status", "suppressed");
  }

  @Test
  void aRateOfZeroIsShown() {
    assertThat(publish(30, 0, 0))
        .containsEntry("reoffending_rate", 0.25)
        .containsEntry("rate_status", "ok");
  }

  @Test
  void noPublishedRowOfACrowdHasASmallCountOrARateOnFew() {
    List<Map<String, Object>> rows =
        Oracle.of(Histories.crowd(7, 300), Histories.settings()).publishedRates();
    assertThat(rows).extracting(row -> row.get("rate_status")).contains("ok", "too_few");
    for (Map<String, Object> row : rows) {
      for (String count : List.of("offenders", "reoffenders", "reoffences")) {
        assertThat((Integer) row.get(count)).isNotIn(1, 2, 3, 4, 5, 6, 7, 8, 9);
      }
      if (row.get("reoffending_rate") != null) {
        assertThat((Integer) row.get("offenders")).isGreaterThanOrEqualTo(30);
        assertThat(row.get("reoffenders")).isNotNull();
      }
    }
  }

  @Test
  void anIncompleteCohortHasItsCountsAndNoRate() {
    assertThat(publish("incomplete", 30, 10, 12))
        .containsEntry("offenders", 30)
        .containsEntry("reoffenders", 10)
        .containsEntry("reoffending_rate", null)
        .containsEntry("rate_upper", null)
        .containsEntry("reoffences_per_offender", null)
        .containsEntry("expected_rate", 0.4)
        .containsEntry("count_status", "ok")
        .containsEntry("rate_status", "not_yet_observed");
  }

  private static Map<String, Object> publish(int offenders, int reoffenders, int reoffences) {
    return publish("final", offenders, reoffenders, reoffences);
  }

  private static Map<String, Object> publish(
      String status, int offenders, int reoffenders, int reoffences) {
    LocalDate start = LocalDate.of(2016, 1, 1);
    return Disclosure.publish(
        new Rate(
            "quarter",
            start,
            start.plusMonths(3).minusDays(1),
            status,
            1.0,
            "national",
            "EW",
            "total",
            "total",
            offenders,
            offenders,
            reoffenders,
            reoffences,
            1.5,
            0.25,
            0.2,
            0.3,
            2.0,
            0.5,
            0.4,
            reoffences,
            (double) reoffences / offenders,
            Rate.MEASURE,
            "ogrs3"));
  }
}
