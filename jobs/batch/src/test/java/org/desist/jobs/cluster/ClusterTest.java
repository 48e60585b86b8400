// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.desist.jobs.Child;
import org.desist.jobs.SmallWorld;
import org.desist.publish.VersionManifest;
import org.desist.run.Versions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application on a real Spark cluster says what DuckDB says. */
@Tag("cluster")
class ClusterTest {
  private static final Path APPLICATION = Path.of("target", "desist").toAbsolutePath();
  private static final String JAR = APPLICATION.resolve("desist.jar").toString();

  private static final List<String> SPARK =
      List.of(
          "spark.driver.host=127.0.0.1",
          "spark.executor.extraJavaOptions=" + String.join(" ", StandaloneCluster.JAVA));

  @TempDir static Path folder;
  private static SmallWorld world;
  private static VersionManifest expected;
  private static StandaloneCluster cluster;

  @BeforeAll
  static void startCluster() throws Exception {
    assertThat(Path.of(JAR)).as("the packaged application").isRegularFile();
    world = SmallWorld.in(folder);
    expected = published(world.publishFirst("duckdb"));
    cluster = StandaloneCluster.start(folder, APPLICATION.resolve("lib"));
  }

  @AfterAll
  static void stopCluster() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void theCommandGivenAMasterPublishesTheSame() throws Exception {
    Path out = folder.resolve("command");

    try (Child child = desist("command.log", onMaster(world.run(out, "2017-04-01")))) {
      assertThat(child.exit()).as(child::log).isZero();
    }

    assertSame(published(out));
  }

  /** Its tasks are done again by the worker that is left, and so is what it held for others. */
  @Test
  void aWorkerThatIsLostInMidRunChangesNothing() throws Exception {
    Path out = folder.resolve("lost");

    try (Child child = desist("lost.log", onMaster(world.run(out, "2017-04-01")))) {
      Path cohort = out.resolve("runs").resolve(SmallWorld.FIRST).resolve("cohort");
      child.await("cohort", () -> Files.isDirectory(cohort));
      cluster.loseWorker();
      assertThat(child.exit()).as(child::log).isZero();
    } finally {
      cluster.addWorker();
    }

    assertSame(published(out));
  }

  @Test
  void sparkSubmitPublishesTheSame() throws Exception {
    Path out = folder.resolve("submit");
    List<String> arguments = new ArrayList<>(List.of(JAR));
    arguments.addAll(world.run(out, "2017-04-01"));
    arguments.addAll(List.of("--engine", "spark"));

    try (Child child = submit("submit.log", arguments)) {
      assertThat(child.exit()).as(child::log).isZero();
    }

    assertSame(published(out));
  }

  @Test
  void aSnapshotThatATaskRefusesEndsInItsMessageAndExitCode() throws Exception {
    Path extracts = SmallWorld.copy(SmallWorld.extracts(), folder.resolve("extracts"));
    Files.delete(extracts.resolve("control.csv"));
    Path persons = extracts.resolve("pnc_person.csv");
    Files.writeString(persons, Files.readString(persons).replaceFirst("pnc_id", "pnc_number"));
    Path out = folder.resolve("refused");

    try (Child child = desist("refused.log", onMaster(world.run(out, extracts, "2019-07-31")))) {
      assertThat(child.exit()).as(child::log).isEqualTo(3);
      assertThat(child.log()).contains("MISSING_COLUMN", "pnc_person.csv", "pnc_id");
    }
    assertThat(Versions.below(out).current()).isEmpty();
  }

  @Test
  void whatATaskThrowsReachesTheDriverAsItWas() throws Exception {
    Path jar = jarOf(FailingTaskMain.class, FailingTaskMain.Failing.class);
    String main = FailingTaskMain.class.getName();

    try (Child child =
        submit("failing.log", List.of("--jars", JAR, "--class", main, jar.toString()))) {
      assertThat(child.exit()).as(child::log).isEqualTo(3);
      assertThat(child.log())
          .contains("error UNREADABLE: Cannot read persons.csv: line 7. Mend it.");
    }
  }

  @Test
  void withoutAuthenticationTheClusterIsRefused() throws Exception {
    List<String> command = new ArrayList<>(List.of(Child.javaCommand()));
    command.addAll(StandaloneCluster.JAVA);
    command.addAll(List.of("-jar", JAR));
    command.addAll(onMaster(world.run(folder.resolve("open"), "2017-04-01")));

    try (Child child = Child.start(folder.resolve("open.log"), command, cluster.environment())) {
      assertThat(child.exit()).as(child::log).isEqualTo(5);
      assertThat(child.log()).contains("OPEN_CLUSTER", "spark.authenticate=true");
    }
  }

  private static Path jarOf(Class<?>... classes) throws IOException {
    Path jar = folder.resolve("failing.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Class<?> type : classes) {
        String name = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(name));
        try (InputStream content = type.getClassLoader().getResourceAsStream(name)) {
          content.transferTo(out);
        }
      }
    }
    return jar;
  }

  private static Child submit(String log, List<String> arguments) {
    List<String> all = new ArrayList<>(List.of("--master", cluster.url()));
    settings().forEach(setting -> all.addAll(List.of("--conf", setting)));
    all.addAll(arguments);
    return cluster.java(log, "org.apache.spark.deploy.SparkSubmit", all);
  }

  private static Child desist(String log, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(Child.javaCommand()));
    command.addAll(StandaloneCluster.JAVA);
    settings().forEach(setting -> command.add("-D" + setting));
    command.addAll(List.of("-jar", JAR));
    command.addAll(arguments);
    return Child.start(folder.resolve(log), command, cluster.environment());
  }

  private static List<String> settings() {
    List<String> settings = new ArrayList<>(SPARK);
    settings.addAll(cluster.credentials());
    return settings;
  }

  private static List<String> onMaster(List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--engine", "spark", "--master", cluster.url()));
    return all;
  }

  private static VersionManifest published(Path out) {
    Versions versions = Versions.below(out);
    return VersionManifest.read(versions.folder(versions.current().orElseThrow()));
  }

  private static void assertSame(VersionManifest version) {
    assertThat(version.engine()).startsWith("Spark");
    assertThat(expected.engine()).startsWith("DuckDB");
    assertThat(version.contentHash()).isEqualTo(expected.contentHash());
  }
}
