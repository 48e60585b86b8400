// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import org.desist.jobs.terminal.RowsWriter;
import picocli.CommandLine.Option;

/** How an answer that is read or goes into a spreadsheet is written. */
final class RowsOption {
  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      defaultValue = "table",
      description = "Form of the answer (default: ${DEFAULT-VALUE}).")
  RowsWriter.Format format;

  @Option(names = "--to-file", paramLabel = "FILE", description = "File for the answer.")
  Path toFile;

  @Option(
      names = "--places",
      paramLabel = "N",
      defaultValue = "2",
      description = "Decimal places (default: ${DEFAULT-VALUE}).")
  int places;

  void write(RowsWriter answer, Console console) {
    answer.write(format, toFile, format == RowsWriter.Format.csv ? console.data() : console.out());
  }
}
