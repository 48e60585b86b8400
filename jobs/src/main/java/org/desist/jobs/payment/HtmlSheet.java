// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.payment;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/** A sheet as one page that needs nothing else: no network, no script. */
public final class HtmlSheet {
  private static final PebbleEngine ENGINE =
      new PebbleEngine.Builder()
          .loader(new ClasspathLoader(HtmlSheet.class.getClassLoader()))
          .strictVariables(true)
          .defaultLocale(Locale.UK)
          .build();

  private HtmlSheet() {}

  /** The page. */
  public static String render(PaymentSheet sheet) {
    StringWriter page = new StringWriter();
    try {
      ENGINE
          .getTemplate("org/desist/jobs/payment/sheet.html")
          .evaluate(page, Map.of("sheet", sheet));
    } catch (IOException e) {
      throw new IllegalStateException("a page in memory can be written", e);
    }
    return page.toString();
  }

  /** Writes the page into a file. */
  public static void write(PaymentSheet sheet, Path file) {
    try {
      Files.writeString(file, render(sheet), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot write the sheet to %s: %s. Check that the folder exists and has room."
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
