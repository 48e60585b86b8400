// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desist.jobs.SampleMarts;
import org.desist.jobs.Terminal;
import org.desist.run.Versions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaymentSheetTest {
  @TempDir static Path out;
  private Terminal terminal;

  @BeforeAll
  static void publish() throws IOException, SQLException {
    Versions versions = Versions.below(out);
    Path draft = versions.draft("r1");
    try (InputStream input = PaymentSheetTest.class.getResourceAsStream("lines.sql");
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(new String(input.readAllBytes(), StandardCharsets.UTF_8));
      for (String mart : List.of("published/run", "published/payment", "restricted/payment_line")) {
        Path folder = Files.createDirectories(draft.resolve(mart));
        statement.execute(
            "copy %s to '%s' (format parquet)"
                .formatted(mart.replace('/', '_'), folder.resolve("0.parquet")));
      }
    }
    SampleMarts.complete(draft);
    versions.publish("r1");
  }

  @BeforeEach
  void open() {
    terminal = new Terminal(out, Map.of());
  }

  private int type(String... more) {
    List<String> words =
        new ArrayList<>(List.of("payment", "--provider", "C02", "--out", out.toString()));
    words.addAll(List.of(more));
    return terminal.type(words.toArray(String[]::new));
  }

  @Test
  void everyLineHasItsRunningSumAndItsRule() {
    assertThat(type("--year", "one", "--restricted")).isZero();

    assertThat(terminal.out().lines().map(String::strip).map(line -> line.replaceAll(" +", " ")))
        .containsSubsequence(
            "Payment to North <& \"South\"> (C02), contract year one, 1 April 2016 to 31 March 2017",
            "Extracts taken on: 31 December 2018",
            "Fee for service, on the forecast",
            "1 Orders Apr 2016 3 start 1,480.50 4,441.50 4,441.50 final",
            "2 Orders May 2016 2 start 1,480.50 2,961.00 7,402.50 final",
            "Fee for service, year-end adjustment, Apr 2016 to Mar 2017",
            "3 Orders 4 start 1,480.50 5,922.00 13,324.50 final",
            "4 Orders -5 start 1,480.50 -7,402.50 5,922.00 final",
            "line 4: Less what was paid month by month on the forecast.",
            "5 reoffending rate 1.2345678 point 1,000.00 1,234.57 7,156.57 final",
            "line 5: Observed 30%, adjusted for the mix of offenders 38.7654322%; the baseline 2011 is 40%.",
            "Chance alone, in the cohort of 9000 (of an effective size of 8123.5) and in the baseline",
            "of 8000 people, would leave it between 39% and 41%. It is below: a significant fall,",
            "6 reoffences per reoffender Apr 2016 to Jun 2016 20 reoffence 10.00 0.00 7,156.57 final",
            "7 reoffences per reoffender Jul 2016 to Sept 2016 reoffence 10.00 0.00 7,156.57 INTERIM",
            "line 6: The baseline's 4.2 reoffences per reoffender x 100 reoffenders, less the 400 that were",
            "proven, are the reoffences avoided. The contract pays on these. By reoffences per",
            "offender, which it does not pay on, they would be -3.5. Not paid: the reoffending rate",
            "line 7: Not paid. INTERIM: convictions can still come in, and the cohort has no outcome before",
            "it is final. It waits for extracts of 30 June 2018 or later.",
            "8 maximum payment -234.57 6,922.00 INTERIM",
            "- Lines marked INTERIM are not paid yet, and the total will change.",
            "What it comes to GBP",
            "Fee for service, on the forecast 7,402.50",
            "Fee for service, year-end adjustment -1,480.50",
            "TOTAL GBP 6,922.00 INTERIM: not final before extracts of 31 December 2018");
  }

  @Test
  void thePublishedSheetSaysWhatItWithholds() {
    assertThat(type("--year", "one")).isZero();

    assertThat(terminal.out())
        .contains(
            "line 3: Withheld: a count from 1 to 9.", "Fee for service, year-end adjustment  ")
        .contains("TOTAL GBP withheld", "--restricted")
        .doesNotContain("5,922.00", "6,922.00");
  }

  @Test
  void thePageIsWholeAndEscaped() throws IOException {
    Path file = out.resolve("sheet.html");

    assertThat(type("--year", "one", "--to-file", file.toString())).isZero();

    String page = Files.readString(file);
    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains(
            "<bdi>North &lt;&amp; &quot;South&quot;&gt;</bdi> (<bdi>C02</bdi>)",
            "4,441.50",
            "Withheld: a count")
        .contains(
            "<span class=\"INTERIM tag\"><bdi>INTERIM</bdi></span>",
            "<span class=\"INTERIM tag\"><bdi>INTERIM: not final before extracts of 31 December 2018</bdi></span>")
        .doesNotContain("http:", "https:", "<script", "5,922.00");
    assertThat(terminal.err()).contains("The sheet as a page: " + file);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void anUnknownYearNamesThoseThereAre() {
    assertThat(type("--year", "two")).isEqualTo(2);
    assertThat(terminal.err())
        .contains("Cannot make the sheet of C02 for two: there are C02 one. Name one of these.");
  }
}
