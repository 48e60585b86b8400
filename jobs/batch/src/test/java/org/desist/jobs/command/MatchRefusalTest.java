// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code desist match} refuses or doubts, and that it says where. */
class MatchRefusalTest extends MatchFixture {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "treat,x,y;1,2,0;2,3,1;0,1,1 | line 3, column treat: '2' stands where 0, 1, true or false belongs. Correct it.",
        "treat,x,y;1,2,0;,3,1;0,1,1 | line 3, column treat: the treatment is missing. Give 0 or 1.",
        "treat,x,y;1,2,0;Smith,3,1;0,1,1 | line 3, column treat: a text of 5 characters stands where 0, 1, true or false belongs. Correct it.",
        "treat,x,y;1,2,0;\"0\",\"3/\",1;0,1,no | line 3: A quoted value holds the end of a line; the row covers lines 3 to 4. Correct it and try again.",
        "treat,x;1,2 | it has no column 'y'. Its columns are: treat, x.",
        "treat,x,y;1,2 | line 2: The row has 2 values where the header has 3. Correct it and try again.",
        "treat,x,x,y;1,2,2,1 | line 1 names the column x twice. They are columns 2 and 3:",
        "treat,x,y | it has no rows. Give it some units.",
      })
  void badDataAreRefusedWithTheirPlace(String rows, String message) throws IOException {
    int exit =
        match(
            write(List.of(rows.replace("/", "\n").split(";"))),
            "--treatment treat --covariates x --outcomes y");

    assertThat(exit).isEqualTo(3);
    assertThat(terminal.err()).contains("Cannot ").contains(message);
    assertThat(out).doesNotExist();
  }

  @Test
  void idsAreUniqueAndStayOutOfMessages() throws IOException {
    String options = "--id id --treatment treat --covariates x --outcomes y";
    match(write(List.of("id,treat,x,y", "S7,1,2,0", "S8,0,3,1", "S7,0,1,1")), options);
    assertThat(terminal.err())
        .contains("rows 1 and 3 have the same id. Give every unit its own.")
        .doesNotContain("S7");
    match(write(List.of("id,treat,x,y", "S7,1,2,0", ",0,3,1")), options);
    assertThat(terminal.err()).contains("line 3, column id: the id is missing.");
  }

  @Test
  void separationIsNamed() throws IOException {
    int exit =
        match(
            write(List.of("treat,x,y", "1,5,0", "1,6,1", "0,2,1", "0,1,0")),
            "--treatment treat --covariates x --outcomes y");

    assertThat(exit).isEqualTo(3);
    assertThat(terminal.err())
        .contains(
            "Cannot estimate the score: x tells treated from untreated units without a fault");
  }

  @Test
  void anErrorNamesACovariateOfManyValuesAndNoneOfThem() throws IOException {
    Path units =
        people(
            "date_of_birth,note,y",
            i ->
                String.format(
                    Locale.ROOT,
                    "19%02d-03-%02d,Ann\t%d,%d",
                    i + 10,
                    1 + i % 28,
                    i,
                    i % 3 == 0 ? 1 : 0));

    assertThat(match(units, BY + "date_of_birth")).isEqualTo(3);
    assertThat(terminal.err())
        .contains(
            "Cannot estimate the score: date_of_birth (80 of its 80 values) tells treated from")
        .doesNotContain("1984", "-03-");
    match(units, BY + "date_of_birth --interactions date_of_birth:note --category note");
    assertThat(terminal.err()).doesNotContain("1984", "Ann");
  }

  /** By coded value: untreated, treated; y follows the value alone. */
  @Test
  void aCategoryCodedAsNumbersIsLoudUntilItIsDeclared() throws IOException {
    int[][] people = {{30, 20}, {60, 10}, {30, 20}};
    List<String> rows = new ArrayList<>(List.of("unit,treated,ethnicity,y"));
    for (int code = 1; code <= 3; code++) {
      for (int i = 0; i < people[code - 1][0] + people[code - 1][1]; i++) {
        boolean isTreated = i < people[code - 1][1];
        rows.add(
            String.format(
                Locale.ROOT,
                "U%d,%d,%d,%d",
                rows.size(),
                isTreated ? 1 : 0,
                code,
                code == 2 ? i % 5 / 4 : 1 - i % 5 / 4));
      }
    }
    Path units = write(rows);

    assertThat(match(units, BY + "ethnicity")).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .contains("CHECK ethnicity: it was read as a quantity and has only 3 different values")
        .contains("say --category ethnicity")
        .contains("Balance: 1 green,");
    assertThat(contents(out).get("match.json")).contains("CHECK ethnicity");
    assertThat(lines("effects.csv").get(1)).doesNotContain(",0,");

    assertThat(match(units, BY + "ethnicity --category ethnicity")).as(terminal.err()).isZero();
    assertThat(terminal.out()).doesNotContain("CHECK").contains(" ethnicity_2 ");
    assertThat(Double.parseDouble(lines("effects.csv").get(1).split(",", -1)[5]))
        .isCloseTo(0, within(1e-12));
  }

  @Test
  void levelsThatDifferByABlankAreOneAndThatIsSaid() throws IOException {
    Path units =
        people(
            "age,sex,area,y",
            i ->
                String.format(
                    Locale.ROOT,
                    "%d,%s,%s,%d",
                    20 + i * 7 % 40,
                    (i % 3 == 0 ? "F" : "M") + (i % 5 == 1 ? " " : ""),
                    List.of("east", "north").get(i / 3 % 2),
                    i % 3 == 0 ? 1 : 0));

    assertThat(match(units, BY + "age,sex,area")).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .contains(
            "sex: 16 values have blanks or unseen characters at their ends, the first in line 3.")
        .contains("Score: 4 terms,");
    assertThat(lines("balance.csv")).filteredOn(line -> line.startsWith("sex_")).hasSize(2);
  }

  @Test
  void nullIsMissingAndAnyOtherTextIsSaidBeforeTheError() throws IOException {
    String[] odd = {"NULL"};
    IntFunction<String> row =
        i ->
            String.format(
                Locale.ROOT,
                "%s,%d",
                i % 10 == 4 ? odd[0] : String.valueOf(20 + i),
                i % 3 == 0 ? 1 : 0);

    assertThat(match(people("age,y", row), BY + "age")).as(terminal.err()).isZero();
    assertThat(lines("coefficients.csv")).anyMatch(line -> line.startsWith("age_missing,"));

    odd[0] = "n/k";
    assertThat(match(people("age,y", row), BY + "age")).isEqualTo(3);
    assertThat(terminal.err())
        .startsWith("age was read as text: line 6 is no number ('n/k'; 72 of its 80 values are).")
        .contains("Cannot estimate the score: age was read as text: line 6 is no number ('n/k';")
        .contains("As it stands: age (")
        .doesNotContain("age20");
  }

  @Test
  void numbersBeyondReckoningAreNoFaultOfTheSoftware() throws IOException {
    Path units =
        people(
            "age,y",
            i ->
                String.format(
                    Locale.ROOT, "%d,%s", 20 + i * 7 % 40, i == 9 ? "1e308" : "" + i % 5));
    assertThat(match(units, BY + "age")).isEqualTo(3);
    assertThat(terminal.err()).contains("line 11, column y: '1e308' is farther from 0 than 1.0E15");

    for (String scale : List.of("1e-320", "1e-200", "1e-100", "1e14")) {
      double unit = Double.parseDouble(scale);
      Path other =
          people(
              "age,y",
              i ->
                  String.format(
                      Locale.ROOT, "%d,%s", 20 + i * 7 % 40, Double.toString(unit * (i % 5))));
      assertThat(match(other, BY + "age")).as(scale + terminal.err()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--ratio 2 | Cannot use --ratio with --matching radius",
        "--order data | Cannot use --order with --matching radius",
        "--caliper-scale sd | Cannot use --caliper-scale without --caliper",
        "--caliper 0 | Cannot match within a caliper of 0.0: it must be above 0.",
        "--matching nearest --ratio 0 | Cannot match 0 neighbours to a unit.",
        "--interactions age | Cannot use the interaction 'age'",
        "--interactions age:height | Cannot multiply height: it is not among the covariates.",
        "--exact took_part | Cannot use column took_part twice: a treatment is one thing only.",
        "--caliper 1e400 | Cannot use --caliper Infinity: it is a number of 1 at most.",
        "--caliper NaN | Cannot use --caliper NaN: it is a number of 1 at most.",
        "--caliper -1 | Cannot match within a caliper of -1.0: it must be above 0.",
        "--caliper 11 --caliper-scale sd | Cannot use --caliper 11.0: it is a number of 10 at most.",
        "--matching nearest --ratio 2000000000 | Cannot use --ratio 2.0E9: it is a number of 1000 at most.",
        "--category aera | Cannot use --category aera: it is not among the covariates or exact columns. Is it area?",
        "--method optimal | Invalid value for option '--method'",
      })
  void optionsThatDoNotGoTogetherAreRefused(String options, String message) {
    assertThat(match(SAMPLE, COLUMNS + " " + options)).isEqualTo(2);
    assertThat(terminal.err()).contains(message);
    assertThat(out).doesNotExist();
  }
}
