// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.terminal.RowsWriter;
import org.desist.text.FigureText;
import picocli.CommandLine.Option;

/** How an answer that is read or goes into a spreadsheet is written. */
final class RowsOption {
  private static final int MOST_PLACES = 9;

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
  private int places;

  /**
   * Decimal places.
   *
   * @throws DesistException BAD_ARGUMENT when they are not from 0 to 9
   */
  int places() {
    if (places < 0 || places > MOST_PLACES) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          FigureText.text(
              "Cannot show %d decimal places: give a number from 0 to %d.", places, MOST_PLACES));
    }
    return places;
  }

  void write(RowsWriter answer, Console console) {
    answer.write(format, toFile, format == RowsWriter.Format.csv ? console.data() : console.out());
  }
}
