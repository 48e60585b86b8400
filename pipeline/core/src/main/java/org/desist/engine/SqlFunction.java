// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * A function written once in SQL, {@code function name(a type, b type) returns type as body;}, that
 * each engine wraps its own way.
 *
 * @param name the function
 * @param parameters names, in order
 * @param types of the parameters, in order
 * @param result type of the result, or {@code table}
 * @param body one expression, or one select
 */
record SqlFunction(
    String name, List<String> parameters, List<String> types, String result, String body) {
  private static final String TABLE = "table";
  private static final Pattern DEFINITION =
      Pattern.compile(
          "function\\s+(\\w+)\\s*\\(([^)]*)\\)\\s+returns\\s+(\\w+)\\s+as\\s+(.*)", Pattern.DOTALL);

  /** Reads a script of functions; comments run from two dashes to the end of the line. */
  static List<SqlFunction> parse(String script) {
    List<SqlFunction> functions = new ArrayList<>();
    for (String statement : script.replaceAll("--[^\n]*", "").split(";", -1)) {
      if (!statement.isBlank()) {
        functions.add(parseOne(statement.strip()));
      }
    }
    return functions;
  }

  /** Whether it stands where a table does. */
  boolean isTable() {
    return result.equals(TABLE);
  }

  private static SqlFunction parseOne(String statement) {
    Matcher matcher = DEFINITION.matcher(statement);
    if (!matcher.matches()) {
      throw new DesistException(
          ErrorCode.BAD_MODEL,
          "Cannot read a function: expected 'function name(a type) returns type as body', found: "
              + statement.lines().findFirst().orElse(""));
    }
    List<String> names = new ArrayList<>();
    List<String> types = new ArrayList<>();
    for (String parameter : matcher.group(2).split(",", -1)) {
      String[] parts = parameter.strip().split("\\s+", 2);
      names.add(parts[0]);
      types.add(parts[1]);
    }
    return new SqlFunction(matcher.group(1), names, types, matcher.group(3), matcher.group(4));
  }
}
