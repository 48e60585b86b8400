// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteGuardTest {
  /** Every character that matters, and some of each length in UTF-8 that do not. */
  @Provide
  static Arbitrary<String> csvText() {
    return Arbitraries.of("\"", "\"", "\"", ",", "\n", "\r", "\r\n", "a", " ", "é", "李", "𐐨")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      nullValues = "",
      value = {
        "'a,b', 'a,b'",
        "'\"a\",b', '\"a\",b'",
        "'a\"b\",c', 'a\"b\",c'",
        "'\"a\"\"b\",c', '\"a\"\"b\",c'",
        "'\"a\"x,c', '\"a\u0000\",c'",
        "'\"a\"xyz,c', '\"a\u0000\",c'",
        "'\"a\" \"b\",c', '\"a\u0000\",c'",
        "'\"a\"é', '\"a\u0000\"'",
        "'\"\"x,\"y\"', '\"\u0000\",\"y\"'",
      })
  void textAfterAClosingQuoteBecomesAMark(String text, String guarded) {
    assertThat(guarded(text, 64)).isEqualTo(guarded);
  }

  @Property(tries = 3000)
  void textThatAStrictParserTakesIsLeftAlone(@ForAll("csvText") String text) {
    boolean strict;
    try {
      strict = !records(new StringReader(text)).isEmpty();
    } catch (CsvParseException e) {
      strict = false;
    }
    if (strict) {
      assertThat(guarded(text, 16)).isEqualTo(text);
    }
  }

  @Property(tries = 3000)
  void rowsAreThoseOfTheGrammar(@ForAll("csvText") String text) {
    List<String> expected = rowsByGrammar(text);
    if (expected == null) {
      assertThatThrownBy(() -> records(reader(text, 16)))
          .isInstanceOf(CsvParseException.class)
          .hasMessageContaining("Unclosed quoted field");
    } else {
      assertThat(records(reader(text, 16))).isEqualTo(expected);
    }
  }

  @Property(tries = 1000)
  void sizeOfTheBufferMakesNoDifference(
      @ForAll("csvText") String text, @ForAll @IntRange(min = 8, max = 24) int size) {
    assertThat(guarded(text, size)).isEqualTo(guarded(text, 1024));
  }

  @Test
  void byteOrderMarkIsDropped() {
    assertThat(guarded("\uFEFFa", 8)).isEqualTo("a");
    assertThat(guarded("\uFEFF\"a\"", 8)).isEqualTo("\"a\"");
    assertThat(guarded("\uFEFF", 8)).isEmpty();
    assertThat(guarded("", 8)).isEmpty();
    assertThat(guarded("a", 8)).isEqualTo("a");
  }

  @Test
  void nulAndBytesThatAreNotUtf8EndTheReading() {
    for (String hexadecimal : List.of("00", "61FF", "C3", "C080", "EDA080", "61620061")) {
      byte[] bytes = HexFormat.of().parseHex(hexadecimal);
      Reader reader = new GuardedReader(new ByteArrayInputStream(bytes), ',', 8);
      assertThatThrownBy(() -> reader.transferTo(new StringWriter()))
          .as(hexadecimal)
          .isInstanceOf(CharacterCodingException.class);
    }
  }

  private static Reader reader(String text, int size) {
    return new GuardedReader(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ',', size);
  }

  private static String guarded(String text, int size) {
    StringWriter target = new StringWriter();
    try (Reader reader = reader(text, size)) {
      reader.transferTo(target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return target.toString();
  }

  /** The rows that FastCSV finds, each as its line and its values; a mark shows as "!". */
  private static List<String> records(Reader reader) {
    List<String> records = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(reader)) {
      for (CsvRecord row : csv) {
        records.add(
            row.getStartingLineNumber()
                + ":"
                + String.join("|", row.getFields()).replace(QuoteGuard.MARK, '!'));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  /**
   * The same, character by character from the rules: a quote at the start of a value opens it; text
   * after its closing quote marks it and is dropped up to the next comma or line end. Null when a
   * quote never closes.
   */
  private static List<String> rowsByGrammar(String text) {
    List<String> rows = new ArrayList<>();
    int line = 1;
    int i = 0;
    while (i < text.length()) {
      int start = line;
      List<String> values = new ArrayList<>();
      boolean quoted = false;
      boolean ended = false;
      while (!ended) {
        StringBuilder value = new StringBuilder();
        if (i < text.length() && text.charAt(i) == '"') {
          quoted = true;
          i++;
          while (true) {
            if (i >= text.length()) {
              return null;
            }
            char c = text.charAt(i);
            if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
              value.append('"');
              i += 2;
            } else if (c == '"') {
              i++;
              break;
            } else {
              boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
              line += (c == '\r' && !pair) || c == '\n' ? 1 : 0;
              value.append(c);
              i++;
            }
          }
          int close = i;
          while (i < text.length() && ",\r\n".indexOf(text.charAt(i)) < 0) {
            i++;
          }
          value.append(i > close ? "!" : "");
        } else {
          while (i < text.length() && ",\r\n".indexOf(text.charAt(i)) < 0) {
            value.append(text.charAt(i++));
          }
        }
        values.add(value.toString());
        ended = i >= text.length() || text.charAt(i) != ',';
        i++;
      }
      boolean carriageReturn = i <= text.length() && text.charAt(i - 1) == '\r';
      if (carriageReturn && i < text.length() && text.charAt(i) == '\n') {
        i++;
      }
      line++;
      boolean blank = values.size() == 1 && values.get(0).isEmpty() && !quoted;
      if (!blank) {
        rows.add(start + ":" + String.join("|", values));
      }
    }
    return rows;
  }
}
