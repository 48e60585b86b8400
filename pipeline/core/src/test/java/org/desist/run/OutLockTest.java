// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutLockTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2019-07-01T02:03:04.567Z"), ZoneOffset.UTC);

  @TempDir Path out;

  @Test
  void saysWhoHoldsItAndSinceWhen() {
    OutLock held = OutLock.take(out, CLOCK);

    assertThatThrownBy(() -> OutLock.take(out, CLOCK))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LOCKED))
        .hasMessageContaining(
            String.format(
                Locale.ROOT,
                "process %d since 2019-07-01T02:03:04Z",
                ProcessHandle.current().pid()))
        .hasMessageContaining("Wait until it has ended");
    held.close();
  }

  @Test
  void canBeTakenAgainOnceGivenBack() {
    OutLock.take(out, CLOCK).close();

    OutLock second = OutLock.take(out, CLOCK);

    assertThat(OutLock.isHeld(out)).isTrue();
    second.close();
    assertThat(OutLock.isHeld(out)).isFalse();
  }

  @Test
  void isNotHeldWhereNothingHasRun() {
    assertThat(OutLock.isHeld(out)).isFalse();
  }
}
