// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.desist.run.Folders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What another account on the same machine can read, and change, of what a run and an answered
 * request leave: the command as the launcher starts it, for an account whose umask is 0022.
 */
class OtherAccountTest {
  private static final String READABLE =
      "current|marts\\.duckdb|pages/.*|versions/[^/]+/(manifest\\.json|published/.*)|requests/mine/.*";
  private static final String NOBODY = "65534";

  // Not a TempDir: those nobody else may enter, and nothing in them would be tried.
  private static Path folder;
  private static Path out;

  @BeforeAll
  static void work() throws Exception {
    folder = Files.createTempDirectory("other-account");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createDirectory(folder.resolve("tmp"));
    Files.setPosixFilePermissions(
        folder.resolve("tmp"), PosixFilePermissions.fromString("rwxrwxrwx"));
    SmallWorld world = SmallWorld.in(folder);
    out = folder.resolve("new/out");
    desist("run.log", world.run(out, "2017-04-01"));
    Path request = Files.createDirectory(folder.resolve("request"));
    Files.writeString(
        request.resolve("participants.csv"),
        """
        reference,surname,forenames,date_of_birth,sex,pnc_id,intervention_start
        A1,Victed,Connor,1984-04-11,M,2010/0000101L,2017-07-20
        """);
    Files.writeString(
        request.resolve("request.yaml"),
        """
        request: mine
        organisation: A Trust
        programme: The Programme
        participants: participants.csv
        scope: national
        """);
    desist("compare.log", List.of("compare", request.toString(), "--out", out.toString()));
  }

  @AfterAll
  static void clear() {
    Folders.delete(folder);
  }

  private static void desist(String log, List<String> arguments) throws InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "umask 077; exec \"$@\"", "sh", Child.javaCommand()));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-Djava.io.tmpdir=" + folder.resolve("tmp"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(arguments);
    try (Child child = Child.start(folder.resolve(log), command, Map.of("DESIST_UMASK", "0022"))) {
      assertThat(child.exit()).as(child::log).isZero();
    }
  }

  @Test
  void theModesLetOthersReadWhatIsPublishedAndNothingElse() throws IOException {
    Set<String> open = new TreeSet<>();
    for (Path file : files(out)) {
      if (mayRead(file)) {
        open.add(out.relativize(file).toString());
      }
    }

    assertThat(open).isNotEmpty().allMatch(file -> file.matches(READABLE));
    assertThat(closed()).isNotEmpty().noneMatch(file -> file.matches(READABLE));
    assertThat(open).contains("current", "marts.duckdb", "requests/mine/report.html");
    assertThat(open).anyMatch(file -> file.contains("/published/reoffending_rate/"));
    assertThat(closed())
        .contains("jobs/repository.mv.db", "restricted/requests/mine/matches.csv", "lock")
        .anyMatch(file -> file.startsWith("runs/"))
        .anyMatch(file -> file.contains("/restricted/cohort_member/"));
  }

  @Test
  void nobodyElseMayChangeAnything() throws IOException {
    try (Stream<Path> all = Files.walk(out)) {
      for (Path path : all.toList()) {
        assertThat(Files.getPosixFilePermissions(path))
            .as(path.toString())
            .doesNotContain(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
      }
    }
  }

  @Test
  void temporaryFilesAndTheKeyAreTheOwnersAlone() throws IOException {
    for (Path path : files(folder.resolve("tmp"))) {
      assertThat(mayRead(path)).as(path.toString()).isFalse();
    }
    assertThat(Files.getPosixFilePermissions(user()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(Files.getPosixFilePermissions(folder.resolve("person.key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  /** The same, tried by an account that is really another: only root can become one. */
  @Test
  void anotherAccountReadsWhatIsPublishedAndNothingElse() throws Exception {
    assumeTrue(
        "root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/usr/bin/setpriv")),
        "only root, with setpriv, can try it as another account");

    List<String> read =
        asNobody("find . -type f -exec sh -c 'cat \"$1\" >/dev/null' sh {} \\; -print");

    Set<String> expected =
        new TreeSet<>(files(out).stream().map(f -> "./" + out.relativize(f)).toList());
    expected.removeIf(file -> !file.substring(2).matches(READABLE));
    assertThat(new TreeSet<>(read)).isEqualTo(expected);
    assertThat(asNobody("find . -writable -print")).isEmpty();
    assertThat(asNobody("cat ../../person.key; ls ../../tmp/desist-root runs jobs restricted"))
        .isEmpty();
  }

  private static List<String> asNobody(String script) throws Exception {
    Process process =
        new ProcessBuilder(
                "setpriv",
                "--reuid=" + NOBODY,
                "--regid=" + NOBODY,
                "--clear-groups",
                "sh",
                "-c",
                script)
            .directory(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.lines().toList();
  }

  private static Path user() {
    return folder.resolve("tmp").resolve("desist-" + System.getProperty("user.name"));
  }

  private static Set<String> closed() throws IOException {
    Set<String> closed = new TreeSet<>();
    for (Path file : files(out)) {
      if (!mayRead(file)) {
        closed.add(out.relativize(file).toString());
      }
    }
    return closed;
  }

  private static List<Path> files(Path below) throws IOException {
    try (Stream<Path> walk = Files.walk(below)) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }

  /** Whether every folder above may be entered and the file itself read. */
  private static boolean mayRead(Path file) throws IOException {
    for (Path at = file.getParent(); !at.equals(folder); at = at.getParent()) {
      if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
  }
}
