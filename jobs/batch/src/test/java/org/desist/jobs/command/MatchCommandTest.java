// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
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
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class MatchCommandTest extends MatchFixture {
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
            "outcome,treated_n,comparison_n,treated_value,comparison_value,difference,lower,upper,p_value,significant,fall_percent,fall_lower,fall_upper,target_result");
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
        " --matching nearest --ratio 2 --caliper 0.2 --caliper-scale sd-logit --exact sex";
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

    assertThat(match(units, "--treatment treat --covariates x --outcomes y --matching nearest"))
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
            "--treatment treat --covariates x --outcomes y --caliper 0.9 --target-fall 1");

    assertThat(exit).isZero();
    assertThat(terminal.out())
        .contains("1 red")
        .contains("SEALED: after matching the groups are not alike in what is red above.");
    assertThat(lines("effects.csv")).hasSize(2);
    assertThat(lines("effects.csv").get(1)).as("no target is met by groups unlike").endsWith(",");
    assertThat(contents(out).get("match.json")).contains("\"is_sealed\" : true");
  }

  @Test
  void aTargetIsAFallOfSomePercent() throws IOException {
    assertThat(match(SAMPLE, COLUMNS + " --target-fall 30")).as(terminal.err()).isZero();

    // 0.3207 against 0.4455 are 28.0% fewer, and 0.6667 against 0.9883 are 32.5%.
    assertThat(terminal.out())
        .contains(
            " Target: 30% fewer  treated per 100  comparison per 100  % fewer  95% from    to  result",
            " reoffended                    32.1                44.6     28.0      12.4  42.4  NOT_MET",
            " reoffences                    66.7                98.8     32.5      13.3  49.7  MET");
    assertThat(lines("effects.csv").get(1)).endsWith(",NOT_MET");
    assertThat(lines("effects.csv").get(2)).endsWith(",MET");
    assertThat(contents(out).get("match.json")).contains("\"target_fall_percent\" : 30.0");

    match(SAMPLE, COLUMNS);
    assertThat(terminal.out()).doesNotContain("Target");
    assertThat(lines("effects.csv").get(2)).endsWith(",");
  }

  @Test
  void aTargetIsAPercentage() {
    for (String percent : List.of("0", "-7.5", "100.1", "NaN")) {
      assertThat(match(SAMPLE, COLUMNS + " --target-fall " + percent)).isEqualTo(2);
      assertThat(terminal.err())
          .contains("it is a percentage above 0, and 100 at most. Give another, or leave it out.");
    }
  }

  @Test
  void nobodyMatchedIsSealedToo() throws IOException {
    Path units = write(List.of("treat,x,y", "0,1,1", "1,2,0", "0,4,0", "1,5,1", "0,9,1"));

    match(units, "--treatment treat --covariates x --outcomes y --caliper 0.000001");

    assertThat(terminal.out()).contains("SEALED: balance could not be judged after matching.");
    assertThat(lines("effects.csv").get(1)).isEqualTo("y,0,0,,,,,,,false,,,,");
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
  void onlyAFolderOfAnEarlierMatchingIsReplaced() throws IOException {
    match(SAMPLE, COLUMNS + " --matching nearest");
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

  private List<String> sorted(String file) throws IOException {
    return lines(file).stream().sorted().toList();
  }
}
