// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.desist.bridge.CellBridge.RateCell;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.WindowKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedTableTest {
  private static final String HEADER =
      "cohort,adult_child,geography_type,region,category,subcat1,subcat2,offenders,reoffenders,reoffences\n";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "Jul 2017 to Sep 2017, quarter, 2017-07-01",
    "July to September 2017, quarter, 2017-07-01",
    "Oct-Dec 2017, quarter, 2017-10-01",
    "2017-07-01/2017-09-30, quarter, 2017-07-01",
    "April 2017 to March 2018, four_quarters, 2017-04-01",
    "Apr to Mar 2018, four_quarters, 2017-04-01",
    "2017/18, four_quarters, 2017-04-01",
    "1999/00, four_quarters, 1999-04-01",
    "2011, four_quarters, 2011-01-01"
  })
  void aCohortIsAQuarterOrTwelveMonths(String written, String window, LocalDate start)
      throws IOException {
    RateCell cell = read(written + ",,,,,,,5,1,1").get(0).cell();

    assertThat(cell.cohortWindow()).isEqualTo(window);
    assertThat(cell.cohortStart()).isEqualTo(start);
  }

  @Test
  void twelveMonthsAreAYearWhereTheTableCountsEverybodyOnce() throws IOException {
    Path file = file("2011,,,,,,,5,1,1");

    List<PublishedRow> rows = PublishedTable.read(file, WindowKind.YEAR).rows();

    assertThat(rows.get(0).cell().cohortWindow()).isEqualTo("year");
  }

  @ParameterizedTest
  @CsvSource({
    "Gender, Male, sex, M",
    "sex, F, sex, F",
    "Age, 10 to 14, age_band, 10-14",
    "Age group, 50 and over, age_band, 50+",
    "Number of previous offences, 3 - 6, previous_offences_band, 3-6",
    "Previous offences, 11 or more, previous_offences_band, 11+",
    "Index disposal, Court order, index_category, COURT_ORDER",
    "Index offence group, Violence Against the Person, index_offence_group, Violence against the person",
    "Custodial sentence length, 10 years and over, sentence_length_band, 10 years and over",
    "Ethnicity, Not recorded, ethnicity, Unknown",
    "Total, All, total, total",
    "Sex, All, total, total"
  })
  void aPartIsACategoryOfTheMarts(String written, String part, String breakdown, String category)
      throws IOException {
    RateCell cell = read("2011,,,,%s,%s,,5,1,1".formatted(written, part)).get(0).cell();

    assertThat(cell.breakdown()).isEqualTo(breakdown);
    assertThat(cell.category()).isEqualTo(category);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', national, EW",
    "'', England and Wales, national, EW",
    "'', London, region, J",
    "region, D, region, D",
    "police_force, Cumbria, police_force, 03",
    "local_authority, hartlepool, local_authority, E06000001",
    "Police Force, cumbria, police_force, 03",
    "prison, Altcourse (HMP and YOI), prison, ACI"
  })
  void anAreaIsFoundByItsNameOrCode(String type, String written, String kind, String code)
      throws IOException {
    RateCell cell = read("2011,,%s,%s,,,,5,1,1".formatted(type, written)).get(0).cell();

    assertThat(cell.geographyType()).isEqualTo(kind);
    assertThat(cell.geographyCode()).isEqualTo(code);
  }

  @Test
  void adultsAreACellOfTheMartsUnlessTheyAreDividedFurther() throws IOException {
    List<PublishedRow> rows =
        read("2011,Adult,,,,,,5,1,1\n2011,Child,,,Sex,Male,,5,1,1\n2011,All,,,Sex,Male,,5,1,1");

    assertThat(rows.get(0).martCell())
        .hasValueSatisfying(cell -> assertThat(cell.category()).isEqualTo("adult"));
    assertThat(rows.get(1).martCell()).isEmpty();
    assertThat(rows.get(2).martCell())
        .hasValueSatisfying(cell -> assertThat(cell.category()).isEqualTo("M"));
  }

  @Test
  void aCountThatWasWithheldIsNone() throws IOException {
    PublishedRow row = read("2011,,,,,,,..,[c],low").get(0);

    assertThat(row.offenders()).isNull();
    assertThat(row.reoffenders()).isNull();
    assertThat(row.reoffences()).isNull();
  }

  @Test
  void thousandsMayBeSetApart() throws IOException {
    assertThat(read("2011,,,,,,,\"331,356\",93413,\"1,441,946\"").get(0))
        .extracting(PublishedRow::offenders, PublishedRow::reoffences)
        .containsExactly(331_356L, 1_441_946L);
  }

  @Test
  void aColumnThatOthersAddedIsNotReadAndNamed() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("more.csv"), "cohort,offenders,notes\n2011,5,provisional\n");

    PublishedTable table = PublishedTable.read(file, WindowKind.FOUR_QUARTERS);

    assertThat(table.ignored()).containsExactly("notes");
    assertThat(table.rows()).hasSize(1);
  }

  @Test
  void oneFigureInTwoSpellingsIsRefused() throws IOException {
    Path file =
        file(
            "Jul 2017 to Sep 2017,All,,London,Total,,,40,10,18\nJuly to September 2017,,,london,,,,40,12,20");

    assertThatThrownBy(() -> PublishedTable.read(file, WindowKind.FOUR_QUARTERS))
        .isInstanceOf(DesistException.class)
        .hasMessageContaining(
            "rows 1 and 2 below the header are the same figure, July to September 2017, london, everybody. Take one of them out.");
  }

  @Test
  void everyFaultIsNamedWithItsLineAndWhatMayBeMeant() throws IOException {
    Path file =
        file(
            "Q3 2017,Grown-up,,Londn,Sexx,Male,,4,9,8\n2017/18,,,,Sex,Mail,,4,1,1\n2016/18,,,,Total,Male,,4,1,1\n2011,,regoin,,,,,4,1,1\n2011,,,Cumbria,,,,4a,1,1\n2011,,,,Age,60 and over,,4,1,1\n2011,,police_force,Metropolitan Police Service,,,,4,1,1");

    assertThatThrownBy(() -> PublishedTable.read(file, WindowKind.FOUR_QUARTERS))
        .isInstanceOf(DesistException.class)
        .hasMessageContainingAll(
            "line 2: cohort Q3 2017 is no quarter and no twelve months",
            "line 2: adult_child Grown-up is none of Adult, Juvenile, Child and All",
            "line 2: region Londn is no region of the reference tables; the nearest is london",
            "line 2: category Sexx is no breakdown of the marts; the nearest is sex",
            "line 2: reoffenders 9 are more than offenders 4",
            "line 2: reoffences 8 are fewer than reoffenders 9",
            "line 3: subcat1 Mail is no category of Sex; the nearest is male",
            "line 4: cohort 2016/18 is no quarter",
            "line 4: subcat1 Male is a part of no category: name one in category",
            "line 5: geography_type regoin is no kind of area; the nearest is region",
            "line 7: subcat1 60 and over is no category of Age; there are 10-14, 15-17,",
            "line 6: region Cumbria is no region of the reference tables; it is a police force: write police_force in geography_type",
            "line 6: offenders 4a is no count: write digits, or one of .. . *",
            "line 8: region Metropolitan Police Service is no police force of the reference tables by name alone: write one of the codes 01, 02",
            "Correct the file and try again.")
        .extracting(e -> ((DesistException) e).code())
        .isEqualTo(ErrorCode.BAD_PUBLISHED_TABLE);
  }

  private List<PublishedRow> read(String rows) throws IOException {
    return PublishedTable.read(file(rows), WindowKind.FOUR_QUARTERS).rows();
  }

  private Path file(String rows) throws IOException {
    return Files.writeString(folder.resolve("published.csv"), HEADER + rows + "\n");
  }
}
