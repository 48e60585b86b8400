// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.publish;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.desist.engine.EngineFiles;
import org.desist.run.Folders;

/**
 * The marts that finished comparison requests publish, each below its own folder {@code
 * OUT/requests/NAME/published}: one mart is made of the files of all requests.
 */
public final class RequestMarts {
  /** Both groups' outcomes. */
  public static final String RESULT = "comparison_result";

  /** How alike the groups are. */
  public static final String BALANCE = "comparison_balance";

  /** From those submitted to those analysed. */
  public static final String ATTRITION = "comparison_attrition";

  /** Names of the marts. */
  public static final List<String> NAMES = List.of(RESULT, BALANCE, ATTRITION);

  private RequestMarts() {}

  /** The folder of all requests below {@code out}; it need not exist. */
  public static Path folder(Path out) {
    return out.resolve("requests");
  }

  /** Where what is personal about requests is kept, apart from what they publish. */
  public static Path restricted(Path out) {
    return out.resolve("restricted").resolve("requests");
  }

  /** The files of each mart of which there are any, those of each request by its name. */
  public static Map<String, List<Path>> files(Path out) {
    Path requests = folder(out).toAbsolutePath().normalize();
    Map<String, List<Path>> marts = new LinkedHashMap<>();
    for (String name : NAMES) {
      List<Path> files =
          Folders.names(requests).stream()
              .map(request -> requests.resolve(request).resolve("published").resolve(name))
              .flatMap(mart -> EngineFiles.of(mart).stream())
              .toList();
      if (!files.isEmpty()) {
        marts.put(name, files);
      }
    }
    return marts;
  }
}
