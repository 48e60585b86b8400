// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * A CSV file that somebody will open in a spreadsheet, readable by its owner only. Values come from
 * outside the house, and a spreadsheet works out whatever begins like a formula: such a value gets
 * an apostrophe before it, which {@link #original} takes off again.
 */
public final class Sheet {
  private static final String GUARD = "'";
  private static final String QUOTES = "'\"\u2018\u2019\u201c\u201d";
  private static final String FORMULA = "=+-@";
  private static final Pattern PLAIN_NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private Sheet() {}

  /** Writes all of it or nothing; a file of that name is replaced. Null is an empty value. */
  public static void write(Path file, List<String> header, List<List<String>> rows) {
    List<List<String>> harmless = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> values = new ArrayList<>();
      row.forEach(value -> values.add(harmless(value)));
      harmless.add(values);
    }
    writeExactly(file, header, harmless);
  }

  /** The same with every value as it is: for programs, not for a spreadsheet. */
  public static void writeExactly(Path file, List<String> header, List<List<String>> rows) {
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

  /** The value as a spreadsheet may have it; null for null. */
  static String harmless(String value) {
    return value != null && isFormula(value) ? GUARD + value : value;
  }

  /** The value that was written; one that never had the apostrophe stays as it is. */
  public static String original(String written) {
    boolean isGuarded = written.startsWith(GUARD) && isFormula(written.substring(1));
    return isGuarded ? written.substring(1) : written;
  }

  /**
   * Whether it begins, after blanks, quotes and what is not seen, with a sign that begins formulas,
   * in any width; or with a tab or an end of a line. A plain negative number is none.
   */
  private static boolean isFormula(String value) {
    if (PLAIN_NUMBER.matcher(value).matches()) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char sign = value.charAt(i);
      if (sign == '\t' || sign == '\r' || sign == '\n') {
        return true;
      }
      boolean isSkipped =
          QUOTES.indexOf(sign) >= 0
              || Character.isSpaceChar(sign)
              || Character.isISOControl(sign)
              || Character.getType(sign) == Character.FORMAT;
      if (!isSkipped) {
        String plain = Normalizer.normalize(String.valueOf(sign), Form.NFKC);
        return FORMULA.contains(plain.substring(0, 1));
      }
    }
    return false;
  }
}
