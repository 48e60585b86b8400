// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gzip file may look like, and that nothing else passes for a shorter one. */
class GzipMembersTest {
  private static final int RATIO = 200;
  private static final String FIRST = "event_id,pnc_id\nE1,x\n";
  private static final String SECOND = "E2,y\n".repeat(40);

  @Test
  void severalMembersAreOneContent() throws IOException {
    assertThat(unpacked(join(gzip(FIRST), gzip(""), gzip(SECOND)))).isEqualTo(FIRST + SECOND);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 511, 200_000})
  void zeroBytesAtTheEndPass(int zeros) throws IOException {
    assertThat(unpacked(join(gzip(FIRST), new byte[zeros]))).isEqualTo(FIRST);
  }

  @Test
  void zeroBytesBetweenMembersDoNot() {
    assertThatThrownBy(() -> unpacked(join(gzip(FIRST), new byte[8], gzip(SECOND))))
        .isInstanceOf(ZipException.class)
        .hasMessage("bytes follow member 1 that begin no further one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\n", "\u001f", "\u001fx", "trailing text"})
  void otherBytesAfterAMemberDoNot(String bytes) {
    assertThatThrownBy(
            () -> unpacked(join(gzip(FIRST), bytes.getBytes(StandardCharsets.ISO_8859_1))))
        .isInstanceOf(IOException.class)
        .message()
        .isIn("bytes follow member 1 that begin no further one", "it ends within member 2");
  }

  @Test
  void everyCutIsSeen() {
    byte[] whole = join(gzip(FIRST), gzip(SECOND));
    int second = gzip(FIRST).length;
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      if (length != second) {
        assertThatThrownBy(() -> unpacked(cut))
            .as("%d bytes", length)
            .isInstanceOf(EOFException.class);
      }
    }
  }

  /** Time, extra flags and operating system of a header say nothing about the content. */
  @Test
  void everyFlippedBitIsSeenOrChangesNothing() {
    byte[] whole = join(gzip(FIRST), gzip(SECOND));
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      try {
        assertThat(unpacked(flipped)).as("bit %d", bit).isEqualTo(FIRST + SECOND);
      } catch (IOException e) {
        assertThat(e).isInstanceOfAny(ZipException.class, EOFException.class);
      }
    }
  }

  @Test
  void optionalPartsOfAHeaderArePassedOver() throws IOException {
    byte[] plain = gzip(FIRST);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    // Extra field, name, comment, and the checksum of the header.
    header.writeBytes(new byte[] {0x1F, (byte) 0x8B, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3});
    header.writeBytes(new byte[] {3, 0, 'a', 'b', 'c'});
    header.writeBytes("pnc_event.csv\0from the police\0".getBytes(StandardCharsets.ISO_8859_1));
    CRC32 sum = new CRC32();
    sum.update(header.toByteArray());
    byte[] low = {(byte) sum.getValue(), (byte) (sum.getValue() >> 8)};
    byte[] rest = Arrays.copyOfRange(plain, 10, plain.length);

    assertThat(unpacked(join(header.toByteArray(), low, rest))).isEqualTo(FIRST);

    low[0] ^= 1;
    assertThatThrownBy(() -> unpacked(join(header.toByteArray(), low, rest)))
        .hasMessage("member 1 has a header that differs from its checksum");
  }

  @Test
  void contentFarLargerThanItsFileIsNotReadToItsEnd() {
    byte[] zeros = gzip(" ".repeat(100 << 20));

    assertThatThrownBy(() -> drain(zeros, RATIO))
        .isInstanceOf(GzipMembers.TooDenseException.class)
        .hasMessage("unpacked it is more than 200 times as large as it is packed");
  }

  @Test
  void smallContentMayBeAsDenseAsItLikes() throws IOException {
    assertThat(drain(gzip(" ".repeat(1 << 20)), 2)).isEqualTo(1 << 20);
  }

  @Test
  void manyMembersOfAnySizeAreReadWhole() throws IOException {
    Random random = new Random(7);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    StringBuilder content = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      StringBuilder part = new StringBuilder();
      for (int j = random.nextInt(9_000); j > 0; j--) {
        part.append((char) ('a' + random.nextInt(26)));
      }
      packed.writeBytes(gzip(part.toString()));
      content.append(part);
    }
    assertThat(unpacked(packed.toByteArray())).isEqualTo(content.toString());
  }

  private static String unpacked(byte[] bytes) throws IOException {
    try (InputStream in = new GzipMembers(new ByteArrayInputStream(bytes), RATIO)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static long drain(byte[] bytes, int ratio) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long sum = 0;
    try (InputStream in = new GzipMembers(new ByteArrayInputStream(bytes), ratio)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        sum += count;
      }
    }
    return sum;
  }

  private static byte[] gzip(String content) {
    return Snapshot.gzip(content);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
