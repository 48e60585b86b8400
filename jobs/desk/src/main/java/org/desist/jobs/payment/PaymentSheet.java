// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.desist.text.FigureText;

/**
 * A sheet, ready to be printed.
 *
 * @param contract its title
 * @param provider code
 * @param year name of the contract year
 * @param period its days in words
 * @param facts where the figures come from, by name
 * @param sections the components in their order
 * @param total of all lines in pounds, empty when withheld
 * @param standing empty when the total is final, else that it is not and until when
 * @param notes what a reader has to know before the total is used
 */
public record PaymentSheet(
    String contract,
    String provider,
    String year,
    String period,
    Map<String, String> facts,
    List<Section> sections,
    String total,
    String standing,
    List<String> notes) {
  public PaymentSheet {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    sections = List.copyOf(sections);
    notes = List.copyOf(notes);
  }

  /** A component: its lines, and what they add up to. */
  public record Section(String title, List<Entry> entries, String sum) {
    public Section {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A line. Texts are ready to be read; what does not apply is empty.
   *
   * @param running the sum of all lines down to this one; empty from the first withheld line on
   * @param result final, INTERIM or none
   * @param words the rule; empty when it is that of the line before
   */
  public record Entry(
      int number,
      String item,
      String period,
      String quantity,
      String unit,
      String price,
      String amount,
      String running,
      String result,
      String words) {}

  static List<Section> sections(List<PaymentLine> lines) {
    List<Section> sections = new ArrayList<>();
    List<PaymentLine> open = new ArrayList<>();
    BigDecimal[] running = {BigDecimal.ZERO.setScale(2)};
    for (PaymentLine line : lines) {
      if (!open.isEmpty() && !open.get(0).component().equals(line.component())) {
        sections.add(section(open, running));
        open.clear();
      }
      if (!line.component().equals("TOTAL")) {
        open.add(line);
      }
    }
    return sections;
  }

  private static Section section(List<PaymentLine> lines, BigDecimal[] running) {
    List<Entry> entries = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO.setScale(2);
    String before = "";
    for (PaymentLine line : lines) {
      running[0] = plus(running[0], line.amount());
      sum = plus(sum, line.amount());
      String words = RuleWords.of(line);
      entries.add(entry(line, running[0], words.equals(before) ? "" : words));
      before = words;
    }
    return new Section(title(lines.get(0).component()), entries, FigureText.pounds(sum));
  }

  /** Null, once something in it is withheld. */
  private static BigDecimal plus(BigDecimal sum, BigDecimal amount) {
    return sum == null || amount == null ? null : sum.add(amount);
  }

  private static Entry entry(PaymentLine line, BigDecimal running, String words) {
    return new Entry(
        line.number(),
        line.text("item"),
        line.period(),
        FigureText.quantity(line.number("quantity")),
        line.text("unit"),
        FigureText.pounds(line.money("unit_price")),
        FigureText.pounds(line.amount()),
        FigureText.pounds(running),
        line.text("result"),
        words);
  }

  private static String title(String component) {
    return switch (component) {
      case "FEE_FOR_SERVICE" -> "Fee for service, on the forecast";
      case "YEAR_END_ADJUSTMENT" -> "Fee for service, year-end adjustment";
      case "PBR_BINARY" -> "Payment by results: the reoffending rate";
      case "PBR_FREQUENCY" -> "Payment by results: reoffences per reoffender";
      case "CAP" -> "Payment by results: maximum";
      case "SERVICE_CREDIT" -> "Service credits";
      case "FEE_FOR_USE" -> "Fee for use";
      default -> component;
    };
  }
}
