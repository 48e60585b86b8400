// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.payment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.query.MartDatabase;
import org.desist.jobs.query.Query.Area;
import org.desist.text.FigureText;

/** Makes the sheet of a provider and a contract year from the current version. */
public final class SheetReader {
  private static final String QUERIES = "org/desist/jobs/payment/";

  private final Path out;
  private final Area area;

  /**
   * Reads nothing yet.
   *
   * @param area RESTRICTED for a sheet on which nothing is withheld
   */
  public SheetReader(Path out, Area area) {
    this.out = out;
    this.area = area;
  }

  /**
   * The sheet.
   *
   * @throws DesistException BAD_ARGUMENT when the version has no such payment, saying which it has
   */
  public PaymentSheet read(String provider, String year) {
    try (MartDatabase marts = open()) {
      if (!marts.has("published", "payment")) {
        throw missing(provider, year, List.of());
      }
      String query = area == Area.RESTRICTED ? "restricted-lines.sql" : "published-lines.sql";
      List<PaymentLine> lines =
          marts.rows(QUERIES + query, provider, year).stream().map(PaymentLine::new).toList();
      if (lines.isEmpty()) {
        throw missing(provider, year, marts.rows(QUERIES + "contract-years.sql"));
      }
      return sheet(marts.runId(), marts.rows(QUERIES + "this-run.sql").get(0), lines);
    }
  }

  private MartDatabase open() {
    return switch (area) {
      case PUBLISHED -> MartDatabase.published(out);
      case RESTRICTED -> MartDatabase.restricted(out);
    };
  }

  private PaymentSheet sheet(String runId, Map<String, Object> run, List<PaymentLine> lines) {
    PaymentLine total = lines.get(lines.size() - 1);
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Extracts taken on", new PaymentLine(run).day("snapshot"));
    facts.put("Method", run.get("method").toString());
    facts.put("Run", runId);
    facts.put("Shown", area == Area.RESTRICTED ? "everything (restricted)" : "what is published");
    return new PaymentSheet(
        total.text("contract"),
        total.text("provider_code"),
        total.text("contract_year"),
        total.day("year_start") + " to " + total.day("year_end"),
        facts,
        PaymentSheet.sections(lines),
        FigureText.pounds(total.amount()),
        standing(total),
        notes(lines));
  }

  private static String standing(PaymentLine total) {
    if (!isInterim(total)) {
      return "";
    }
    String day = total.day("waits_until");
    return day == null ? "INTERIM: not final" : "INTERIM: not final before extracts of " + day;
  }

  /** Versions of earlier days have it in small letters. */
  private static boolean isInterim(PaymentLine line) {
    return line.text("result").equalsIgnoreCase("INTERIM");
  }

  private static List<String> notes(List<PaymentLine> lines) {
    List<String> notes = new ArrayList<>();
    if (lines.stream().anyMatch(SheetReader::isInterim)) {
      notes.add("Lines marked INTERIM are not paid yet, and the total will change.");
    }
    if (lines.stream().anyMatch(line -> line.text("result").equals("none"))) {
      notes.add("Lines marked none have nothing that could be paid on; each says why.");
    }
    if (lines.stream().anyMatch(PaymentLine::isWithheld)) {
      notes.add(
          "Withheld lines rest on small counts. Those who settle the contract see them with --restricted.");
    }
    boolean isOgrs4 = lines.stream().anyMatch(line -> line.text("score").equals("ogrs4g"));
    notes.add(
        isOgrs4
            ? "Adjusted rates use OGRS4/G for the mix of offenders."
            : "Adjusted rates use OGRS3 for the mix of offenders, not the ministry's OGRS4/G.");
    notes.add("Each line is rounded to the penny once, halves away from zero.");
    return notes;
  }

  private static DesistException missing(
      String provider, String year, List<Map<String, Object>> years) {
    String there =
        years.isEmpty()
            ? "the version was run without contracts. Run with: desist run ... --contracts DIR"
            : "there are "
                + years.stream()
                    .map(row -> row.get("provider_code") + " " + row.get("contract_year"))
                    .collect(Collectors.joining(", "))
                + ". Name one of these";
    return new DesistException(
        ErrorCode.BAD_ARGUMENT,
        "Cannot make the sheet of %s for %s: %s.".formatted(provider, year, there));
  }
}
