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
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.desist.engine.Resources;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.Folders;
import org.desist.run.ReaderAccess;
import org.desist.storage.FileDigest;

/**
 * Fills templates of the class path. What is filled in is text of others ({@link ForeignText})
 * unless the template says raw; in an attribute it says {@code escape("attribute")}. A page may
 * show itself and nothing else: no other address, no style but its own, and no script but the one
 * it is rendered with.
 */
public final class Pages {
  private static final PebbleEngine ENGINE =
      new PebbleEngine.Builder()
          .loader(new ClasspathLoader(Pages.class.getClassLoader()))
          .strictVariables(true)
          .defaultLocale(Locale.UK)
          .addEscapingStrategy("isolated", ForeignText::isolated)
          .addEscapingStrategy("attribute", ForeignText::escaped)
          .defaultEscapingStrategy("isolated")
          .build();

  private static final String HEAD = "<meta charset=\"utf-8\">\n";
  private static final String STYLE = "<style>";
  private static final String POLICY =
      """
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src %s;%s img-src data:; base-uri 'none'; form-action 'none'">
      """;

  private Pages() {}

  /**
   * The page.
   *
   * @param template its name on the class path, such as {@code org/desist/jobs/payment/sheet.html}
   * @param values what the template calls by name
   */
  public static String render(String template, Map<String, Object> values) {
    return guarded(filled(template, values), "");
  }

  /**
   * The page with a script of its own at its end. The script takes no value, so that no text of
   * others is ever run; what it needs it reads from the page.
   *
   * @param script its name on the class path
   */
  public static String renderScripted(String template, String script, Map<String, Object> values) {
    String code = Resources.text(script);
    String page = filled(template, values);
    int end = page.lastIndexOf("</body>");
    return guarded(
        page.substring(0, end) + "<script>" + code + "</script>\n" + page.substring(end),
        " script-src " + source(code) + ";");
  }

  /** A text that is no page, such as a script: its template says raw where it takes a value. */
  public static String filled(String template, Map<String, Object> values) {
    StringWriter text = new StringWriter();
    try {
      ENGINE.getTemplate(template).evaluate(text, values);
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory can be written", e);
    }
    return text.toString();
  }

  /** The page with its policy, which knows its one style sheet, and its script, by their hashes. */
  private static String guarded(String page, String script) {
    int style = page.indexOf(STYLE) + STYLE.length();
    String sheet = page.substring(style, page.indexOf("</style>", style));
    String policy = POLICY.formatted(source(sheet), script).strip() + "\n";
    int head = page.indexOf(HEAD) + HEAD.length();
    return page.substring(0, head) + policy + page.substring(head);
  }

  private static String source(String content) {
    byte[] hash = FileDigest.begin().digest(content.getBytes(StandardCharsets.UTF_8));
    return "'sha256-%s'".formatted(Base64.getEncoder().encodeToString(hash));
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
