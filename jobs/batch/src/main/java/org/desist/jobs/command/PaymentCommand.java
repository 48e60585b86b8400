// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import org.desist.jobs.payment.HtmlSheet;
import org.desist.jobs.payment.PaymentSheet;
import org.desist.jobs.payment.SheetReader;
import org.desist.jobs.payment.TextSheet;
import org.desist.jobs.query.Query.Area;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code desist payment}. */
@Command(
    name = "payment",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prints the calculation sheet of a provider and a contract year from the current version.",
      "Small counts are withheld, with what could be worked out from them; --restricted shows everything."
    },
    footer = {
      "",
      "Examples:",
      "  desist payment --provider C02 --year 2016-17",
      "  desist payment --provider C02 --year 2016-17 --restricted --to-file sheet.html"
    })
final class PaymentCommand implements Runnable {
  @Option(
      names = "--provider",
      paramLabel = "CODE",
      required = true,
      description = "Code of the provider, such as C02.")
  String provider;

  @Option(
      names = "--year",
      paramLabel = "NAME",
      required = true,
      description = "Name of the contract year, such as 2016-17.")
  String year;

  @Mixin OutOption outOption;

  @Option(
      names = "--to-file",
      paramLabel = "FILE",
      description = "File for the sheet as a page, HTML (default: none).")
  Path toFile;

  @Option(
      names = "--restricted",
      description =
          "Restricted figures too: nothing is withheld, for those who settle the contract.")
  boolean restricted;

  private final Console console;

  PaymentCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Area area = restricted ? Area.RESTRICTED : Area.PUBLISHED;
    PaymentSheet sheet = new SheetReader(outOption.out, area).read(provider, year);
    TextSheet.print(sheet, console.out());
    if (toFile != null) {
      HtmlSheet.write(sheet, toFile);
      console.note("sheet", "The sheet as a page: " + toFile);
    }
  }
}
