// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.payment;

import java.nio.file.Path;
import java.util.Map;
import org.desist.jobs.page.Pages;

/** A sheet as one page that needs nothing else: no network, no script. */
public final class HtmlSheet {
  private HtmlSheet() {}

  /** The page. */
  public static String render(PaymentSheet sheet) {
    return Pages.render("org/desist/jobs/payment/sheet.html", Map.of("sheet", sheet));
  }

  /** Writes the page into a file that is its owner's alone. */
  public static void write(PaymentSheet sheet, Path file) {
    Pages.writePrivate("sheet", render(sheet), file);
  }
}
