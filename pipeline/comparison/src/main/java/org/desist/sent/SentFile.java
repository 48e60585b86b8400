// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.sent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.ingest.CsvText;
import org.desist.sent.SentTable.SentRow;
import org.desist.sent.Spreadsheet.Sheet;

/** Recognises a table by the content of its file, never by its name. */
public final class SentFile {
  /** Rows in which the header is looked for. */
  public static final int SEARCHED = 20;

  /** A larger file is read as it is, as it could not be held. */
  private static final long LARGEST = 64 << 20;

  private static final int ASCII_END = 0x7f;
  private static final Map<Character, String> SEPARATORS =
      Map.of(',', "commas", ';', "semicolons", '\t', "tabs", '|', "vertical bars");
  private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?sep=([,;|\t])\"?");
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Charset[] UTF_16 = {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE};

  private final Path file;
  private final ToIntFunction<List<String>> known;
  private final boolean leavesPlain;
  private final List<String> notes = new ArrayList<>();

  private SentFile(Path file, ToIntFunction<List<String>> known, boolean leavesPlain) {
    this.file = file;
    this.known = known;
    this.leavesPlain = leavesPlain;
  }

  /**
   * Reads a table, from its header on.
   *
   * @param known how many texts of a row are names that a header may have; 0 when it is none
   * @return empty for a text in which no header was found or whose bytes are no text: the reader of
   *     plain files has words for what is wrong with it
   * @throws DesistException UNREADABLE for a spreadsheet that cannot be used, or a text that cannot
   *     be taken apart
   */
  public static Optional<SentTable> read(Path file, ToIntFunction<List<String>> known) {
    return new SentFile(file, known, false).table();
  }

  /**
   * The same of a table that may be too large to hold: one in UTF-8 with commas, whose header
   * stands first, is left to a reader of plain files.
   *
   * @return empty for such a table as well
   */
  public static Optional<SentTable> readUnlessPlain(Path file, ToIntFunction<List<String>> known) {
    return new SentFile(file, known, true).table();
  }

  private Optional<SentTable> table() {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      byte[] bytes = CsvText.bytes(file);
      return Spreadsheet.isOne(file, bytes)
          ? Optional.of(sheet(Spreadsheet.read(file, bytes)))
          : text(bytes);
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.UNREADABLE,
          "Cannot read %s: %s. Check that it is there and may be read."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private SentTable sheet(List<Sheet> sheets) {
    List<Integer> withHeader =
        IntStream.range(0, sheets.size()).filter(i -> header(sheets.get(i)) >= 0).boxed().toList();
    if (withHeader.size() != 1) {
      boolean isNone = withHeader.isEmpty();
      throw new DesistException(
          ErrorCode.UNREADABLE,
          String.format(
              Locale.ROOT,
              "Cannot use %s: it is a spreadsheet with %d %s, and %s. %s",
              file,
              sheets.size(),
              sheets.size() == 1 ? "sheet" : "sheets",
              isNone
                  ? "in the first "
                      + SEARCHED
                      + " rows of none stand names of columns that are known"
                  : withHeader.size() + " of them have a header that is known",
              isNone
                  ? "Write the names of the columns above the rows."
                  : "Which one is meant cannot be known: delete the others, or save that one as CSV."));
    }
    int index = withHeader.get(0);
    Sheet sheet = sheets.get(index);
    notes.add(
        "The list is a spreadsheet (%s): the values stored in its cells are read, and a line in a message is a row of the sheet."
            .formatted(sheet.kind()));
    if (sheets.size() > 1) {
      notes.add(
          String.format(
              Locale.ROOT,
              "Sheet %d of %d is read: no other has headings that are known.",
              index + 1,
              sheets.size()));
    }
    int header = header(sheet);
    long first = sheet.rows().get(header).line();
    noteTitle(
        sheet.rows().subList(0, header).stream().filter(row -> !row.isBlank()).count(), first);
    count(
        sheet.formulas(),
        "Cells that hold a formula, of which the stored value is read and nothing is calculated");
    count(sheet.errors(), "Cells that hold an error and are read as empty");
    count(
        sheet.hidden().stream().filter(line -> line > first).count(),
        "Rows that the sheet hides and that are read like the others");
    count(
        sheet.merged().stream().filter(line -> line >= first).count(),
        "Cells that stretch over others, of which only the first has the value");
    return new SentTable(false, true, sheet.rows().subList(header, sheet.rows().size()), notes);
  }

  private void count(long there, String what) {
    if (there > 0) {
      notes.add(String.format(Locale.ROOT, "%s: %d.", what, there));
    }
  }

  private void noteTitle(long rows, long headerLine) {
    count(
        rows,
        String.format(
            Locale.ROOT,
            "The headings stand in line %d; rows above them that are passed over",
            headerLine));
  }

  private int header(Sheet sheet) {
    return IntStream.range(0, sheet.rows().size())
        .filter(i -> sheet.rows().get(i).line() <= SEARCHED)
        .filter(i -> known.applyAsInt(sheet.rows().get(i).values()) > 0)
        .findFirst()
        .orElse(-1);
  }

  private Optional<SentTable> text(byte[] bytes) {
    String text = decoded(bytes).orElse(null);
    if (text == null) {
      return Optional.empty();
    }
    List<String> lines = first(text);
    char separator = ',';
    Matcher named = SEPARATOR_LINE.matcher(lines.get(0));
    boolean isNamed = named.matches();
    String tried = isNamed ? named.group(1) : ",;\t|";
    int header = -1;
    int most = 0;
    for (int i = isNamed ? 1 : 0; i < lines.size() && header < 0; i++) {
      for (int j = 0; j < tried.length(); j++) {
        char candidate = tried.charAt(j);
        int score = known.applyAsInt(split(lines.get(i), candidate));
        if (score > most) {
          most = score;
          separator = candidate;
          header = i;
        }
      }
    }
    if (header < 0) {
      return Optional.empty();
    }
    long headerLine = header + 1L;
    boolean isPlain = notes.isEmpty() && header == 0 && separator == ',';
    if (isPlain && leavesPlain) {
      return Optional.empty();
    }
    if (separator != ',') {
      notes.add("%s stand between the values.".formatted(capital(SEPARATORS.get(separator))));
    }
    List<SentRow> rows = new ArrayList<>();
    int[] titles = {0};
    CsvText.records(
        file,
        text.getBytes(StandardCharsets.UTF_8),
        separator,
        (line, values, isBroken) -> {
          if (line >= headerLine) {
            rows.add(new SentRow(line, values, Set.of(), isBroken));
          } else if (!(isNamed && line == 1)
              && values.stream().anyMatch(value -> !value.isBlank())) {
            titles[0]++;
          }
        });
    if (rows.isEmpty() || rows.get(0).line() != headerLine) {
      return Optional.empty();
    }
    noteTitle(titles[0], headerLine);
    return Optional.of(new SentTable(isPlain, false, rows, notes));
  }

  private static List<String> first(String text) {
    String[] lines = text.split("\r\n|\r|\n", SEARCHED + 1);
    return List.of(lines).subList(0, Math.min(SEARCHED, lines.length));
  }

  private static List<String> split(String line, char separator) {
    List<String> texts = new ArrayList<>();
    for (String part : line.split(Pattern.quote(String.valueOf(separator)), -1)) {
      String text = part.strip();
      boolean isQuoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
      texts.add(isQuoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text);
    }
    return texts;
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** The text, without its mark; empty when the bytes are in none of the encodings. */
  private Optional<String> decoded(byte[] bytes) {
    Optional<String> text = strict(bytes, StandardCharsets.UTF_8);
    Charset wide = wide(bytes);
    if (wide != null) {
      text = strict(bytes, wide);
      text.ifPresent(decoded -> notes.add("The text is in UTF-16."));
    } else if (text.isEmpty() && isWindows(bytes)) {
      text = strict(bytes, WINDOWS);
      text.ifPresent(
          decoded ->
              notes.add(
                  "The text is not in UTF-8 and is read as Windows-1252: check a name with an accent."));
    }
    return text.filter(decoded -> decoded.indexOf('\0') < 0)
        .map(decoded -> decoded.startsWith("\ufeff") ? decoded.substring(1) : decoded);
  }

  private static Optional<String> strict(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** By its mark, or by a zero in every other byte, as plain letters have it; else null. */
  private static Charset wide(byte[] bytes) {
    if (bytes.length < 2 || bytes.length % 2 != 0) {
      return null;
    }
    int[] zeros = {0, 0};
    int sample = Math.min(bytes.length, 1 << 12);
    for (int i = 0; i < sample; i++) {
      zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
    }
    boolean isLittle = bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe;
    boolean isBig = bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff;
    if (isLittle || (zeros[1] > sample / 3 && zeros[0] == 0)) {
      return UTF_16[0];
    }
    return isBig || (zeros[0] > sample / 3 && zeros[1] == 0) ? UTF_16[1] : null;
  }

  /**
   * Windows-1252 has letters with accents one at a time among plain ones. A file with characters of
   * UTF-8 beside them is in two encodings, and one cut within a character in neither.
   */
  private static boolean isWindows(byte[] bytes) {
    int high = 0;
    for (int i = 0; i < bytes.length; i++) {
      int b = bytes[i] & 0xff;
      boolean isControl = b < ' ' && b != '\n' && b != '\r' && b != '\t';
      boolean isCut = b > ASCII_END && i + 1 == bytes.length && high == 0;
      if (isControl || isCut || isOfUtf8(bytes, i, b)) {
        return false;
      }
      high += b > ASCII_END ? 1 : 0;
    }
    return high <= 1 + bytes.length / 4;
  }

  private static boolean isOfUtf8(byte[] bytes, int at, int first) {
    int more = first < 0xc2 || first > 0xf4 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    for (int i = 1; i <= more; i++) {
      if (at + i >= bytes.length || (bytes[at + i] & 0xc0) != 0x80) {
        return false;
      }
    }
    return more > 0;
  }
}
