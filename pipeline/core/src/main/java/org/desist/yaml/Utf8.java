// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The one encoding of files that people write, with or without a byte-order mark. */
final class Utf8 {
  private static final char MARK = '\ufeff';

  private Utf8() {}

  /** Bytes that are no text in UTF-8, and the line they are in. */
  static final class NotTextException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    private NotTextException(int line, String advice) {
      super(advice);
      this.line = line;
    }

    int line() {
      return line;
    }
  }

  /**
   * The text of a file.
   *
   * @throws NotTextException with advice, for another encoding
   */
  static String text(byte[] bytes) throws NotTextException {
    if (isUtf16(bytes)) {
      throw new NotTextException(1, "the file is in UTF-16: save it as UTF-8");
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer given = ByteBuffer.wrap(bytes);
    try {
      String text = decoder.decode(given).toString();
      return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      int line = 1;
      for (int i = 0; i < given.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw new NotTextException(line, "it holds bytes that are not UTF-8: save the file as UTF-8");
    }
  }

  /** Its mark, or a zero beside each of the first letters. */
  private static boolean isUtf16(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    boolean isMarked =
        (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff)
            || (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe);
    return isMarked || (bytes[0] == 0) != (bytes[1] == 0);
  }
}
