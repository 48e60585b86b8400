// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.query.AnswerFormat;
import org.desist.jobs.query.MartList;
import org.desist.jobs.query.Query;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desist query}. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Asks the current version in SQL (DuckDB). Each mart is a view; nothing can be changed.",
      "With --restricted, person-level marts are there too; a name that both have means the restricted one, and published.NAME the published one."
    },
    footer = {
      "",
      "Examples:",
      "  desist query --marts",
      "  desist query \"describe reoffending_rate\"",
      "  desist query \"select * from reoffending_rate where breakdown = 'total'\" --format csv --to-file rates.csv",
      "  desist query --restricted \"select reason, sum(people) as people from attrition group by reason order by reason\""
    })
final class QueryCommand implements Runnable {
  @Parameters(
      paramLabel = "SQL",
      arity = "0..1",
      converter = Verbatim.class,
      description = "One query.")
  String sql;

  @Option(names = "--file", paramLabel = "FILE", description = "File with the query.")
  Path file;

  @Mixin OutOption outOption;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json|parquet",
      defaultValue = "table",
      description = "Form of the answer (default: ${DEFAULT-VALUE}).")
  Format format;

  @Option(names = "--to-file", paramLabel = "FILE", description = "File for the answer.")
  Path toFile;

  @Option(names = "--restricted", description = "Restricted figures too: person-level marts.")
  boolean restricted;

  @Option(names = "--marts", description = "List the marts that can be asked.")
  boolean marts;

  private final Console console;

  /** Lower case, as it is typed. */
  enum Format {
    table,
    csv,
    json,
    parquet
  }

  QueryCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Query.Area area = restricted ? Query.Area.RESTRICTED : Query.Area.PUBLISHED;
    if (marts) {
      MartList.print(outOption.out, area, console.out());
      return;
    }
    AnswerFormat answer = AnswerFormat.valueOf(format.name().toUpperCase(Locale.ROOT));
    PrintWriter screen = answer == AnswerFormat.CSV ? console.data() : console.out();
    new Query(outOption.out, text(), answer, toFile, area).run(screen, console.err());
  }

  /** A query asks for any characters, on any number of lines. */
  static final class Verbatim implements ITypeConverter<String> {
    @Override
    public String convert(String sql) {
      return sql;
    }
  }

  private String text() {
    if ((sql == null) == (file == null)) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot tell what to ask: give one query, as SQL or with --file FILE.");
    }
    if (sql != null) {
      return sql;
    }
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot read the query file %s: %s. Name a text file in UTF-8."
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
