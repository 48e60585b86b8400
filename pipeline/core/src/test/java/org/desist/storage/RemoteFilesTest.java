// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.Fingerprint;
import org.desist.run.Folders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** java.nio.file.Files on a file system that only Hadoop reaches. */
class RemoteFilesTest {
  @TempDir Path local;
  private Path remote;

  @BeforeEach
  void reach() {
    remote = DeskFileSystem.of(local);
  }

  @Test
  void whatIsWrittenThereIsReadThere() throws IOException {
    Path file = Files.createDirectories(remote.resolve("a/b")).resolve("file.txt");

    Files.writeString(file, "first");
    Files.writeString(file, "second");

    assertThat(Files.readString(file)).isEqualTo("second");
    assertThat(Files.readAllLines(file)).containsExactly("second");
    assertThat(Files.size(file)).isEqualTo(6);
    assertThat(Files.isRegularFile(file)).isTrue();
    assertThat(Files.isDirectory(file.getParent())).isTrue();
    assertThat(local.resolve("a/b/file.txt")).hasContent("second");
    assertThat(Files.getLastModifiedTime(file).toMillis())
        .isEqualTo(Files.getLastModifiedTime(local.resolve("a/b/file.txt")).toMillis());
  }

  @Test
  void aFileIsReadFromAnyPlace() throws IOException {
    Path file = Files.writeString(remote.resolve("file"), "0123456789");

    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      channel.position(7);
      java.nio.ByteBuffer bytes = java.nio.ByteBuffer.allocate(10);
      assertThat(channel.read(bytes)).isEqualTo(3);
      assertThat(channel.position()).isEqualTo(channel.size()).isEqualTo(10);
    }
  }

  @Test
  void foldersAreListedAndWalked() throws IOException {
    Files.createDirectories(remote.resolve("b/c"));
    Files.writeString(remote.resolve("b/c/2.parquet"), "");
    Files.writeString(remote.resolve("1.parquet"), "");

    assertThat(Folders.names(remote)).containsExactly("b");
    try (Stream<Path> walk = Files.walk(remote)) {
      assertThat(walk.filter(Files::isRegularFile).map(remote::relativize).map(Path::toString))
          .containsExactlyInAnyOrder("1.parquet", "b/c/2.parquet");
    }
    assertThat(Fingerprint.ofFolder(remote)).isEqualTo(Fingerprint.ofFolder(local));
  }

  @Test
  void filesAreCopiedInEveryDirection(@TempDir Path elsewhere) throws IOException {
    Path here = Files.writeString(elsewhere.resolve("here"), "content");

    Files.copy(here, remote.resolve("there"));
    Files.copy(remote.resolve("there"), remote.resolve("too"));
    Files.copy(remote.resolve("too"), elsewhere.resolve("back"));

    assertThat(elsewhere.resolve("back")).hasContent("content");
    assertThatThrownBy(() -> Files.copy(remote.resolve("too"), remote.resolve("there")))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessage(remote.resolve("there").toString());
    Files.copy(remote.resolve("too"), remote.resolve("there"), StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void onlyAnEmptyFolderIsDeletedByItselfAndAWholeOneAtOnce() throws IOException {
    Path folder = Files.createDirectories(remote.resolve("a"));
    Files.writeString(folder.resolve("b"), "");

    assertThatThrownBy(() -> Files.delete(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not empty");
    Folders.delete(folder);

    assertThat(Files.exists(folder)).isFalse();
    assertThatThrownBy(() -> Files.delete(folder)).isInstanceOf(NoSuchFileException.class);
    Folders.delete(folder);
  }

  @Test
  void aFileIsOnlyWrittenWholeAndNotMoved() throws IOException {
    Path file = Files.writeString(remote.resolve("file"), "content");

    assertThatThrownBy(() -> Files.writeString(file, "more", StandardOpenOption.APPEND))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("a file is written once and whole");
    assertThatThrownBy(
            () -> Files.move(file, remote.resolve("moved"), StandardCopyOption.ATOMIC_MOVE))
        .isInstanceOf(AtomicMoveNotSupportedException.class)
        .hasMessageContaining("desk copies file by file");
    Folders.replace(file, "other");
    assertThat(Files.readString(file)).isEqualTo("other");
    assertThat(local.toFile().list()).as("no draft is left").doesNotContain(".file.draft");
  }

  @Test
  void aFolderThatOnlyItsOwnerMayEnterIsOneThereToo() throws IOException {
    Folders.createPrivate(remote.resolve("private"));

    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(local.resolve("private"))))
        .isEqualTo("rwx------");
  }

  @Test
  void aStoreThatDoesNotAnswerIsNotTakenForAnEmptyOne() {
    Path out = Locations.of("sulk:///desist");

    for (Runnable question :
        List.<Runnable>of(
            () -> Files.exists(out),
            () -> Files.isDirectory(out),
            () -> Files.isRegularFile(out.resolve("current")))) {
      assertThatThrownBy(question::run)
          .isInstanceOfSatisfying(
              DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE))
          .hasMessageStartingWith("Cannot ask for sulk:///desist")
          .hasMessageContaining("connection refused. Check that the store is there");
    }
  }

  @Test
  void aFolderElsewhereIsCopiedForAWhileAndOneHereIsNot() throws IOException {
    Files.createDirectories(remote.resolve("mart/deep"));
    Files.writeString(remote.resolve("mart/deep/part.parquet"), "rows");
    Path kept;

    try (LocalCopy copy = LocalCopy.of(remote.resolve("mart"))) {
      kept = copy.path();
      assertThat(kept.resolve("deep/part.parquet")).hasContent("rows");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
          .isEqualTo("rwx------");
    }
    assertThat(kept).doesNotExist();
    try (LocalCopy same = LocalCopy.of(local)) {
      assertThat(same.path()).isEqualTo(local);
    }
    assertThat(local).exists();
    try (LocalCopy none = LocalCopy.of(remote.resolve("none"))) {
      assertThat(none.path()).isEmptyDirectory();
    }
  }
}
