// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.desist.ProjectFolder;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.method.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineFaultsTest {
  private static final String HEADER =
      "geography_type,geography_code,breakdown,category,quarter_start,offenders,reoffenders,reoffences,reoffending_rate,reoffences_per_reoffender,expected_rate\n";
  private static final String PLACE = "region,J,total,total,2011-01-01,";

  @TempDir Path folder;

  private BaselineManifest frozen(String text) {
    try {
      return new Baselines(folder.resolve("out"), LocalDate.of(2019, 7, 1))
          .importFile(
              "x", Files.writeString(folder.resolve("given.csv"), text), Measure.REOFFENDING, null);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Columns: offenders, reoffenders, reoffences, rate, per reoffender, expected. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "100,40,80,0.4,2,0.45",
        // 28.2 of 100 to two digits, and to one.
        "1000,282,564,0.28,2.0,",
        "1000,282,,0.3,,",
        "1000,282,,0.282,,",
        // Halves are rounded to either side.
        "8,1,,0.12,,",
        "8,1,,0.13,,",
        "13,5,7,0.384615385,1.4,0.334922368",
        // Only the rate is known: 39.5 to 40.5 people of 100.
        "100,,81,0.40,2,",
        "4600,,,0.499,4.2,0.471",
        // Nobody, and nobody of some.
        "0,0,0,,,",
        "8,0,0,0,,0.3",
        "10,10,10,1,1,1"
      })
  void figuresThatAgreeToTheDigitsGivenAreFrozen(String figures) {
    assertThat(frozen(HEADER + PLACE + figures + "\n").rows()).isOne();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "100,40,80,0.9,5, | 40 reoffenders of 100 offenders are 0.4, not the reoffending_rate 0.9",
        "100,40,80,0.9,5, | 80 reoffences by 40 reoffenders are 2, not the reoffences_per_reoffender 5",
        "1000,282,,0.29,, | 282 reoffenders of 1000 offenders are 0.282, not the reoffending_rate 0.29",
        // The last zero is a digit that was given.
        "1000,282,,0.280,, | are 0.282, not the reoffending_rate 0.28",
        "100,40,,0,, | 40 reoffenders of 100 offenders are 0.4, not the reoffending_rate 0",
        "100,40,,1,, | 40 reoffenders of 100 offenders are 0.4, not the reoffending_rate 1",
        "100,40,80,,2.1, | 80 reoffences by 40 reoffenders are 2, not the reoffences_per_reoffender 2.1",
        "100,40,80,,0.8, | reoffences_per_reoffender 0.8 is below 1, and every reoffender has at least one: is it per offender?",
        "100,40,30,,, | 30 reoffences are fewer than 40 reoffenders",
        "100,,30,0.40,, | 30 reoffences are fewer than 40 reoffenders",
        "100,,90,0.40,2.0, | 90 reoffences by 40 reoffenders are 2.25, not the reoffences_per_reoffender 2",
        "100,101,200,,, | 101 reoffenders are more than 100 offenders",
        "100,0,5,,, | it has reoffences but no reoffenders",
        "100,0,,,2, | it has reoffences_per_reoffender but no reoffenders",
        "100,,,45.6,, | reoffending_rate 45.6 is above 1, and it is a share of 1: 45.6 percent is written 0.456",
        "100,40,,40,, | 40 percent is written 0.4",
        "100,,,456,, | reoffending_rate 456 is above 1, and it is a share of 1: correct it",
        "100,40,80,,,30.1 | expected_rate 30.1 is above 1, and it is a share of 1: 30.1 percent is written 0.301",
        "0,0,,0.4,, | 0 offenders have no reoffending_rate, and it says 0.4",
        "-1,0,,,, | offenders: Below the minimum 0: -1",
        "100,40,80,-0.4,, | reoffending_rate: Below the minimum 0: -0.4",
        "100,40,80,,,-0.1 | expected_rate: Below the minimum 0: -0.1",
        "100.5,40,,,, | offenders: Not a whole number: 100.5",
        "100,40,,NaN,, | reoffending_rate: Not a decimal number without exponent or separators: NaN",
        "100,40,,,,Infinity | expected_rate: Not a decimal number without exponent or separators: Infinity",
        "100,40,,4e-1,, | reoffending_rate: Not a decimal number without exponent or separators: 4e-1",
        "9999999999,40,,,, | offenders: Above the maximum 100000000: 9999999999",
        "100000000,50000000,,,1000, | reoffences_per_reoffender 1000 makes more than 1000000000 reoffences"
      })
  void figuresThatContradictEachOtherAreRefused(String figures, String message) {
    assertRefused(PLACE + figures, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "regoin,J,total,total,2011-01-01 | there is no type of geography regoin: the nearest is region",
        "county,J,total,total,2011-01-01 | there is no type of geography county:",
        "region,M,total,total,2011-01-01 | no region has the code M: there are A, B, C, D, E, F, G, H, I, J, K, L, UNKNOWN",
        "region,j,total,total,2011-01-01 | no region has the code j: the nearest is J",
        "region,London,total,total,2011-01-01 | no region has the code London: that of London is J",
        "region_draft_2019,L,total,total,2011-01-01 | no region_draft_2019 has the code L",
        "national,UK,total,total,2011-01-01 | no national has the code UK: there are EW",
        "contract_area,C22,total,total,2011-01-01 | no contract_area has the code C22: the nearest is C02",
        "contract_area,N01,total,total,2011-01-01 | no contract_area has the code N01",
        "provider,QQQ,total,total,2011-01-01 | no provider has the code QQQ: see the tables in sql/reference",
        "prison,ACJ,total,total,2011-01-01 | no prison has the code ACJ: the nearest is ACI",
        "resettlement_area,C22,total,total,2011-01-01 | no resettlement_area has the code C22: the nearest is C02",
        "prison_operator,PRIVATE,total,total,2011-01-01 | no prison_operator has the code PRIVATE: there are CONTRACTED, PUBLIC, UNKNOWN",
        "local_authority,E9900014,total,total,2011-01-01 | no local_authority has the code E9900014: the nearest is E09000014",
        "region,J,all,all,2011-01-01 | there is no breakdown all",
        "region,J,total,adult,2011-01-01 | there is no category of total adult: there are total",
        "region,J,adult_juvenile,adults,2011-01-01 | there is no category of adult_juvenile adults: the nearest is adult",
        "region,J,total,total,0017-01-01 | quarter_start",
        "region,J,total,total,2021-01-01 | quarter_start 2021-01-01 is no first day of a quarter",
        "region,J,total,total,2011-01-02 | quarter_start 2011-01-02 is no first day of a quarter"
      })
  void whatThereIsNotIsRefusedWithWhatIsNearest(String key, String message) {
    assertRefused(key + ",100,40,,,,", message);
  }

  private void assertRefused(String row, String message) {
    String good = PLACE.replace('J', 'I') + "100,40,80,0.4,2,\n";
    assertThatThrownBy(() -> frozen(HEADER + good + row + "\n"))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_BASELINE))
        .hasMessageContaining("given.csv")
        .hasMessageContaining("line 3")
        .hasMessageContaining(message);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aPlaceIsThereOnceInAQuarter() {
    String row = PLACE + "100,40,80,0.4,2,\n";
    assertThatThrownBy(() -> frozen(HEADER + row + row.replace("100,40", "200,80")))
        .hasMessageContaining("line 3 repeats the key region|J|total|total|2011-01-01 of line 2");
  }

  @Test
  void moreShortReleasesThanPeopleAreRefused() {
    String header = HEADER.replace("\n", ",short_releases\n");
    assertThatThrownBy(() -> frozen(header + PLACE + "100,40,80,0.4,2,,101\n"))
        .hasMessageContaining(
            "line 2: 101 short_releases are more than 100 offenders; correct one");
  }

  @Test
  void aColumnThatIsNotReadIsRefusedWithTheNearest() {
    assertThatThrownBy(
            () ->
                frozen(
                    HEADER.replace("expected_rate", "expcted_rate")
                        + PLACE
                        + "100,40,80,0.4,2,0.3\n"))
        .hasMessageContaining(
            "line 1: there is no column expcted_rate here: the nearest is expected_rate");
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    assertThatThrownBy(() -> frozen(HEADER + "region,Z,total,totl,2011-01-01,100,40,80,0.9,5,33\n"))
        .hasMessageContaining("code Z")
        .hasMessageContaining("totl: the nearest is total")
        .hasMessageContaining("33 percent is written 0.33")
        .hasMessageContaining("not the reoffending_rate 0.9")
        .hasMessageContaining("not the reoffences_per_reoffender 5");
  }

  @Test
  void whatWasBuiltMayHavePlacesThatOnlyTheRecordsKnow() {
    Path sample = ProjectFolder.file("data-samples", "baselines", "2011.csv");
    assertThat(sample).content().contains("\nprovider,ZZZ,");
    Baselines baselines = new Baselines(folder.resolve("out"), LocalDate.of(2026, 11, 30));

    BaselineManifest first = baselines.importFile("2011", sample, Measure.REOFFENDING, null);

    assertThat(first.rows())
        .isEqualTo(BaselineStore.below(folder.resolve("out")).read(first).rows().size());
    assertThatThrownBy(
            () ->
                baselines.importFile(
                    "2012",
                    Files.copy(sample, folder.resolve("alone.csv")),
                    Measure.REOFFENDING,
                    null))
        .hasMessageContaining("no provider has the code ZZZ");
  }
}
