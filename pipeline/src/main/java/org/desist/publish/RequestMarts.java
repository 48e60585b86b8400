// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.publish;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

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

  private static final int DEPTH = 4;

  private RequestMarts() {}

  /** The folder of all requests below {@code out}; it need not exist. */
  public static Path folder(Path out) {
    return out.resolve("requests");
  }

  /** Where what is personal about requests is kept, apart from what they publish. */
  public static Path restricted(Path out) {
    return out.resolve("restricted").resolve("requests");
  }

  /** Patterns of Parquet files by mart; empty when no request has been answered. */
  public static Map<String, String> patterns(Path out) {
    Map<String, String> patterns = new LinkedHashMap<>();
    Path requests = folder(out).toAbsolutePath().normalize();
    if (Files.isDirectory(requests)) {
      for (String name : NAMES) {
        if (isThere(requests, name)) {
          patterns.put(name, requests + "/*/published/" + name + "/*.parquet");
        }
      }
    }
    return patterns;
  }

  private static boolean isThere(Path requests, String name) {
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:*/published/" + name + "/*.parquet");
    try (Stream<Path> files = Files.walk(requests, DEPTH)) {
      return files.anyMatch(file -> matcher.matches(requests.relativize(file)));
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE, "Cannot list " + requests + ". Check that it is readable.", e);
    }
  }
}
