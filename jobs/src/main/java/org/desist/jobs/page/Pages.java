// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.page;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.Folders;
import org.desist.run.ReaderAccess;

/** Fills templates of the class path. What is filled in is escaped unless the template says raw. */
public final class Pages {
  private static final PebbleEngine ENGINE =
      new PebbleEngine.Builder()
          .loader(new ClasspathLoader(Pages.class.getClassLoader()))
          .strictVariables(true)
          .defaultLocale(Locale.UK)
          .build();

  private Pages() {}

  /**
   * The page.
   *
   * @param template its name on the class path, such as {@code org/desist/jobs/payment/sheet.html}
   * @param values what the template calls by name
   */
  public static String render(String template, Map<String, Object> values) {
    StringWriter page = new StringWriter();
    try {
      ENGINE.getTemplate(template).evaluate(page, values);
    } catch (IOException e) {
      throw new IllegalStateException("a page in memory can be written", e);
    }
    return page.toString();
  }

  /**
   * Writes a page into a file that readers may open.
   *
   * @param name what it is, such as "sheet"
   * @throws DesistException STORAGE when it cannot be written
   */
  public static void write(String name, String page, Path file) {
    try {
      Files.writeString(file, page, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw unwritable(name, file, e);
    }
    ReaderAccess.open(file);
  }

  /** The same for a page that is its owner's alone; it takes the place of one that is there. */
  public static void writePrivate(String name, String page, Path file) {
    Path draft = file.resolveSibling("." + file.getFileName() + ".draft");
    try {
      Files.deleteIfExists(draft);
      Folders.createPrivateFile(draft);
      Files.writeString(draft, page, StandardCharsets.UTF_8);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable(name, file, e);
    }
  }

  private static DesistException unwritable(String name, Path file, IOException cause) {
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot write the %s to %s: %s. Check that the folder exists and has room."
            .formatted(name, file, cause.getMessage()),
        cause);
  }
}
