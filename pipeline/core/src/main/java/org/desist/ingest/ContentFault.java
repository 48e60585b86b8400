// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;

/** Tells a file whose content is wrong from one that cannot be fetched. */
final class ContentFault {
  private ContentFault() {}

  /** Opens the content again. */
  @FunctionalInterface
  interface Opening {
    InputStream open() throws IOException;
  }

  /**
   * What is wrong with the content, to stand behind "Cannot read FILE: "; empty when it is not the
   * content that failed.
   *
   * @param after how far reading came, such as " after 12 rows"
   */
  static Optional<String> problem(IOException failure, String after, Opening opening)
      throws IOException {
    if (failure instanceof CharacterCodingException) {
      try (InputStream content = opening.open()) {
        FaultLine fault = FaultLine.find(content);
        return Optional.of(String.format(Locale.ROOT, "line %d %s", fault.line(), fault.problem()));
      }
    }
    if (failure instanceof EOFException || failure instanceof ZipException) {
      return Optional.of(
          "the gzip file is truncated or damaged%s: %s".formatted(after, failure.getMessage()));
    }
    return failure instanceof GzipMembers.TooDenseException
        ? Optional.of(failure.getMessage())
        : Optional.empty();
  }

  /**
   * The first byte of a file that is NUL or not UTF-8: its line, and what the file seems to be.
   * Reading does not count lines of bytes, so a file that failed is gone through again.
   *
   * @param line the first being 1
   */
  private record FaultLine(long line, String problem) {
    private static final int SIZE = 1 << 16;
    private static final int SAMPLE = 4096;
    private static final int ASCII = 0x80;
    private static final String UTF_16 = "UTF-16 text (\"Unicode\" in a spreadsheet)";
    private static final String SPREADSHEET = "a spreadsheet or an archive, not a CSV file";

    /** What files that are no UTF-8 text begin with, in hexadecimal. */
    private static final Map<String, String> BEGINNINGS =
        Map.of(
            "fffe", UTF_16,
            "feff", UTF_16,
            "1f8b", "packed by gzip, and then its name ends in .csv.gz",
            "504b", SPREADSHEET,
            "d0cf", SPREADSHEET,
            "50415231", "a Parquet file, and then its name ends in .parquet");

    /** Finds it; the last line when there is none. */
    static FaultLine find(InputStream in) throws IOException {
      CharsetDecoder decoder =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      ByteBuffer bytes = ByteBuffer.allocate(SIZE);
      CharBuffer characters = CharBuffer.allocate(SIZE);
      String form = null;
      long line = 1;
      byte previous = 0;
      boolean ended = false;
      while (!ended) {
        int count = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
        ended = bytes.position() + count < bytes.capacity();
        bytes.limit(bytes.position() + count).position(0);
        if (form == null) {
          form = form(Arrays.copyOf(bytes.array(), Math.min(bytes.limit(), SAMPLE)));
        }
        CoderResult result = decoder.decode(bytes, characters.clear(), ended);
        for (int i = 0; i < bytes.position(); i++) {
          byte b = bytes.get(i);
          if (b == 0) {
            return new FaultLine(line, "holds bytes that are not text (NUL)" + form);
          }
          // CR, LF and CR LF each end one line, as the CSV reader counts.
          line += b == '\r' || (b == '\n' && previous != '\r') ? 1 : 0;
          previous = b;
        }
        if (result.isError()) {
          boolean isCut = ended && bytes.remaining() == result.length();
          return new FaultLine(
              line,
              "holds bytes that are not UTF-8 text"
                  + (form.isEmpty() ? guess(bytes.slice(), isCut) : form));
        }
        bytes.compact();
      }
      return new FaultLine(line, "holds bytes that are not UTF-8 text");
    }

    /** What the file is by how it begins; empty when nothing speaks against text. */
    private static String form(byte[] start) {
      String hex = HexFormat.of().formatHex(start, 0, Math.min(start.length, Integer.BYTES));
      for (Map.Entry<String, String> beginning : BEGINNINGS.entrySet()) {
        if (hex.startsWith(beginning.getKey())) {
          return ": it is " + beginning.getValue();
        }
      }
      int zeros = 0;
      for (byte b : start) {
        zeros += b == 0 ? 1 : 0;
      }
      // Every other byte of plain letters in UTF-16.
      return zeros > start.length / 3 ? ": it is " + UTF_16 : "";
    }

    /** What bytes are that begin with a fault. */
    private static String guess(ByteBuffer bytes, boolean isCut) {
      if (isCut) {
        return ": the file ends within a character";
      }
      int high = 0;
      int control = 0;
      while (bytes.hasRemaining()) {
        int b = bytes.get() & 0xFF;
        high += b >= ASCII ? 1 : 0;
        control += b < ' ' && b != '\n' && b != '\r' && b != '\t' ? 1 : 0;
      }
      boolean isText = control == 0 && high <= 1 + bytes.limit() / 4;
      return isText ? ": it looks like Windows-1252 (\"ANSI\")" : "";
    }
  }
}
