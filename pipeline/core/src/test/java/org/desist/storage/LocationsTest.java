// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationsTest {
  @Test
  void aTextWithoutASchemeIsAPathOfThisMachine() {
    assertThat(Locations.of("var")).isEqualTo(Path.of("var"));
    assertThat(Locations.of("night:2019")).isEqualTo(Path.of("night:2019"));
    assertThat(Locations.of("file:/srv/desist out")).isEqualTo(Path.of("/srv/desist out"));
    assertThat(Locations.isRemote(Locations.of("var"))).isFalse();
    assertThat(Locations.renamesInOneAct(Locations.of("var"))).isTrue();
  }

  @Test
  void aLocationElsewhereReadsAsItWasWritten() {
    Path out = Locations.of("desk://disk/a folder/100%/desist");

    assertThat(out).hasToString("desk://disk/a folder/100%/desist");
    assertThat(Locations.of(out.toString())).isEqualTo(out);
    assertThat(Locations.url(out)).isEqualTo("desk://disk/a folder/100%/desist");
    assertThat(Locations.isRemote(out)).isTrue();
  }

  @Test
  void sparkIsToldOfALocalPathWithItsSchemeAndNothingEscaped() {
    assertThat(Locations.url(Path.of("/srv/desist out"))).isEqualTo("file:/srv/desist out");
  }

  /** HDFS needs no cluster to be named. */
  @ParameterizedTest
  @CsvSource({"hdfs://host:8020/desist, true", "viewfs://all/desist, true", "desk:///x, false"})
  void onlyWhereARenameIsOneActIsItReliedOn(String location, boolean isRelied) {
    assertThat(Locations.renamesInOneAct(Locations.of(location))).isEqualTo(isRelied);
  }

  @Test
  void aSchemeThatNothingReachesIsRefusedWithWhatToDo() {
    assertThatThrownBy(() -> Locations.of("gopher://hole/desist"))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_ARGUMENT))
        .hasMessage(
            "Cannot use gopher://hole/desist: no file system of that kind is installed. Name a folder of this machine, or one such as s3a://bucket/desist; docs/storage.md tells what each kind needs.");
  }
}
