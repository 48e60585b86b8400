// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.storage.DeskFileSystem;
import org.desist.storage.Locations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * On this machine, where a draft is renamed; where nothing can be; and on one of Hadoop's own that
 * renames as HDFS does, by the same calls.
 */
class VersionsTest {
  private static final String MOUNT = "spark.hadoop.fs.viewfs.mounttable.desk.link./all";

  @TempDir static Path folder;
  private static int folders;

  @BeforeAll
  static void mount() {
    System.setProperty(MOUNT, folder.toUri().toString());
  }

  @AfterAll
  static void unmount() {
    System.clearProperty(MOUNT);
  }

  static Stream<Arguments> places() {
    Path here = folder.resolve("here-" + folders++);
    Path there = DeskFileSystem.of(folder.resolve("there-" + folders++));
    Path mounted = Locations.of("viewfs://desk/all/mounted-" + folders++);
    return Stream.of(Arguments.of(here), Arguments.of(there), Arguments.of(mounted));
  }

  @ParameterizedTest
  @MethodSource("places")
  void nothingIsCurrentAtFirst(Path out) {
    assertThat(Versions.below(out).current()).isEmpty();
    assertThat(Versions.below(out).names()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("places")
  void aDraftIsNoVersionUntilItsManifestIsThereAndIsNotSeenUntilItIsPublished(Path out)
      throws IOException {
    Versions versions = Versions.below(out);
    Path draft = versions.draft("r1");
    Files.writeString(draft.resolve("mart"), "rows");

    assertThat(versions.has("r1")).isFalse();
    assertThat(versions.names()).isEmpty();

    Folders.replace(draft.resolve("manifest.json"), "{}");
    assertThat(versions.current()).isEmpty();
    versions.publish("r1");

    assertThat(versions.current()).contains("r1");
    assertThat(versions.names()).containsExactly("r1");
    assertThat(Files.readString(versions.folder("r1").resolve("mart"))).isEqualTo("rows");
  }

  @ParameterizedTest
  @MethodSource("places")
  void publishingAgainAfterACrashBeforeThePointerOnlyMovesThePointer(Path out) throws IOException {
    Versions versions = Versions.below(out);
    write(versions.draft("r1"), "rows");
    versions.publish("r1");
    Files.delete(out.resolve("current"));

    versions.publish("r1");

    assertThat(versions.current()).contains("r1");
    assertThat(Files.readString(versions.folder("r1").resolve("mart"))).isEqualTo("rows");
  }

  @ParameterizedTest
  @MethodSource("places")
  void anOlderVersionStaysWhenANewOneIsPublished(Path out) throws IOException {
    Versions versions = Versions.below(out);
    write(versions.draft("r1"), "old");
    versions.publish("r1");
    write(versions.draft("r2"), "new");
    versions.publish("r2");

    assertThat(versions.current()).contains("r2");
    assertThat(versions.names()).containsExactly("r1", "r2");
    assertThat(Files.readString(versions.folder("r1").resolve("mart"))).isEqualTo("old");
  }

  @ParameterizedTest
  @MethodSource("places")
  void aDraftBeginsEmpty(Path out) throws IOException {
    Versions versions = Versions.below(out);
    Files.writeString(versions.draft("r1").resolve("half"), "written");

    try (Stream<Path> entries = Files.list(versions.draft("r1"))) {
      assertThat(entries).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  void aVersionThatLostItsManifestIsNoneAndIsMadeAnew(Path out) throws IOException {
    Versions versions = Versions.below(out);
    write(versions.draft("r1"), "old");
    versions.publish("r1");
    Files.delete(versions.folder("r1").resolve("manifest.json"));

    assertThat(versions.names()).isEmpty();
    assertThat(versions.folders()).containsExactly("r1");
    write(versions.draft("r1"), "new");
    versions.publish("r1");

    assertThat(Files.readString(versions.folder("r1").resolve("mart"))).isEqualTo("new");
  }

  @ParameterizedTest
  @MethodSource("places")
  void aPointerThatNamesNothingSaysWhatToPutThere(Path out) throws IOException {
    Versions versions = Versions.below(out);
    write(versions.draft("r1"), "rows");
    versions.publish("r1");
    Files.writeString(out.resolve("current"), "../../elsewhere\n");

    assertThat(versions.current()).isEmpty();
    assertThatThrownBy(() -> versions.seen("query"))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOTHING_PUBLISHED))
        .hasMessage(
            "Cannot query: readers see nothing, because %s holds what is no run's name; let them see the newest complete version with: desist current r1 --out %s --reason 'readers saw nothing'"
                .formatted(out.resolve("current"), out));
  }

  @ParameterizedTest
  @MethodSource("places")
  void aPointerToAVersionThatIsGoneShowsNothingUntilTheNextVersion(Path out) throws IOException {
    Versions versions = Versions.below(out);
    write(versions.draft("r1"), "rows");
    versions.publish("r1");
    Folders.delete(versions.folder("r1"));

    assertThat(versions.current()).isEmpty();
    assertThatThrownBy(() -> versions.seen("query"))
        .hasMessageContaining(
            "names r1, whose version is gone; no complete version is left: publish it anew")
        .hasMessageContaining("desist resume r1 --out " + out);

    write(versions.draft("r2"), "rows");
    versions.publish("r2");
    assertThat(versions.current()).contains("r2");
  }

  @ParameterizedTest
  @MethodSource("places")
  void aPointerSeenEmptyIsReadAgain(Path out) throws Exception {
    Versions versions = Versions.below(out);
    write(versions.draft("r1"), "rows");
    versions.publish("r1");
    Files.writeString(out.resolve("current"), "");
    Thread writer =
        new Thread(
            () -> {
              java.util.concurrent.locks.LockSupport.parkNanos(250_000_000);
              Folders.replace(out.resolve("current"), "r1\n");
            });
    writer.start();

    assertThat(versions.current()).contains("r1");
    writer.join();

    Files.writeString(out.resolve("current"), "");
    assertThat(versions.pointer().problem()).endsWith("current is empty");
  }

  private static void write(Path draft, String rows) throws IOException {
    Files.writeString(draft.resolve("mart"), rows);
    Folders.replace(draft.resolve("manifest.json"), "{}");
  }
}
