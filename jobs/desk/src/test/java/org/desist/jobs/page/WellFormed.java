// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.page;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;

/**
 * Whether every element of a page is closed, but for those of the head and where a word may break.
 */
public final class WellFormed {
  private WellFormed() {}

  /** Fails at the first that is not. */
  public static void check(String page) throws Exception {
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(
            new ByteArrayInputStream(
                page.substring(page.indexOf("<body>"), page.indexOf("</html>"))
                    .replace("<wbr>", "")
                    .getBytes(StandardCharsets.UTF_8)));
  }
}
