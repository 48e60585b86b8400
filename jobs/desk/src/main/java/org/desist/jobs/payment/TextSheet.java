// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.payment;

import java.io.PrintWriter;
import org.desist.jobs.terminal.Paragraph;
import org.desist.jobs.terminal.TextTable;

/** A sheet on a terminal. */
public final class TextSheet {
  private TextSheet() {}

  /** Prints it. */
  public static void print(PaymentSheet sheet, PrintWriter screen) {
    screen.println(
        "Payment to %s (%s), contract year %s, %s"
            .formatted(sheet.contract(), sheet.provider(), sheet.year(), sheet.period()));
    sheet.facts().forEach((name, value) -> screen.println("  " + name + ": " + value));
    for (PaymentSheet.Section section : sheet.sections()) {
      screen.println();
      screen.println(section.title());
      TextTable table =
          TextTable.open()
              .right("line")
              .left("for")
              .left("period")
              .right("quantity")
              .left("unit")
              .spare()
              .right("price GBP")
              .right("amount GBP")
              .right("running sum")
              .spare()
              .left("result");
      for (PaymentSheet.Entry entry : section.entries()) {
        table.row(
            Integer.toString(entry.number()),
            entry.item(),
            entry.period(),
            entry.quantity(),
            entry.unit(),
            entry.price(),
            entry.amount(),
            entry.running(),
            entry.result());
      }
      screen.println(table.text());
      for (PaymentSheet.Entry entry : section.entries()) {
        if (!entry.words().isEmpty()) {
          Paragraph.print("    line " + entry.number() + ": ", entry.words(), screen);
        }
      }
      screen.println("    together: " + (section.sum().isEmpty() ? "withheld" : section.sum()));
    }
    screen.println();
    screen.println(
        "TOTAL GBP "
            + (sheet.total().isEmpty() ? "withheld" : sheet.total())
            + (sheet.standing().isEmpty() ? "" : "  " + sheet.standing()));
    sheet.notes().forEach(note -> Paragraph.print("  - ", note, screen));
    screen.flush();
  }
}
