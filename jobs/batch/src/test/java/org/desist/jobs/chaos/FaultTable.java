// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.desist.ProjectFolder;

/** What was done to runs and what came of it: a table in docs/chaos.md. */
final class FaultTable {
  static final String SURVIVED = "same rows, readers undisturbed, nothing left";

  private static final Path DOCUMENT = ProjectFolder.file("docs", "chaos.md");
  private static final String BEGIN = "<!-- faults: written by the chaos test -->\n";
  private static final String END = "<!-- end of faults -->";

  private final List<Row> rows = new ArrayList<>();

  /**
   * One kind of fault.
   *
   * @param order of the row in the table
   * @param times how often
   * @param kills how many of them were {@code kill -9}
   */
  record Row(int order, String fault, String moments, int times, int kills, String outcome) {}

  synchronized void add(Row row) {
    rows.add(row);
    // Moments name files of a stage: in the document they would be stale with every new model.
    System.out.printf(Locale.ROOT, "%s: %s%n", row.fault(), row.moments());
  }

  int kills() {
    return rows.stream().mapToInt(Row::kills).sum();
  }

  /** The document with this table in it. */
  String document(long seed) throws IOException {
    String text = current();
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    return text.substring(0, begin) + table(seed) + text.substring(text.indexOf(END));
  }

  static String current() throws IOException {
    return Files.readString(DOCUMENT);
  }

  static void write(String document) throws IOException {
    Files.writeString(DOCUMENT, document);
  }

  private String table(long seed) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "Seed %d: %d faults, %d of them `kill -9`.\n\n",
            seed,
            rows.stream().mapToInt(Row::times).sum(),
            kills()));
    text.append("| fault | times | outcome |\n| --- | ---: | --- |\n");
    rows.stream()
        .sorted(Comparator.comparingInt(Row::order))
        .forEach(
            row ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "| %s | %d | %s |\n",
                        row.fault(),
                        row.times(),
                        row.outcome())));
    return text.toString();
  }
}
