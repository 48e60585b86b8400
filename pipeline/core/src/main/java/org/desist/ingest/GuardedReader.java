// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Decodes UTF-8, with or without a byte order mark, through a {@link QuoteGuard}. Bytes that are
 * not UTF-8, and NUL bytes, end in a {@link CharacterCodingException}.
 */
final class GuardedReader extends Reader {
  private static final int SIZE = 1 << 16;
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final QuoteGuard guard;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final byte[] bytes;
  private final ByteBuffer decodable;
  private int end;
  private boolean started;
  private boolean ended;

  /** Reads a file with that separator between its values. */
  GuardedReader(InputStream in, char separator) {
    this(in, separator, SIZE);
  }

  /**
   * Reads with a buffer of that size.
   *
   * @param size eight bytes at least
   */
  GuardedReader(InputStream in, char separator, int size) {
    this.in = in;
    this.guard = new QuoteGuard(separator);
    this.bytes = new byte[size];
    this.decodable = ByteBuffer.wrap(bytes).limit(0);
  }

  /** Reads characters; the target has room for two at least, as one may need a pair. */
  @Override
  public int read(char[] target, int from, int length) throws IOException {
    CharBuffer characters = CharBuffer.wrap(target, from, length);
    while (true) {
      CoderResult result = decoder.decode(decodable, characters, ended);
      if (result.isError()) {
        result.throwException();
      }
      int produced = characters.position() - from;
      if (produced > 0) {
        return produced;
      }
      if (ended) {
        return -1;
      }
      fill();
    }
  }

  /** Brings in more bytes behind the few that could not be handed on yet. */
  private void fill() throws IOException {
    int undecoded = decodable.remaining();
    int held = end - decodable.limit();
    int kept = undecoded + held;
    System.arraycopy(bytes, decodable.position(), bytes, 0, kept);
    int count = started ? in.read(bytes, kept, bytes.length - kept) : readStart();
    ended = count < 0;
    int filled = kept + Math.max(count, 0);
    if (QuoteGuard.indexOf(bytes, 0, kept, filled) < filled) {
      throw new MalformedInputException(1);
    }
    int safe = guard.filter(bytes, undecoded, filled, ended);
    end = guard.isHolding() ? safe + 1 : safe;
    decodable.limit(safe).position(0);
  }

  private int readStart() throws IOException {
    started = true;
    int count = in.readNBytes(bytes, 0, MARK.length);
    if (Arrays.equals(bytes, 0, count, MARK, 0, MARK.length)) {
      return in.read(bytes, 0, bytes.length);
    }
    return count == 0 ? -1 : count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
