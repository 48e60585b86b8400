// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PersonKeyTest {
  private static final byte[] SECRET = bytes(0);

  @Test
  void isHmacSha256OfTheIdInLowerCaseHex() {
    // Computed with another implementation of HMAC.
    assertThat(PersonKey.of(SECRET).keyOf("2003/0011985X"))
        .isEqualTo("f15f4a10cb81b8d72d81ee2cc1d9ddfa13451cb9e832346ed02956ba40be5a90");
  }

  @Test
  void differsBetweenPersonsAndBetweenSecrets() {
    PersonKey key = PersonKey.of(SECRET);

    assertThat(key.keyOf("2003/0011985X")).isNotEqualTo(key.keyOf("2008/0056560Z"));
    assertThat(key.keyOf("2003/0011985X"))
        .isNotEqualTo(PersonKey.of(bytes(1)).keyOf("2003/0011985X"));
  }

  @Test
  void isTheSameFromManyThreads() {
    PersonKey key = PersonKey.of(SECRET);
    List<String> alone = IntStream.range(0, 2000).mapToObj(i -> key.keyOf("id" + i)).toList();

    List<String> together =
        IntStream.range(0, 2000).parallel().mapToObj(i -> key.keyOf("id" + i)).toList();

    assertThat(together).isEqualTo(alone);
  }

  @Test
  void refusesASecretOfAnotherLength() {
    assertThatThrownBy(() -> PersonKey.of(new byte[16]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a key has 32 bytes, not 16");
  }

  @Test
  void doesNotShowItsSecret() {
    assertThat(PersonKey.of(SECRET)).hasToString("PersonKey");
  }

  private static byte[] bytes(int first) {
    byte[] bytes = new byte[32];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (first + i);
    }
    return bytes;
  }
}
