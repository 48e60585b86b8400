// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.payment;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.desist.jobs.terminal.Paragraph;
import org.desist.jobs.terminal.TextTable;
import org.desist.jobs.terminal.Tone;

/**
 * A sheet on a terminal. It ends in what it comes to: a sum for each part, and the total, which is
 * its last line.
 */
public final class TextSheet {
  private TextSheet() {}

  /** Prints it. */
  public static void print(PaymentSheet sheet, PrintWriter screen) {
    screen.println(
        Tone.STRONG.mark(
            "Payment to %s (%s), contract year %s, %s"
                .formatted(sheet.contract(), sheet.provider(), sheet.year(), sheet.period())));
    sheet.facts().forEach((name, value) -> screen.println("  " + name + ": " + value));
    for (PaymentSheet.Section section : sheet.sections()) {
      screen.println();
      print(section, screen);
    }
    screen.println();
    sheet.notes().forEach(note -> Paragraph.print("  - ", note, screen));
    screen.println();
    TextTable sums = TextTable.open().left("What it comes to").right("GBP");
    sheet.sections().forEach(section -> sums.row(section.title(), shown(section.sum())));
    screen.println(sums.text());
    String standing = sheet.standing().isEmpty() ? "" : "  " + Tone.WARN.mark(sheet.standing());
    screen.println(Tone.STRONG.mark("TOTAL GBP " + shown(sheet.total())) + standing);
    screen.flush();
  }

  /** A part: its lines, and the rule of each. A period that all of them have is in the title. */
  private static void print(PaymentSheet.Section section, PrintWriter screen) {
    List<PaymentSheet.Entry> entries = section.entries();
    List<String> periods = entries.stream().map(PaymentSheet.Entry::period).distinct().toList();
    String title = section.title() + (periods.size() == 1 ? ", " + periods.get(0) : "");
    screen.println(Tone.STRONG.mark(title));
    TextTable table = TextTable.open().right("line").left("for");
    if (periods.size() > 1) {
      table.left("period").whole();
    }
    table
        .right("quantity")
        .left("unit")
        .spare()
        .right("price GBP")
        .right("amount GBP")
        .right("running sum")
        .left("result")
        .toned(TextSheet::tone);
    for (PaymentSheet.Entry entry : entries) {
      String line = Integer.toString(entry.number());
      List<String> figures =
          List.of(
              entry.quantity(),
              entry.unit(),
              entry.price(),
              entry.amount(),
              entry.running(),
              entry.result());
      List<String> first =
          periods.size() > 1
              ? List.of(line, entry.item(), entry.period())
              : List.of(line, entry.item());
      table.row(Stream.concat(first.stream(), figures.stream()).toList());
    }
    screen.println(table.text());
    for (PaymentSheet.Entry entry : entries) {
      if (!entry.words().isEmpty()) {
        Paragraph.print("    line " + entry.number() + ": ", entry.words(), screen);
      }
    }
  }

  private static String shown(String sum) {
    return sum.isEmpty() ? "withheld" : sum;
  }

  private static Optional<Tone> tone(String result) {
    return result.equals("INTERIM") ? Optional.of(Tone.WARN) : Optional.empty();
  }
}
