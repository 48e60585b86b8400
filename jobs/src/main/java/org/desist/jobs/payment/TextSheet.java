// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.payment;

import java.io.PrintWriter;
import org.desist.jobs.screen.TextTable;

/** A sheet on a terminal. */
public final class TextSheet {
  private static final int WIDTH = 100;

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
              .right("price GBP")
              .right("amount GBP")
              .right("running sum")
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
          wrap("    line " + entry.number() + ": ", entry.words(), screen);
        }
      }
      screen.println("    together: " + (section.sum().isEmpty() ? "withheld" : section.sum()));
    }
    screen.println();
    screen.println("TOTAL GBP " + (sheet.total().isEmpty() ? "withheld" : sheet.total()));
    sheet.notes().forEach(note -> wrap("  - ", note, screen));
    screen.flush();
  }

  private static void wrap(String opening, String text, PrintWriter screen) {
    StringBuilder line = new StringBuilder(opening);
    String inset = " ".repeat(opening.length());
    boolean isBare = true;
    for (String word : text.split(" ", -1)) {
      if (!isBare && line.length() + 1 + word.length() > WIDTH) {
        screen.println(line);
        line = new StringBuilder(inset);
        isBare = true;
      }
      line.append(isBare ? "" : " ").append(word);
      isBare = false;
    }
    screen.println(line);
  }
}
