// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.publish;

import java.util.List;
import java.util.stream.Collectors;
import org.desist.engine.Resources;

/** Renders the contract of the marts as a document for those who read them. */
public final class MartDocument {
  private static final String OPENING = "contract/marts.md";

  private MartDocument() {}

  /** The document, in Markdown. */
  public static String render(MartContract contract) {
    StringBuilder text = new StringBuilder(Resources.text(OPENING));
    text.append("\n## Columns\n");
    contract.resources().forEach(mart -> text.append(render(mart)));
    return text.toString();
  }

  private static String render(MartContract.Mart mart) {
    StringBuilder text = new StringBuilder();
    text.append("\n### ").append(mart.name()).append("\n\n").append(mart.description());
    text.append(". One row per ").append(mart.grain()).append(".");
    if (!mart.schema().primaryKey().isEmpty()) {
      text.append(" Rows differ by ").append(code(mart.schema().primaryKey())).append(".");
    }
    text.append(
        "\n\n| column | type | empty | meaning | values |\n| --- | --- | --- | --- | --- |\n");
    for (MartContract.Column column : mart.columns()) {
      text.append(
          "| `%s` | %s | %s | %s | %s |\n"
              .formatted(
                  column.name(),
                  column.sqlType(),
                  column.constraints().required() ? "" : "may be",
                  column.description().replace("|", "\\|"),
                  code(column.constraints().allowed())));
    }
    return text.toString();
  }

  private static String code(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
