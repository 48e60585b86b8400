// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
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

  @Test
  void whatCannotBeSweptKeepsNobodyFromAFolderOfTheirOwn() throws Exception {
    Path user = Files.createDirectory(temporary.resolve(NAME));
    Files.createDirectories(user.resolve("4711-1/lock"));

    String claimed = start(temporary, Claimed.class).strip();

    assertThat(Path.of(claimed).getParent()).isEqualTo(user);
    assertThat(claimed).isNotEqualTo(user.resolve("4711-1").toString());
  }

  /** Says where a process puts temporary files. */
  static final class Claimed {
    private Claimed() {}

    public static void main(String[] arguments) {
      ProcessFolder.claim();
      System.out.println(System.getProperty("java.io.tmpdir"));
    }
  }

  private void start(Path tmpdir) throws IOException, InterruptedException {
    start(tmpdir, Main.class, "--version");
  }

  private String start(Path tmpdir, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    Path log = temporary.resolve("log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Child.javaCommand(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + tmpdir,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    try (Child child = Child.start(log, command, Map.of())) {
      assertThat(child.exit()).as(child::log).isZero();
      return child.log();
    } finally {
      Files.delete(log);
    }
  }
}
