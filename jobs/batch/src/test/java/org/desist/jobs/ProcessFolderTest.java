// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFolderTest {
  private static final String NAME = "desist-" + System.getProperty("user.name");

  @TempDir Path temporary;

  @Test
  void whatAKilledProcessLeftIsGoneAndTheFolderIsClosed() throws Exception {
    Path user = Files.createDirectory(temporary.resolve(NAME));
    Files.setPosixFilePermissions(user, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path dead = Files.createDirectories(user.resolve("4711-1/spark-of-before"));
    Files.writeString(dead.resolve("block"), "2010/0000101L");
    Files.writeString(user.resolve("4711-1/lock"), "");

    start(temporary);

    assertThat(user.toFile().list()).containsExactly("lock");
    assertThat(Files.getPosixFilePermissions(user))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void theFolderThatTheLauncherHasMadeIsUsedItself() throws Exception {
    Path user = Files.createDirectory(temporary.resolve(NAME));

    start(user);

    assertThat(user.toFile().list()).containsExactly("lock");
  }

  @Test
  void aNameThatLeadsElsewhereIsNotFollowed() throws Exception {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Files.createSymbolicLink(temporary.resolve(NAME), elsewhere);

    start(temporary);

    assertThat(elsewhere).isEmptyDirectory();
  }

  private void start(Path tmpdir) throws IOException, InterruptedException {
    Path log = temporary.resolve("log");
    List<String> command =
        List.of(
            Child.javaCommand(),
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + tmpdir,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "--version");
    try (Child child = Child.start(log, command, Map.of())) {
      assertThat(child.exit()).as(child::log).isZero();
    }
    Files.delete(log);
  }
}
