// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/** Writes a CSV file that only its owner may read, where the file system knows owners. */
public final class PrivateCsv {
  private PrivateCsv() {}

  /** Writes all of it or nothing; a file of that name is replaced. Null is an empty value. */
  public static void write(Path file, List<String> header, List<List<String>> rows) {
    Path draft = file.resolveSibling("." + file.getFileName() + ".draft");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.deleteIfExists(draft);
      Folders.createPrivateFile(draft);
      try (Writer text = Files.newBufferedWriter(draft, StandardCharsets.UTF_8);
          CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
        csv.writeRecord(header);
        rows.forEach(csv::writeRecord);
      }
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot write %s: %s. Check that the folder can be written and has room."
              .formatted(file, e.getMessage()),
          e);
    }
    Folders.move(draft, file);
  }
}
