// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.desist.ProjectFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in a small project whose Maven and Java only say how they were called. */
class LauncherTest {
  @TempDir Path folder;
  private Path project;
  private Path jdk;

  @BeforeEach
  void makeProject() throws IOException {
    project = Files.createDirectories(folder.resolve("a project"));
    Path launcher = ProjectFolder.file("desist");
    executable(project.resolve("desist"), Files.readString(launcher));
    for (String sources : List.of("pipeline/core/src/main", "jobs/batch/src/main", "sql")) {
      Files.createDirectories(project.resolve(sources));
    }
    for (String pom : List.of("pom.xml", "pipeline/core/pom.xml", "jobs/batch/pom.xml")) {
      Files.writeString(project.resolve(pom), "<project/>");
    }
    executable(
        project.resolve("mvnw"),
        "#!/bin/sh\necho \"maven $*\"\nmkdir -p jobs/batch/target/desist\ntouch jobs/batch/target/desist/desist.jar\n");
    jdk = folder.resolve("jdk");
    makeJdk("17.0.15");
  }

  @Test
  void buildsAtFirstAndThenOnlyStarts() throws Exception {
    assertThat(desist("runs").text()).contains("maven -q -DskipTests package", "java ");
    assertThat(desist("runs").text()).doesNotContain("maven").contains("java ");
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws Exception {
    desist("runs");
    Path model = Files.writeString(project.resolve("sql/cohort.sql"), "select 1");
    Files.setLastModifiedTime(
        model,
        java.nio.file.attribute.FileTime.fromMillis(
            Files.getLastModifiedTime(project.resolve("jobs/batch/target/desist/built")).toMillis()
                + 1000));

    assertThat(desist("runs").text()).contains("maven -q -DskipTests package");
  }

  @Test
  void passesArgumentsOnAsTheyAre() throws Exception {
    desist("runs");

    assertThat(desist("query", "select 'a  b'", "--out", "my var").text())
        .contains("[query][select 'a  b'][--out][my var]")
        .contains("[-Ddesist.home=" + project.toRealPath() + "]")
        .contains("[-Ddesist.terminal=false]");
  }

  @Test
  void whatIsWrittenIsTheOwnersAloneAndTheOwnMaskIsHandedOn() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("temporary files"));
    Path own = temporary.resolve("desist-" + System.getProperty("user.name"));
    desist("runs");

    Answer answer = masked("0027", temporary);

    assertThat(answer.text())
        .contains("umask 0077 0027 ")
        .contains("[-Djava.io.tmpdir=" + own + "]");
    assertThat(mode(own)).isEqualTo("rwx------");
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxrwxrwx"));
    masked("0000", temporary);
    assertThat(mode(own)).isEqualTo("rwx------");
  }

  @Test
  void aMaskThatIsNoneIsRefusedBeforeAnythingIsWritten() throws Exception {
    desist("runs");
    ProcessBuilder builder =
        new ProcessBuilder(
            "sh", "-c", "DESIST_UMASK=u=rwx exec \"$1\" runs", "sh", project + "/desist");

    Answer answer = answer(builder);

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.text()).contains("Cannot use DESIST_UMASK=u=rwx").doesNotContain("[-jar]");
  }

  @Test
  void aTemporaryFolderThatLeadsElsewhereIsNotUsed() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Path own = temporary.resolve("desist-" + System.getProperty("user.name"));
    Files.createSymbolicLink(own, Files.createDirectory(folder.resolve("elsewhere")));
    desist("runs");

    assertThat(masked("0022", temporary).text())
        .contains("[-jar]", "[-Djava.io.tmpdir=" + temporary + "]");
  }

  private Answer masked(String umask, Path temporary) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            "sh", "-c", "umask " + umask + "; exec \"$@\"", "sh", project + "/desist", "runs");
    builder.environment().put("TMPDIR", temporary.toString());
    return answer(builder);
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void saysWhichJavaIsNeeded() throws Exception {
    makeJdk("25");

    Answer answer = desist("runs");

    assertThat(answer.exit()).isEqualTo(6);
    assertThat(answer.text()).contains("Cannot run on Java 25", "JAVA_HOME to a JDK 17");
  }

  @Test
  void aFailedBuildIsTriedAgain() throws Exception {
    executable(project.resolve("mvnw"), "#!/bin/sh\necho broken\nexit 1\n");

    Answer answer = desist("runs");

    assertThat(answer.exit()).isEqualTo(6);
    assertThat(answer.text()).contains("broken", "Cannot build desist").doesNotContain("[-jar]");
    assertThat(desist("runs").text()).contains("broken");
  }

  @Test
  void canBeStartedThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), project.resolve("desist"));

    assertThat(start(link, "runs").text()).contains("[-Ddesist.home=" + project.toRealPath() + "]");
  }

  @Test
  void inTheArchiveItBuildsNothingAndAsksForNoMoreThanAJre() throws Exception {
    Path archive = Files.createDirectories(folder.resolve("an archive/bin"));
    executable(archive.resolve("desist"), Files.readString(project.resolve("desist")));
    Files.writeString(archive.resolveSibling("desist.jar"), "");

    assertThat(start(archive.resolve("desist"), "runs").text())
        .contains("[-Ddesist.home=" + archive.getParent().toRealPath() + "]")
        .contains("[" + archive.getParent().toRealPath() + "/desist.jar]")
        .doesNotContain("maven");
    makeJdk("25");
    assertThat(start(archive.resolve("desist"), "runs").text()).contains("JAVA_HOME to a JRE 17");
  }

  private void makeJdk(String version) throws IOException {
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    executable(
        jdk.resolve("bin/java"),
        "#!/bin/sh\nprintf 'umask %s %s java ' \"$(umask)\" \"$DESIST_UMASK\"\nfor word in \"$@\"; do printf '[%s]' \"$word\"; done\n");
  }

  private Answer desist(String... arguments) throws Exception {
    return start(project.resolve("desist"), arguments);
  }

  private Answer start(Path launcher, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    return answer(new ProcessBuilder(command));
  }

  private Answer answer(ProcessBuilder builder) throws Exception {
    builder.redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().remove("DESIST_JAVA_OPTS");
    builder.environment().remove("DESIST_LOG");
    builder.environment().remove("DESIST_UMASK");
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), text);
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private record Answer(int exit, String text) {}
}
