// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Locale;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.storage.SecretFile.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFileTest {
  private static final int SELF = 1000;
  private static final Path FILE = Path.of("person.key");

  @ParameterizedTest
  @ValueSource(ints = {0, SELF})
  void itMayBelongToWhoRunsOrToRoot(int owner) {
    SecretFile.check("key file", FILE, FILE, new Facts(0100600, owner), SELF);
  }

  @Test
  void oneThatAnotherAccountCanChangeIsRefused() {
    assertThatThrownBy(
            () -> SecretFile.check("key file", FILE, FILE, new Facts(0100600, 1001), SELF))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_KEY))
        .hasMessageStartingWith("Cannot use the key file person.key: it belongs to the account")
        .hasMessageContaining("number 1001");
  }

  @ParameterizedTest
  @ValueSource(ints = {0640, 0604, 0620, 0602, 0610, 0601})
  void anyRightOfOthersIsTooMuch(int mode) {
    assertThatThrownBy(
            () -> SecretFile.check("key file", FILE, FILE, new Facts(0100000 | mode, SELF), SELF))
        .hasMessage(
            String.format(
                Locale.ROOT,
                "Cannot use the key file person.key: its mode is %04o, so others can read or change it. Close it with: chmod 600 person.key",
                mode));
  }

  @Test
  void aFileThatIsNoSecretIsOfOthersWhenTheyOwnItOrEverybodyCanChangeIt() {
    assertThat(SecretFile.isOfOthers(new Facts(0100664, SELF), SELF)).isFalse();
    assertThat(SecretFile.isOfOthers(new Facts(0100644, 0), SELF)).isFalse();
    assertThat(SecretFile.isOfOthers(new Facts(0100644, 1001), SELF)).isTrue();
    assertThat(SecretFile.isOfOthers(new Facts(0100666, SELF), SELF)).isTrue();
  }
}
