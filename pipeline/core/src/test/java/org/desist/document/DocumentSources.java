// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.document;

import java.nio.file.Path;
import org.desist.ProjectFolder;

/** What rendered documents are rendered from, and the commands that they name. */
public final class DocumentSources {
  private static final String MODULE = "pipeline/core";

  private DocumentSources() {}

  /** A file or folder of the module, as documents name it: from the root. */
  public static String path(String inModule) {
    return MODULE + "/" + inModule;
  }

  /** The same, where it is. */
  public static Path file(String inModule) {
    return ProjectFolder.file(MODULE, inModule);
  }

  /** The command that renders every document again. */
  public static String renderCommand() {
    return test("RenderedDocumentsTest") + " -Ddesist.render=true";
  }

  /** The command that runs the rule cases whose title contains some words. */
  public static String ruleCommand(String words) {
    return test("RulesOnDuckDbTest") + " -Ddesist.rule=\"" + words + "\"";
  }

  private static String test(String name) {
    return "./mvnw -pl " + MODULE + " test -Dtest=" + name;
  }
}
