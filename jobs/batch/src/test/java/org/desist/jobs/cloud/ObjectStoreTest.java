// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.desist.jobs.SmallWorld.FIRST;
import static org.desist.jobs.SmallWorld.SECOND;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.desist.jobs.Child;
import org.desist.jobs.PublishedReader;
import org.desist.jobs.SmallWorld;
import org.desist.jobs.Terminal;
import org.desist.publish.VersionManifest;
import org.desist.run.Folders;
import org.desist.run.Versions;
import org.desist.storage.Locations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run of Spark from and to an object store, where a rename copies file by file: killed between
 * two tables and between two marts of its version, it ends in what DuckDB ends in on a disk, and
 * readers see a complete version all the time. A run there takes a minute or more, so that the
 * tests, in their order, follow one.
 */
@Tag("cloud")
@TestMethodOrder(OrderAnnotation.class)
class ObjectStoreTest {
  private static final String QUARTER = "2017-07-01";

  /** A look asks for some thirty objects, of a store that shares its processors with the run. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  @TempDir static Path folder;
  private static MotoServer store;
  private static SmallWorld world;
  private static String undisturbed;
  private static Path extracts;
  private static Path out;
  private static Path jobs;

  /** The version that is current at first was published on a disk and copied: that is allowed. */
  @BeforeAll
  static void publishOnADiskAndCopy() throws Exception {
    world = SmallWorld.in(folder);
    Path local = world.publishFirst("local");
    Path other = SmallWorld.copy(local, folder.resolve("undisturbed"));
    Terminal terminal = world.type(world.run(other, QUARTER));
    assertThat(terminal.exit()).as(terminal.err()).isZero();
    undisturbed = VersionManifest.read(Versions.below(other).folder(SECOND)).contentHash();

    store = MotoServer.start(folder);
    Path bucket = Locations.of("s3a://" + MotoServer.BUCKET + "/");
    extracts = upload(SmallWorld.extracts(), bucket.resolve("extracts/2019-06-30"));
    out = bucket.resolve("desist");
    upload(local.resolve("versions"), out.resolve("versions"));
    Folders.replace(out.resolve("current"), FIRST + "\n");
    jobs = folder.resolve("jobs");
  }

  @AfterAll
  static void stop() {
    if (store != null) {
      store.close();
    }
  }

  @Test
  @Order(1)
  void aRunKilledInAStageAndInPublishingEndsInTheSameRows() throws Throwable {
    PublishedReader.during(
        out,
        PAUSE,
        () -> {
          killIn("cohort");
          assertThat(completeStages()).containsExactly("ingest", "store", "link");
          assertThat(files("runs/" + SECOND + "/cohort"))
              .as("what it had written")
              .anyMatch(name -> name.endsWith(".parquet"));

          killIn("publish");
          assertThat(files("versions/" + SECOND))
              .as("half a version")
              .anyMatch(name -> name.endsWith(".parquet"));
          assertThat(Versions.below(out).current()).contains(FIRST);
          assertThat(Versions.below(out).names()).containsExactly(FIRST);
          assertThat(Versions.below(out).has(SECOND)).isFalse();

          Terminal terminal = type("resume", SECOND, "--jobs", jobs.toString());
          assertThat(terminal.exit()).as(terminal.err()).isZero();
        });

    assertThat(PublishedReader.current(Versions.below(out)).runId()).isEqualTo(SECOND);
    VersionManifest published = VersionManifest.read(Versions.below(out).folder(SECOND));
    assertThat(published.engine()).startsWith("Spark");
    assertThat(published.contentHash()).isEqualTo(undisturbed);
  }

  @Test
  @Order(2)
  void nothingIsLeftOfWhatWasKilled() throws Exception {
    assertThat(files(""))
        .noneMatch(name -> name.contains("_temporary") || name.contains("__magic"))
        .noneMatch(name -> name.contains("spill") || name.contains(".draft"));
    assertThat(marts(SECOND)).isEqualTo(marts(FIRST));
    assertThat(store.openUploads()).doesNotContain("<Upload>");
  }

  @Test
  @Order(3)
  void theSameAgainDoesNothing() {
    Terminal terminal = world.type(onSpark(world.run(out, extracts, "2019-06-30", quarter())));

    assertThat(terminal.exit()).as(terminal.err()).isZero();
    assertThat(terminal.err()).contains("Nothing to do: run " + SECOND);
  }

  @Test
  @Order(4)
  void whatIsThereCanBeAskedListedAndShown() {
    Terminal asked = type("query", "select run_id from run", "--format", "csv");
    assertThat(asked.exit()).as(asked.err()).isZero();
    assertThat(asked.out()).contains(SECOND);
    assertThat(
            type(
                    "query",
                    "--restricted",
                    "select count(*) as n from cohort_member",
                    "--format",
                    "csv")
                .out())
        .hasLineCount(2);
    assertThat(type("runs", "--jobs", jobs.toString()).out()).contains(SECOND, "current");
    assertThat(type("show", SECOND, "--jobs", jobs.toString()).out())
        .contains("s3a://ministry/extracts/2019-06-30", "publish");
  }

  @Test
  @Order(5)
  void whatCannotBeDoneThereSaysWhatCan() {
    assertThat(type("runs").err())
        .contains("error BAD_ARGUMENT: Cannot keep the history of runs in s3a://ministry/desist:")
        .contains("with --jobs or DESIST_JOBS");
    Terminal duckdb = world.type(world.run(out, extracts, "2019-06-30", quarter()));
    assertThat(duckdb.exit()).isEqualTo(2);
    assertThat(duckdb.err()).contains("Use --engine spark");
    assertThat(type("query", "select 1", "--out", "s3a://nobody/desist").err())
        .contains("error STORAGE: Cannot ask for s3a://nobody/desist/current");
  }

  @Test
  @Order(6)
  void aPointerThatNamesNothingIsSaid() {
    Folders.replace(out.resolve("current"), "not a run\n");

    Terminal terminal = type("query", "select 1");

    assertThat(terminal.exit()).isEqualTo(2);
    assertThat(terminal.err())
        .contains("readers see nothing, because s3a://ministry/desist/current holds what is no run")
        .contains("desist current %s --out s3a://ministry/desist".formatted(SECOND));
    Folders.replace(out.resolve("current"), SECOND + "\n");
    assertThat(type("query", "select 1").exit()).isZero();
  }

  private static void killIn(String stage) throws Exception {
    Path sign = folder.resolve("stuck-in-" + stage);
    List<String> command = new ArrayList<>(List.of(Child.javaCommand()));
    // Room for all the code that Spark makes: without it everything is interpreted in the end.
    command.addAll(List.of("-XX:ReservedCodeCacheSize=256m", "-XX:+UseSerialGC", "-Xmx1g"));
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    store.settings().forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.desist.jobs.TrappedMain", stage, sign.toString()));
    command.addAll(onSpark(world.run(out, extracts, "2019-06-30", quarter())));
    try (Child child = Child.start(folder.resolve(stage + ".log"), command, Map.of())) {
      child.await(stage, () -> Files.exists(sign));
      child.kill();
    }
  }

  private static String[] quarter() {
    return new String[] {"--from", QUARTER, "--to", QUARTER, "--jobs", jobs.toString()};
  }

  private static List<String> onSpark(List<String> command) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of("--engine", "spark", "--master", "local[2]"));
    return all;
  }

  private static Terminal type(String... words) {
    List<String> command = new ArrayList<>(List.of(words));
    if (!command.contains("--out")) {
      command.addAll(List.of("--out", out.toString()));
    }
    return world.type(command);
  }

  private static List<String> completeStages() {
    return Stream.of("ingest", "store", "link", "cohort", "measure", "publish")
        .filter(
            stage ->
                Files.exists(
                    out.resolve("runs").resolve(SECOND).resolve(stage).resolve("MANIFEST.json")))
        .toList();
  }

  /** The folders of a version in which there are files: Spark writes more than one. */
  private static List<String> marts(String run) {
    return files("versions/" + run).stream()
        .map(name -> name.replaceFirst("[^/]*$", ""))
        .distinct()
        .sorted()
        .toList();
  }

  private static List<String> files(String below) {
    return SmallWorld.files(out.resolve(below));
  }

  private static Path upload(Path from, Path to) throws Exception {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }
}
