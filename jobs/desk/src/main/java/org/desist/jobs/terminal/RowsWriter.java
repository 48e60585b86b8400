// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.terminal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.Folders;

/**
 * An answer as text to read, or as rows for other programs.
 *
 * @param what the answer is, for errors: {@code bridge}
 * @param text prints it to be read
 * @param rows the same as rows, each with the same columns, in order; one at least
 */
public record RowsWriter(String what, Consumer<PrintWriter> text, List<Map<String, Object>> rows) {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);

  public RowsWriter {
    rows = List.copyOf(rows);
  }

  /** Forms of an answer; lower case, as they are typed. */
  public enum Format {
    table,
    csv,
    json
  }

  /**
   * Writes to a file that is its owner's alone, or to the screen when none is named.
   *
   * @param file null for the screen
   */
  public void write(Format format, Path file, PrintWriter screen) {
    StringWriter answer = new StringWriter();
    try {
      switch (format) {
        case table -> text.accept(new PrintWriter(answer, true));
        case csv -> csv(answer);
        case json -> answer.write(JSON.writeValueAsString(rows) + "\n");
      }
      if (file == null) {
        screen.print(answer);
        screen.flush();
      } else {
        // It may hold figures that publication withholds.
        Folders.preparePrivateFile(file);
        Files.writeString(file, Tone.plain(answer.toString()), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot write the %s to %s: %s. Check that the folder exists and has room."
              .formatted(what, file == null ? "the screen" : file, e.getMessage()),
          e);
    }
  }

  private void csv(StringWriter answer) throws IOException {
    try (CsvWriter writer = CsvWriter.builder().build(answer)) {
      writer.writeRecord(rows.get(0).keySet());
      for (Map<String, Object> row : rows) {
        writer.writeRecord(row.values().stream().map(RowsWriter::plain).toList());
      }
    }
  }

  private static String plain(Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }
}
