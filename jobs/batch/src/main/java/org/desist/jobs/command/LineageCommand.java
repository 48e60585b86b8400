// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.lineage.LineageDiagram;
import org.desist.jobs.lineage.LineageJson;
import org.desist.jobs.lineage.LineageQuestion;
import org.desist.jobs.lineage.LineageScreen;
import org.desist.lineage.ColumnLineage;
import org.desist.lineage.TableColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desist lineage}. */
@Command(
    name = "lineage",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says where a column of a mart comes from, model by model, down to the fields of the extracts, the code lists and the method.",
      "A bare name that both areas have means the published mart; a table of sql/ can be named too. No run is needed."
    },
    footer = {
      "",
      "Examples:",
      "  desist lineage reoffending_rate.reoffenders",
      "  desist lineage restricted.cohort_member",
      "  desist lineage reoffending_rate.expected_rate --format mermaid"
    })
final class LineageCommand implements Runnable {
  @Parameters(paramLabel = "MART[.COLUMN]", description = "The mart or table, or a column of it.")
  String asked;

  @Option(
      names = "--format",
      paramLabel = "text|json|mermaid",
      defaultValue = "text",
      description = "Form of the answer (default: ${DEFAULT-VALUE}); mermaid draws one column.")
  Format format;

  private final Console console;

  /** Lower case, as it is typed. */
  enum Format {
    text,
    json,
    mermaid
  }

  LineageCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    ColumnLineage lineage = ColumnLineage.read();
    LineageQuestion question = LineageQuestion.parse(asked, lineage);
    switch (format) {
      case text -> new LineageScreen(lineage, console.out()).print(question);
      case json -> console.out().println(LineageJson.render(question, lineage));
      case mermaid -> console.out().print(diagram(question, lineage));
    }
  }

  private static String diagram(LineageQuestion question, ColumnLineage lineage) {
    if (question.column() == null) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot draw the whole of %s: name one column, such as %s.%s."
              .formatted(
                  question.name(),
                  question.name(),
                  lineage.tables().get(question.table()).columns().keySet().iterator().next()));
    }
    return LineageDiagram.render(new TableColumn(question.table(), question.column()), lineage);
  }
}
