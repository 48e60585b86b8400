// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.bridge;

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
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.Folders;

/** Writes a bridge as it was asked for. */
public final class BridgeWriter {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);

  private BridgeWriter() {}

  /** Forms of an answer. */
  public enum Format {
    TABLE,
    CSV,
    JSON
  }

  /**
   * Writes to a file that is its owner's alone, or to the screen when none is named.
   *
   * @param file null for the screen
   */
  public static void write(BridgeAnswer answer, Format format, Path file, PrintWriter screen) {
    StringWriter text = new StringWriter();
    try {
      switch (format) {
        case TABLE -> BridgeScreen.print(answer, new PrintWriter(text));
        case CSV -> csv(BridgeRows.of(answer), text);
        case JSON -> text.write(JSON.writeValueAsString(BridgeRows.of(answer)) + "\n");
      }
      if (file == null) {
        screen.print(text);
        screen.flush();
      } else {
        // With --restricted it holds figures that publication withholds.
        Folders.preparePrivateFile(file);
        Files.writeString(file, text.toString(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot write the bridge to %s: %s. Check that the folder exists and has room."
              .formatted(file == null ? "the screen" : file, e.getMessage()),
          e);
    }
  }

  private static void csv(List<Map<String, Object>> rows, StringWriter text) throws IOException {
    try (CsvWriter writer = CsvWriter.builder().build(text)) {
      writer.writeRecord(rows.get(0).keySet());
      for (Map<String, Object> row : rows) {
        writer.writeRecord(row.values().stream().map(BridgeWriter::plain).toList());
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
