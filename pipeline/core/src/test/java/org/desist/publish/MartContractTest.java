// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.publish;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the contract promises, compared with what a run of the small world publishes. */
class MartContractTest {
  @TempDir private static Path out;
  private static Path version;
  private static MartReader reader;

  @BeforeAll
  static void publishTheSmallWorld() throws SQLException {
    version = SmallWorldRun.publish(out);
    reader = new MartReader(version);
  }

  @AfterAll
  static void closeReader() throws SQLException {
    if (reader != null) {
      reader.close();
    }
  }

  @Test
  void everyMartOfAVersionIsInTheContractAndNoOther() throws IOException {
    List<String> folders;
    try (Stream<Path> walk = Files.walk(version)) {
      folders =
          walk.filter(file -> file.toString().endsWith(".parquet"))
              .map(file -> version.relativize(file.getParent()).toString())
              .distinct()
              .toList();
    }

    assertThat(MartContract.read().ofVersions())
        .extracting(MartContract.Mart::path)
        .containsExactlyInAnyOrderElementsOf(folders);
  }

  @Test
  void columnsHaveTheNamesTypesAndOrderOfTheContract() throws SQLException {
    for (MartContract.Mart mart : MartContract.read().ofVersions()) {
      List<Map.Entry<String, String>> promised =
          mart.columns().stream().map(c -> entry(c.name(), c.sqlType())).toList();

      assertThat(reader.columns(mart)).as(mart.name()).isEqualTo(promised);
    }
  }

  @Test
  void whatIsNeverEmptyIsNeverEmpty() throws SQLException {
    for (MartContract.Mart mart : MartContract.read().ofVersions()) {
      for (MartContract.Column column : mart.columns()) {
        if (column.constraints().required()) {
          assertThat(reader.count(mart, "\"%s\" is null".formatted(column.name())))
              .as(mart.name() + " " + column.name())
              .isZero();
        }
      }
    }
  }

  @Test
  void listedValuesAreTheOnlyOnes() throws SQLException {
    for (MartContract.Mart mart : MartContract.read().ofVersions()) {
      for (MartContract.Column column : mart.columns()) {
        if (!column.constraints().allowed().isEmpty()) {
          String allowed =
              column.constraints().allowed().stream()
                  .map(value -> "'" + value + "'")
                  .collect(Collectors.joining(", "));
          assertThat(reader.count(mart, "\"%s\" not in (%s)".formatted(column.name(), allowed)))
              .as(mart.name() + " " + column.name())
              .isZero();
        }
      }
    }
  }

  @Test
  void rowsDifferByTheirPrimaryKey() throws SQLException {
    for (MartContract.Mart mart : MartContract.read().ofVersions()) {
      // Rows that were corrected are there after a replay only.
      assertThat(reader.count(mart, "true") > 0)
          .as(mart.name())
          .isNotEqualTo(mart.path().equals("restricted/quarantine_closed"));
      assertThat(reader.repeatedKeys(mart)).as(mart.name()).isZero();
    }
  }

  @Test
  void catalogExplainsEveryPublishedColumn() throws SQLException {
    Map<String, String> promised = new TreeMap<>();
    for (MartContract.Mart mart : MartContract.read().ofVersions()) {
      if (mart.path().startsWith("published/")) {
        String view = mart.path().substring("published/".length());
        mart.columns().forEach(c -> promised.put(view + "." + c.name(), c.description()));
      }
    }

    assertThat(MartReader.comments(out.resolve(MartCatalog.FILE))).isEqualTo(promised);
  }

  @Test
  void workedQuestionsReadTheirMartAndGiveRows() throws SQLException {
    for (MartContract.Mart mart : MartContract.read().ofVersions()) {
      for (MartPages.Question question : MartPages.questions(MartPages.bareName(mart))) {
        long rows =
            question.sql().contains("restricted.")
                ? reader.rows(question.sql())
                : MartReader.rows(out.resolve(MartCatalog.FILE), question.sql());
        assertThat(question.sql()).containsPattern("\\b" + MartPages.bareName(mart) + "\\b");
        assertThat(rows).as(mart.name() + ": " + question.title()).isPositive();
      }
    }
  }
}
