// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import org.junit.jupiter.api.Test;

class HadoopPathTest {
  private static final Path OUT = Locations.of("desk://disk/srv/desist");

  @Test
  void namesAreAddedBelowAndTakenOffAgain() {
    Path version = OUT.resolve("versions").resolve("r1");

    assertThat(version).hasToString("desk://disk/srv/desist/versions/r1");
    assertThat(version.getFileName()).hasToString("r1");
    assertThat(version.getParent()).hasToString("desk://disk/srv/desist/versions");
    assertThat(version.resolveSibling("r2")).hasToString("desk://disk/srv/desist/versions/r2");
    assertThat(version.getRoot()).hasToString("desk://disk/");
    assertThat(version.getRoot().getParent()).isNull();
    assertThat(version.getNameCount()).isEqualTo(4);
    assertThat(version.subpath(1, 3)).hasToString("desist/versions");
    assertThat(version.startsWith(OUT)).isTrue();
    assertThat(OUT.startsWith(version)).isFalse();
    assertThat(version.endsWith("versions/r1")).isTrue();
    assertThat(version.endsWith("r2")).isFalse();
  }

  @Test
  void aWayLeadsFromAFolderToWhatIsInIt() {
    Path mart = OUT.resolve("versions/r1/published/run");

    Path way = OUT.relativize(mart);

    assertThat(way).hasToString("versions/r1/published/run");
    assertThat(way.isAbsolute()).isFalse();
    assertThat(OUT.resolve(way)).isEqualTo(mart);
    assertThat(mart.relativize(OUT.resolve("versions/r2"))).hasToString("../../../r2");
    assertThat(mart.resolve(mart.relativize(OUT)).normalize()).isEqualTo(OUT);
  }

  @Test
  void dotsAreTakenOut() {
    assertThat(OUT.resolve("./a/../b").normalize()).hasToString("desk://disk/srv/desist/b");
    assertThat(OUT.resolve("../../../x").normalize()).hasToString("desk://disk/x");
  }

  @Test
  void itsUriEscapesWhatAUriMust() {
    assertThat(OUT.resolve("a b").toUri()).hasToString("desk://disk/srv/desist/a%20b");
  }

  @Test
  void pathsSortByTheirText() {
    assertThat(OUT.resolve("b")).isGreaterThan(OUT.resolve("a")).isGreaterThan(OUT);
  }

  @Test
  void anotherStoresNamesAreNotMixedIn() {
    assertThat(OUT).isNotEqualTo(Locations.of("desk://other/srv/desist"));
    assertThatThrownBy(() -> OUT.resolve(Path.of("here")))
        .isInstanceOf(ProviderMismatchException.class)
        .hasMessage("here is not on desk://disk");
  }
}
