// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {
  @ParameterizedTest
  @ValueSource(
      ints = {
        0x00, 0x07, 0x08, 0x0d, 0x1b, 0x7f, 0x80, 0x85, 0x9b, 0x9f, 0xad, 0x34f, 0x61c, 0x115f,
        0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202b, 0x202c,
        0x202d, 0x202e, 0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0x206f, 0x2800, 0x3164, 0xd800,
        0xdfff, 0xfdd0, 0xfeff, 0xfff9, 0xfffe, 0xffff, 0xe0001, 0xe0041, 0xe007f, 0xe0100, 0x1fffe,
        0x10ffff
      })
  void showsWhatATerminalObeysOrHides(int c) {
    String text = "a" + new String(new int[] {c}, 0, 1) + "b";

    assertThat(Visible.line(text))
        .startsWith("a\\u")
        .endsWith("b")
        .matches("a(\\\\u[0-9a-f]{4})+b")
        .isEqualTo(Visible.text(text));
    assertThat(Visible.firstHidden(text)).hasValue(c);
  }

  @Test
  void leavesTheWritingOfPeopleAlone() {
    String text = "Zażółć Ünïté O’Brien £34 – 50% العربية עברית ไทย 日本 ❤️ 😀 " + '\u00a0';

    assertThat(Visible.line(text)).isEqualTo(text);
    assertThat(Visible.firstHidden(text)).isEmpty();
  }

  @Test
  void keepsLinesOfATextAndShowsThemInAValue() {
    assertThat(Visible.text("a\n\tb\rc")).isEqualTo("a\n\tb\\u000dc");
    assertThat(Visible.line("a\n\tb")).isEqualTo("a\\u000a\\u0009b");
  }

  @Test
  void writesWhatJsonReadsBack() {
    assertThat(Visible.line("\u202e43")).isEqualTo("\\u202e43");
    assertThat(Visible.line(new String(Character.toChars(0xe0041)))).isEqualTo("\\udb40\\udc41");
  }

  @Test
  void cutsOffLongValuesBetweenCharacters() {
    String many = "😀".repeat(100);

    assertThat(Visible.brief("a" + many)).isEqualTo("a" + "😀".repeat(39) + "...");
    assertThat(Visible.brief("short")).isEqualTo("short");
  }

  @Test
  void hidesNoLetterOfTheBasicPlane() {
    assertThat(IntStream.range(0x20, 0x7f).filter(Visible::isHidden)).isEmpty();
    assertThat(IntStream.range(0xa0, 0x250).filter(Visible::isHidden)).containsExactly(0xad);
  }
}
