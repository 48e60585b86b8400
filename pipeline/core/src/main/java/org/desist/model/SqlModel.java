// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * One file of {@code sql/model}: a header that says what the table is, then one select.
 *
 * @param name the table
 * @param isView whether it is computed where it is read instead of being written
 * @param mart where it is handed out, if it is
 * @param grain what one row stands for
 * @param reads the tables the select may read, and no others
 * @param why the reason or the rule behind it
 * @param select the statement
 */
public record SqlModel(
    String name,
    boolean isView,
    Optional<Mart> mart,
    String grain,
    List<String> reads,
    String why,
    String select) {
  public SqlModel {
    reads = List.copyOf(reads);
  }

  /**
   * A table that is handed out.
   *
   * @param name as readers know it
   * @param isPublished whether it may leave; else it is restricted
   */
  public record Mart(String name, boolean isPublished) {
    /** Its folder in a version: {@code published/NAME} or {@code restricted/NAME}. */
    public String folder() {
      return (isPublished ? "published/" : "restricted/") + name;
    }
  }

  /**
   * Reads a model.
   *
   * @param file named in errors
   * @throws DesistException BAD_MODEL when the header is not complete
   */
  static SqlModel parse(String file, String text) {
    Map<String, String> header = new LinkedHashMap<>();
    List<String> body = new ArrayList<>();
    String key = null;
    for (String line : text.lines().toList()) {
      if (body.isEmpty() && line.startsWith("-- ")) {
        String content = line.substring(3);
        int colon = content.indexOf(": ");
        if (colon > 0 && content.substring(0, colon).matches("[a-z]+")) {
          key = content.substring(0, colon);
          header.put(key, content.substring(colon + 2).strip());
        } else {
          header.merge(key == null ? "" : key, content.strip(), (a, b) -> a + " " + b);
        }
      } else {
        body.add(line);
      }
    }
    for (String required : List.of("table", "grain", "reads", "why")) {
      if (!header.containsKey(required)) {
        throw new DesistException(
            ErrorCode.BAD_MODEL,
            "Cannot use %s: its header has no line '-- %s: ...'".formatted(file, required));
      }
    }
    String table = header.get("table");
    return new SqlModel(
        table,
        "view".equals(header.get("kind")),
        Optional.ofNullable(header.get("mart")).map(mart -> mart(table, mart)),
        header.get("grain"),
        Arrays.stream(header.get("reads").split(",", -1)).map(String::strip).toList(),
        header.get("why"),
        String.join("\n", body).strip());
  }

  /** One model of what several models of its name and header select, one below the other. */
  static SqlModel union(List<SqlModel> parts) {
    SqlModel first = parts.get(0);
    return new SqlModel(
        first.name,
        first.isView,
        first.mart,
        first.grain,
        parts.stream().flatMap(part -> part.reads.stream()).distinct().toList(),
        first.why,
        parts.stream().map(SqlModel::select).collect(Collectors.joining("\nunion all\n")));
  }

  private static Mart mart(String table, String declared) {
    String[] words = declared.split(" ", -1);
    return new Mart(words.length > 1 ? words[1] : table, words[0].equals("published"));
  }
}
