// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks a gzip file (RFC 1952) of one or several members and lets nothing pass in silence: the
 * checksum and the length of each member are compared, and after a member only a whole further one
 * may follow, or zero bytes to the end of the file. The platform's own stream stops without a word
 * at anything else, which makes a damaged file look like a short one.
 */
final class GzipMembers extends InputStream {
  private static final int BUFFER = 1 << 16;
  private static final int MAGIC_1 = 0x1F;
  private static final int MAGIC_2 = 0x8B;
  private static final int DEFLATE = 8;
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;
  // Time, extra flags and operating system.
  private static final int UNUSED_BYTES = 6;

  private final InputStream in;
  private final int maximumRatio;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 contentSum = new CRC32();
  private final CRC32 headerSum = new CRC32();
  private final byte[] packed = new byte[BUFFER];
  private int position;
  private int limit;
  private long packedBytes;
  private long unpackedBytes;
  private long memberStart;
  private int member;
  private boolean isInside;
  private boolean hasEnded;

  /**
   * Unpacks a stream.
   *
   * @param maximumRatio how many times the size of the packed bytes their content may have, above
   *     {@link ReadingLimits#FREE_BYTES}
   */
  GzipMembers(InputStream in, int maximumRatio) {
    this.in = in;
    this.maximumRatio = maximumRatio;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /**
   * Reads content.
   *
   * @throws ZipException when a member is damaged, or what follows one is none
   * @throws EOFException when the file ends within a member
   * @throws TooDenseException when the content is larger than the ratio allows
   */
  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!hasEnded) {
      if (!isInside && !begin()) {
        hasEnded = true;
        break;
      }
      int count = inflate(target, from, length);
      if (count > 0) {
        contentSum.update(target, from, count);
        unpackedBytes += count;
        checkRatio();
        return count;
      }
      if (inflater.finished()) {
        end();
      } else if (inflater.needsDictionary()) {
        throw damaged("needs a dictionary");
      } else {
        fill();
        inflater.setInput(packed, position, limit - position);
        position = limit;
      }
    }
    return -1;
  }

  private int inflate(byte[] target, int from, int length) throws ZipException {
    try {
      return inflater.inflate(target, from, length);
    } catch (DataFormatException e) {
      throw damaged("cannot be unpacked");
    }
  }

  private void checkRatio() throws TooDenseException {
    if (unpackedBytes > ReadingLimits.FREE_BYTES && unpackedBytes > packedBytes * maximumRatio) {
      throw new TooDenseException(maximumRatio);
    }
  }

  /** Reads the header of the next member; false at the end of the file. */
  private boolean begin() throws IOException {
    int first = next();
    if (first < 0 && member == 0) {
      throw new EOFException("it is empty");
    }
    if (first < 0) {
      return false;
    }
    if (first == 0 && member > 0) {
      skipZeros();
      return false;
    }
    member++;
    headerSum.reset();
    headerSum.update(first);
    if (first != MAGIC_1 || header() != MAGIC_2) {
      throw new ZipException(
          member == 1
              ? "it does not begin as a gzip file does"
              : String.format(
                  Locale.ROOT, "bytes follow member %d that begin no further one", member - 1));
    }
    if (header() != DEFLATE) {
      throw damaged("is packed by a method that gzip does not have");
    }
    readRestOfHeader();
    inflater.reset();
    contentSum.reset();
    memberStart = unpackedBytes;
    inflater.setInput(packed, position, limit - position);
    position = limit;
    isInside = true;
    return true;
  }

  private void readRestOfHeader() throws IOException {
    int flags = header();
    if ((flags & RESERVED) != 0) {
      throw damaged("has a header with unknown flags");
    }
    skip(UNUSED_BYTES);
    if ((flags & EXTRA) != 0) {
      skip(header() | (header() << Byte.SIZE));
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      int expected = (int) headerSum.getValue() & 0xFFFF;
      if ((header() | (header() << Byte.SIZE)) != expected) {
        throw damaged("has a header that differs from its checksum");
      }
    }
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      header();
    }
  }

  private void skipText() throws IOException {
    while (header() != 0) {
      // The text ends with a zero byte.
    }
  }

  /** Compares the trailer with the content. */
  private void end() throws IOException {
    // The inflater was handed all there was; what it left over comes next.
    position = limit - inflater.getRemaining();
    if (trailer() != contentSum.getValue()) {
      throw damaged("differs from its checksum");
    }
    if (trailer() != ((unpackedBytes - memberStart) & 0xFFFFFFFFL)) {
      throw damaged("differs from its length");
    }
    isInside = false;
  }

  private long trailer() throws IOException {
    long value = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      value |= (long) header() << (i * Byte.SIZE);
    }
    return value;
  }

  private void skipZeros() throws IOException {
    for (int b = 0; b >= 0; b = next()) {
      if (b > 0) {
        throw new ZipException(
            String.format(Locale.ROOT, "bytes follow member %d that begin no further one", member));
      }
    }
  }

  /** A byte that must be there. */
  private int header() throws IOException {
    int b = next();
    if (b < 0) {
      throw new EOFException("it ends within member " + member);
    }
    headerSum.update(b);
    return b;
  }

  private int next() throws IOException {
    if (position == limit) {
      int count = in.read(packed, 0, packed.length);
      if (count < 0) {
        return -1;
      }
      packedBytes += count;
      position = 0;
      limit = count;
    }
    return packed[position++] & 0xFF;
  }

  private void fill() throws IOException {
    if (next() < 0) {
      throw new EOFException("it ends within member " + member);
    }
    position--;
  }

  private ZipException damaged(String how) {
    return new ZipException(String.format(Locale.ROOT, "member %d %s", member, how));
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }

  /** The content is far larger than the file: made to keep a reader busy. */
  static final class TooDenseException extends IOException {
    private TooDenseException(int maximumRatio) {
      super(
          String.format(
              Locale.ROOT,
              "unpacked it is more than %d times as large as it is packed",
              maximumRatio));
    }
  }
}
