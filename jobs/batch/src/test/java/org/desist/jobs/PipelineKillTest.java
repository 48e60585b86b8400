// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.desist.jobs.SmallWorld.FIRST;
import static org.desist.jobs.SmallWorld.SECOND;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.desist.jobs.repository.JobDatabase;
import org.desist.jobs.repository.JobsPlace;
import org.desist.publish.VersionManifest;
import org.desist.run.Folders;
import org.desist.run.Versions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.core.job.JobInstance;

/**
 * Kills {@code desist run} with its real stages, as {@code kill -9} does, over a version that is
 * published already, and goes on: it must end in what a run that nobody disturbed ends in, and
 * readers must see a complete version all the time.
 */
class PipelineKillTest {
  private static final String QUARTER = "2017-07-01";
  private static final List<String> STAGES = FakeStages.NAMES;

  @TempDir static Path shared;
  private static SmallWorld world;
  private static Path published;
  private static String undisturbed;

  @TempDir Path folder;

  @BeforeAll
  static void runUndisturbed() {
    world = SmallWorld.in(shared);
    published = world.publishFirst("published");
    Path out = SmallWorld.copy(published, shared.resolve("undisturbed"));
    Terminal terminal = world.type(world.run(out, QUARTER));
    assertThat(terminal.exit()).as(terminal.err()).isZero();
    undisturbed = contentHash(out, SECOND);
    assertThat(undisturbed).isNotEqualTo(contentHash(out, FIRST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ingest",
        "store",
        "link",
        "cohort",
        "measure",
        "baseline",
        "disclose",
        "guard",
        "publish"
      })
  void aRunKilledInAStageEndsInTheSameRows(String stage) throws Throwable {
    Path out = SmallWorld.copy(published, folder.resolve("out"));
    PublishedReader.during(
        out,
        () -> {
          killIn(stage, out, world.run(out, QUARTER));

          assertThat(Versions.below(out).current()).contains(FIRST);
          assertThat(Versions.below(out).names()).containsExactly(FIRST);
          assertThat(completeStages(out)).isEqualTo(STAGES.subList(0, STAGES.indexOf(stage)));
          leaveRubbish(out);
          Map<String, String> finished = finished(out, stage);
          // The trap is sprung when a second file, table or mart is told of.
          assertThat(finished.isEmpty()).isEqualTo(List.of("guard", "publish").contains(stage));

          Terminal terminal = world.type(SmallWorld.resume(out, SECOND));

          assertThat(terminal.exit()).as(terminal.err()).isZero();
          assertThat(seen(out, stage, finished.keySet()))
              .as("tables and files that were whole are not written again")
              .isEqualTo(finished);
          assertThat(keptParts(out)).isEqualTo(stage.equals("ingest") ? 2 : 0);
          assertThat(terminal.err().lines().filter(line -> line.contains("complete already")))
              .hasSize(STAGES.indexOf(stage));
        });
    assertSameAsUndisturbed(out);
  }

  @Test
  void aRunKilledTwiceEndsInTheSameRows() throws Throwable {
    Path out = SmallWorld.copy(published, folder.resolve("out"));
    PublishedReader.during(
        out,
        () -> {
          killIn("link", out, world.run(out, QUARTER));
          killIn("measure", out, SmallWorld.resume(out, SECOND));

          assertThat(completeStages(out)).containsExactly("ingest", "store", "link", "cohort");
          // The same command goes on with what it once began.
          assertThat(world.type(world.run(out, QUARTER)).exit()).isZero();
        });
    assertSameAsUndisturbed(out);
  }

  /** Without a trap: wherever in the stage, or just behind it, the blow falls. */
  @Test
  void aRunKilledWheneverItBeginsAStageEndsInTheSameRows() throws Throwable {
    Path out = SmallWorld.copy(published, folder.resolve("out"));
    PublishedReader.during(
        out,
        () -> {
          for (String stage : List.of("store", "measure", "publish")) {
            Path begun = out.resolve("runs").resolve(SECOND).resolve(stage);
            try (Child child =
                Child.java(folder.resolve(stage + ".log"), Main.class, world.run(out, QUARTER))) {
              child.await(stage, () -> Files.isDirectory(begun));
            }
          }
          world.type(world.run(out, QUARTER));
        });
    assertSameAsUndisturbed(out);
  }

  /**
   * Two pipes hold the process between the acts of publishing: whoever opens a pipe waits for its
   * other end. The first stands where the pointer is drafted, the second where the catalog, made
   * when the pointer has moved, reads the marts of a comparison request.
   */
  @Test
  void aRunKilledBetweenTheActsOfPublishingEndsInTheSameRows() throws Exception {
    Path out = SmallWorld.copy(published, folder.resolve("out"));
    Path version = Versions.below(out).folder(SECOND);

    Path draft = pipe(out.resolve(".current.draft"));
    killWhen(() -> Files.isDirectory(version), world.run(out, QUARTER));
    assertThat(PublishedReader.current(Versions.below(out)).runId()).isEqualTo(FIRST);
    assertThat(completeStages(out)).doesNotContain("publish");
    Files.delete(draft);

    Path request = Files.createDirectories(out.resolve("requests/held/published"));
    pipe(Files.createDirectory(request.resolve("comparison_result")).resolve("part.parquet"));
    Files.writeString(
        request.resolve("MANIFEST.json"),
        "{\"files\": [{\"name\": \"comparison_result/part.parquet\"}]}");
    killWhen(
        () -> Versions.below(out).current().orElseThrow().equals(SECOND),
        SmallWorld.resume(out, SECOND));
    Folders.delete(out.resolve("requests"));
    assertThat(PublishedReader.current(Versions.below(out)).runId()).isEqualTo(SECOND);
    assertThat(completeStages(out)).doesNotContain("publish");
    assertThat(viewed(out)).isEqualTo(FIRST);

    assertThat(world.type(SmallWorld.resume(out, SECOND)).exit()).isZero();
    assertSameAsUndisturbed(out);
  }

  private void killIn(String stage, Path out, List<String> command) throws Exception {
    Path sign = folder.resolve("stuck-in-" + stage);
    List<String> arguments = new ArrayList<>(List.of(stage, sign.toString()));
    arguments.addAll(command);
    Path log = folder.resolve(stage + ".log");
    try (Child child = Child.java(log, TrappedMain.class, arguments)) {
      child.await(stage, () -> Files.exists(sign));
      assertThat(out.resolve("runs").resolve(SECOND).resolve(stage)).isDirectory();
      child.kill();
    }
  }

  private void killWhen(BooleanSupplier condition, List<String> command) throws Exception {
    try (Child child = Child.java(folder.resolve("child.log"), Main.class, command)) {
      child.await("it was published", condition);
      child.kill();
    }
  }

  private static Path pipe(Path file) throws Exception {
    Process process = new ProcessBuilder("mkfifo", file.toString()).inheritIO().start();
    assertThat(process.waitFor()).isZero();
    return file;
  }

  /** The files of what a stage that was cut off had finished, as {@link #seen} tells them apart. */
  private static Map<String, String> finished(Path out, String stage) throws IOException {
    Path folder = out.resolve("runs").resolve(SECOND).resolve(stage);
    Set<String> files = new TreeSet<>();
    try (Stream<Path> lists = Files.list(folder)) {
      for (Path list : lists.filter(file -> file.toString().endsWith(".piece")).toList()) {
        new ObjectMapper()
            .readTree(list.toFile())
            .path("files")
            .forEach(file -> files.add(file.path("name").asText()));
      }
    }
    return seen(out, stage, files);
  }

  /** By file what is another when it has been written anew. */
  private static Map<String, String> seen(Path out, String stage, Set<String> files)
      throws IOException {
    Map<String, String> seen = new TreeMap<>();
    for (String file : files) {
      Path path = out.resolve("runs").resolve(SECOND).resolve(stage).resolve(file);
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      seen.put(file, attributes.fileKey() + " of " + attributes.lastModifiedTime());
    }
    return seen;
  }

  /** How many files of the snapshot the last attempt found whole, by the job repository. */
  private static long keptParts(Path out) {
    try (JobDatabase database = JobDatabase.read(JobsPlace.below(out), out).orElseThrow()) {
      JobInstance run = database.repository().getLastJobInstance(database.job());
      return database.repository().getLastJobExecution(run).getStepExecutions().stream()
          .filter(step -> step.getStepName().startsWith("ingest:"))
          .filter(step -> step.getExitStatus().getExitCode().equals("NOOP"))
          .count();
    }
  }

  /** What a killed process can leave: spilled memory, half a table, and half a catalog. */
  private static void leaveRubbish(Path out) throws IOException {
    for (String stage : STAGES) {
      Path begun = out.resolve("runs").resolve(SECOND).resolve(stage);
      if (Files.isDirectory(begun) && !Files.exists(begun.resolve("MANIFEST.json"))) {
        Files.writeString(
            Files.createDirectories(begun.resolve("half")).resolve("data.parquet"), "half");
      }
    }
    Path spill = Files.createDirectories(out.resolve("runs").resolve(SECOND).resolve("spill"));
    Files.writeString(spill.resolve("duckdb_temp_storage_DEFAULT-0.tmp"), "spilled");
    Files.writeString(out.resolve(".marts.duckdb.draft"), "half a catalog");
  }

  private static List<String> completeStages(Path out) {
    Path run = out.resolve("runs").resolve(SECOND);
    return STAGES.stream()
        .filter(stage -> Files.exists(run.resolve(stage).resolve("MANIFEST.json")))
        .toList();
  }

  private static void assertSameAsUndisturbed(Path out) {
    assertThat(PublishedReader.current(Versions.below(out)).runId()).isEqualTo(SECOND);
    assertThat(contentHash(out, SECOND)).isEqualTo(undisturbed);
    assertThat(completeStages(out)).isEqualTo(STAGES);
    assertThat(viewed(out)).isEqualTo(SECOND);
    assertThat(SmallWorld.files(out))
        .as("drafts, spills or rows that a killed process left")
        .isEqualTo(SmallWorld.files(shared.resolve("undisturbed")));
  }

  private static String contentHash(Path out, String run) {
    return VersionManifest.read(Versions.below(out).folder(run)).contentHash();
  }

  /** The run that the views of marts.duckdb show. */
  private static String viewed(Path out) {
    String catalog = "jdbc:duckdb:" + out.resolve("marts.duckdb");
    try (Connection connection = DriverManager.getConnection(catalog);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select run_id from run")) {
      assertThat(result.next()).isTrue();
      return result.getString(1);
    } catch (SQLException e) {
      throw new AssertionError("Cannot read " + catalog, e);
    }
  }
}
