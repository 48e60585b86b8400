// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.desist.jobs.SmallWorld;
import org.desist.jobs.Terminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchCommandTest {
  private static final Path SAMPLE =
      SmallWorld.extracts().getParent().resolveSibling("match").resolve("units.csv");
  private static final String COLUMNS =
      "--id unit --treatment took_part --covariates age,sex,previous_sanctions,need,area"
          + " --outcomes reoffended,reoffences";

  @TempDir Path folder;
  private Terminal terminal;
  private Path out;

  @BeforeEach
  void open() {
    terminal = new Terminal(folder, Map.of());
    out = folder.resolve("out");
  }

  @Test
  void theSampleHasAnAnswer() throws IOException {
    assertThat(match(SAMPLE, COLUMNS)).as(terminal.err()).isZero();

    assertThat(terminal.out().lines().limit(8))
        .containsExactly(
            "900 units: 237 treated, 663 to compare with",
            "Score: 9 terms, 5 steps to the maximum of the likelihood",
            "Matching: everybody within 0.05 of the score, with replacement",
            "  237 of 237 treated units matched to 663 others, who count for 564.7",
            "",
            "Balance: 11 green, 0 amber, 0 red, 0 not evaluated (standardised mean difference, per"
                + " cent; green to 5, amber to 10)",
            " covariate           before  after  variance ratio  light",
            " age                  -13.9   -1.3            1.07  green");
    assertThat(terminal.out())
        .contains(" reoffended   0.3207      0.4455     -0.1248   -0.1973  -0.0523  <0.01  yes")
        .doesNotContain("SEALED");
    assertThat(contents(out).keySet())
        .containsExactly(
            "balance.csv",
            "coefficients.csv",
            "effects.csv",
            "match.json",
            "scores.csv",
            "weights.csv");
    assertThat(lines("coefficients.csv"))
        .map(line -> line.split(",", -1)[0])
        .containsExactly(
            "term",
            "(Intercept)",
            "age",
            "sexM",
            "previous_sanctions",
            "needlow",
            "needmedium",
            "need_missing",
            "areanorth",
            "areawest");
    assertThat(lines("effects.csv").get(0))
        .isEqualTo(
            "outcome,treated_n,comparison_n,treated_value,comparison_value,difference,lower,upper,p_value,significant");
    JsonNode about = new ObjectMapper().readTree(out.resolve("match.json").toFile());
    assertThat(about.get("balance").asText()).isEqualTo("passed");
    assertThat(about.get("treated_matched").asInt()).isEqualTo(237);
  }

  @Test
  void packedCsvAndParquetGiveTheSameFiles() throws IOException, SQLException {
    match(SAMPLE, COLUMNS);
    Map<String, String> expected = contents(out);
    Path packed = folder.resolve("units.csv.gz");
    try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(packed))) {
      stream.write(Files.readAllBytes(SAMPLE));
    }
    Path parquet = folder.resolve("it's units.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "copy (select * replace (took_part = 1 as took_part) from read_csv('%s')) to '%s' (format parquet)"
              .formatted(SAMPLE, parquet.toString().replace("'", "''")));
    }

    for (Path other : List.of(packed, parquet)) {
      assertThat(match(other, COLUMNS)).as(terminal.err()).isZero();
      assertThat(contents(out)).isEqualTo(expected);
    }
  }

  @Test
  void aNameWithBracketsIsNoPattern() throws IOException, SQLException {
    Path named = folder.resolve("units[1].parquet");
    copy("select * from read_csv('%s')".formatted(SAMPLE), named);
    match(named, COLUMNS);
    Map<String, String> expected = contents(out);

    // The file that the name would read as a pattern: every outcome turned round.
    copy(
        "select * replace (1 - reoffended as reoffended) from read_csv('%s')".formatted(SAMPLE),
        folder.resolve("units1.parquet"));

    assertThat(match(named, COLUMNS)).as(terminal.err()).isZero();
    assertThat(contents(out)).isEqualTo(expected);
  }

  private static void copy(String select, Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("copy (%s) to '%s' (format parquet)".formatted(select, file));
    }
  }

  @Test
  void nearestNeighboursDoNotDependOnTheOrderOfRows() throws IOException {
    String options =
        " --method nearest --ratio 2 --caliper 0.2 --caliper-scale sd-logit --exact sex";
    match(SAMPLE, COLUMNS + options);
    Map<String, String> expected = contents(out);
    assertThat(lines("pairs.csv").get(0)).isEqualTo("treated,comparison,rank");
    List<String> rows = new ArrayList<>(Files.readAllLines(SAMPLE));
    Collections.shuffle(rows.subList(1, rows.size()), new Random(7));

    assertThat(match(write(rows), COLUMNS + options)).isZero();

    for (String file : List.of("coefficients.csv", "pairs.csv", "balance.csv", "effects.csv")) {
      assertThat(contents(out)).containsEntry(file, expected.get(file));
    }
    assertThat(sorted("weights.csv"))
        .isEqualTo(expected.get("weights.csv").lines().sorted().toList());
  }

  @Test
  void everyUnitOfAPairHasItsTreatedUnitAsSubclass() throws IOException {
    // The lower x, the higher the score: unit 2 chooses first, then 6, then 4.
    Path units =
        write(List.of("treat,x,y", "0,1,1", "1,2,0", "0,4,0", "1,5,1", "0,9,1", "1,3,1", "0,2,1"));

    assertThat(match(units, "--treatment treat --covariates x --outcomes y --method nearest"))
        .as(terminal.err())
        .isZero();

    assertThat(lines("weights.csv"))
        .containsExactly(
            "unit,weight,subclass", "1,0,", "2,1,2", "3,1,6", "4,1,4", "5,1,4", "6,1,6", "7,1,2");
  }

  @Test
  void groupsThatAreNotAlikeAreSealed() throws IOException {
    List<String> rows = new ArrayList<>(List.of("treat,x,y"));
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      boolean isTreated = i % 4 == 0;
      double x = Math.round(1000 * (random.nextGaussian() + (isTreated ? 1.5 : 0))) / 1000.0;
      rows.add((isTreated ? "true," : "FALSE,") + x + "," + (i % 3 == 0 ? 1 : 0));
    }

    int exit =
        match(
            write(rows),
            "--treatment treat --covariates x --outcomes y --caliper 0.9 --method radius");

    assertThat(exit).isZero();
    assertThat(terminal.out())
        .contains("1 red")
        .contains("SEALED: after matching the groups are not alike in what is red above.");
    assertThat(lines("effects.csv")).hasSize(2);
    assertThat(contents(out).get("match.json")).contains("\"is_sealed\" : true");
  }

  @Test
  void nobodyMatchedIsSealedToo() throws IOException {
    Path units = write(List.of("treat,x,y", "0,1,1", "1,2,0", "0,4,0", "1,5,1", "0,9,1"));

    match(units, "--treatment treat --covariates x --outcomes y --caliper 0.000001");

    assertThat(terminal.out()).contains("SEALED: balance could not be judged after matching.");
    assertThat(lines("effects.csv").get(1)).isEqualTo("y,0,0,,,,,,,false");
  }

  @Test
  void whatIsLeftOutOfTheScoreIsNamed() throws IOException {
    List<String> rows = new ArrayList<>(List.of("treat,x,twice,place,code,y"));
    Random random = new Random(2);
    for (int i = 0; i < 120; i++) {
      int x = random.nextInt(20);
      String code = i % 8 == 3 ? "?" : Integer.toString(i % 3);
      rows.add(
          String.format(
              Locale.ROOT,
              "%d,%d,%d,here,%s,%d",
              random.nextInt(5) < 2 ? 1 : 0,
              x,
              2 * x,
              code,
              i % 2));
    }

    int exit =
        match(
            write(rows),
            "--treatment treat --covariates x,twice,place,code --interactions code:x --outcomes y");

    assertThat(exit).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .contains(
            "code was read as text: line 5 is no number ('?'; 105 of its 120 values are). Each of its"
                + " values became a level. Say --category code if that is meant,")
        .contains("  never varies, left out: place")
        .contains("  left out: twice (a combination of x)");
    assertThat(lines("coefficients.csv"))
        .contains("twice,,")
        .anyMatch(l -> l.startsWith("code1:x,"));
  }

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
  void whoHasNobodyAlikeLeavesLoudly() throws IOException {
    List<String> rows = new ArrayList<>(List.of("id,treat,region,x,y"));
    for (int i = 1; i <= 40; i++) {
      rows.add(
          String.format(
              Locale.ROOT,
              "U%d,%d,%s,%d,%d",
              i,
              i % 2,
              i % 4 < 2 ? "north" : "south",
              i % 5,
              i % 3 == 0 ? 1 : 0));
    }
    rows.add("U41,1,west,2,1");
    rows.add("U42,0,east,2,0");
    rows.add("U43,0,east,3,0");

    int exit =
        match(
            write(rows),
            "--id id --treatment treat --covariates x,region --outcomes y --caliper 1");

    assertThat(exit).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .contains(
            "43 units: 21 treated, 22 to compare with",
            "NO COMMON SUPPORT: 3 units leave before the score, 1 of them treated",
            "    region (2 of its 4 values: 'east', 'west'): 1 treated, 2 untreated",
            "20 of 21 treated units matched to 20 others");
    assertThat(Files.readAllLines(out.resolve("scores.csv")))
        .hasSize(44)
        .contains("U41,1,", "U42,0,", "U43,0,");
    assertThat(Files.readAllLines(out.resolve("weights.csv"))).contains("U41,0,", "U42,0,");
    assertThat(Files.readString(out.resolve("match.json")))
        .contains("no_common_support", "regionwest");
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

  private Path people(String header, IntFunction<String> row) throws IOException {
    List<String> rows = new ArrayList<>(List.of("unit,treated," + header));
    for (int i = 0; i < 80; i++) {
      rows.add(String.format(Locale.ROOT, "U%03d,%d,%s", i, i % 4 == 0 ? 1 : 0, row.apply(i)));
    }
    return write(rows);
  }

  private static final String BY = "--id unit --treatment treated --outcomes y --covariates ";

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
        "--ratio 2 | Cannot use --ratio with --method radius",
        "--order data | Cannot use --order with --method radius",
        "--caliper-scale sd | Cannot use --caliper-scale without --caliper",
        "--caliper 0 | Cannot match within a caliper of 0.0: it must be above 0.",
        "--method nearest --ratio 0 | Cannot match 0 neighbours to a unit.",
        "--interactions age | Cannot use the interaction 'age'",
        "--interactions age:height | Cannot multiply height: it is not among the covariates.",
        "--exact took_part | Cannot use column took_part twice: a treatment is one thing only.",
        "--caliper 1e400 | Cannot use --caliper Infinity: it is a number of 1 at most.",
        "--caliper NaN | Cannot use --caliper NaN: it is a number of 1 at most.",
        "--caliper -1 | Cannot match within a caliper of -1.0: it must be above 0.",
        "--caliper 11 --caliper-scale sd | Cannot use --caliper 11.0: it is a number of 10 at most.",
        "--method nearest --ratio 2000000000 | Cannot use --ratio 2.0E9: it is a number of 1000 at most.",
        "--category aera | Cannot use --category aera: it is not among the covariates or exact columns. Is it area?",
        "--method optimal | Invalid value for option '--method'",
      })
  void optionsThatDoNotGoTogetherAreRefused(String options, String message) {
    assertThat(match(SAMPLE, COLUMNS + " " + options)).isEqualTo(2);
    assertThat(terminal.err()).contains(message);
    assertThat(out).doesNotExist();
  }

  @Test
  void onlyAFolderOfAnEarlierMatchingIsReplaced() throws IOException {
    match(SAMPLE, COLUMNS + " --method nearest");
    assertThat(out.resolve("pairs.csv")).exists();

    assertThat(match(SAMPLE, COLUMNS)).isZero();
    assertThat(out.resolve("pairs.csv")).doesNotExist();

    Files.writeString(out.resolve("thesis.txt"), "years of work");
    Map<String, String> before = contents(out);
    assertThat(match(SAMPLE, COLUMNS)).isEqualTo(2);
    assertThat(terminal.err())
        .contains("it holds thesis.txt, which no matching wrote. Name another folder with --out.");
    assertThat(contents(out)).isEqualTo(before);

    Files.delete(out.resolve("match.json"));
    Files.delete(out.resolve("thesis.txt"));
    assertThat(match(SAMPLE, COLUMNS)).isEqualTo(2);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(out);
    }
  }

  private int match(Path units, String options) {
    List<String> words = new ArrayList<>(List.of("match", "--units", units.toString()));
    words.addAll(List.of(options.split(" ")));
    words.addAll(List.of("--out", out.toString()));
    return terminal.type(words.toArray(String[]::new));
  }

  private Path write(List<String> lines) throws IOException {
    return Files.write(folder.resolve("units.csv"), lines);
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(out.resolve(file));
  }

  private List<String> sorted(String file) throws IOException {
    return lines(file).stream().sorted().toList();
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return contents;
  }
}
