// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Finds the line of the first byte that is NUL or not UTF-8. Reading does not count lines of bytes,
 * so a file that failed is gone through again.
 */
final class FaultLine {
  private static final int SIZE = 1 << 16;

  private FaultLine() {}

  /** The line of the fault, the first being 1; the last line when there is none. */
  static long find(InputStream in) throws IOException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(SIZE);
    CharBuffer characters = CharBuffer.allocate(SIZE);
    long line = 1;
    byte previous = 0;
    boolean ended = false;
    while (!ended) {
      int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
      ended = count < 0;
      bytes.limit(bytes.position() + Math.max(count, 0)).position(0);
      CoderResult result = decoder.decode(bytes, characters.clear(), ended);
      for (int i = 0; i < bytes.position(); i++) {
        byte b = bytes.get(i);
        if (b == 0) {
          return line;
        }
        // CR, LF and CR LF each end one line, as the CSV reader counts.
        line += b == '\r' || (b == '\n' && previous != '\r') ? 1 : 0;
        previous = b;
      }
      if (result.isError()) {
        return line;
      }
      bytes.compact();
    }
    return line;
  }
}
