// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.desist.jobs.SmallWorld.FIRST;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.desist.jobs.Child;
import org.desist.jobs.Main;
import org.desist.jobs.SmallWorld;
import org.desist.jobs.Terminal;
import org.desist.jobs.TrappedMain;
import org.desist.publish.VersionManifest;
import org.desist.run.Versions;
import org.desist.stage.Pipeline;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real stages with their history on a real PostgreSQL server: killed, cut off from the server,
 * started twice. They must end in what a run with its history in a file ends in.
 */
@Tag("postgres")
class PostgresRepositoryTest {
  private static final String QUARTER = "2017-04-01";

  @TempDir static Path shared;
  private static SmallWorld world;
  private static String undisturbed;
  private static PostgresServer server;

  @TempDir Path folder;

  @BeforeAll
  static void startServer() throws Exception {
    server = PostgresServer.start();
    world = SmallWorld.in(shared);
    undisturbed = contentHash(world.publishFirst("undisturbed"));
  }

  @AfterAll
  static void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aRunThatIsKilledGoesOnAndEndsInTheSameRows() throws Exception {
    Path out = folder.resolve("out");
    Path sign = folder.resolve("stuck");
    try (Child child = trapped("measure", sign, out)) {
      child.await("measure", () -> Files.exists(sign));
      assertThat(type(List.of("runs", "--out", out.toString())).out()).contains(FIRST, "running");
      child.kill();
    }
    assertThat(type(List.of("runs", "--out", out.toString())).out()).contains(FIRST, "stopped");

    Terminal resumed = type(SmallWorld.resume(out, FIRST));

    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains("cohort was complete already");
    assertThat(contentHash(out)).isEqualTo(undisturbed);
    assertThat(type(List.of("show", "--out", out.toString())).out()).contains("finished");
    assertThat(out.resolve("jobs")).doesNotExist();
    assertThat(type(world.run(out, QUARTER)).err()).contains("Nothing to do");
  }

  @Test
  void aServerThatBreaksDownEndsTheRunAndItGoesOnAfterwards() throws Exception {
    Path out = folder.resolve("out");
    Path log = folder.resolve("run.log");
    try (Child child = Child.java(log, Main.class, world.run(out, QUARTER), server.environment())) {
      child.await("link", () -> Files.isDirectory(out.resolve("runs/" + FIRST + "/link")));
      server.stopAtOnce();
      server.startAgain();
      assertThat(child.exit()).as(child::log).isEqualTo(6);
      assertThat(child.log())
          .contains(
              "error STORAGE: Cannot finish the run %s: its job repository %s failed. Check the disk and its room, or the server, then resume the run."
                  .formatted(FIRST, server.url()))
          .doesNotContain(PostgresServer.PASSWORD);
    }
    assertThat(Versions.below(out).current()).isEmpty();

    Terminal resumed = type(world.run(out, QUARTER));

    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains("Run " + FIRST + " resumes where it stopped");
    assertThat(contentHash(out)).isEqualTo(undisturbed);
  }

  @Test
  void aServerThatIsDownIsNamed() throws Exception {
    server.stopAtOnce();
    try {
      Terminal terminal = type(world.run(folder.resolve("out"), QUARTER));

      assertThat(terminal.exit()).isEqualTo(6);
      assertThat(terminal.err())
          .contains("error STORAGE: Cannot open the job repository " + server.url())
          .contains("Check that the server is up and can be reached, then run again.");
    } finally {
      server.startAgain();
    }
  }

  /**
   * Where the disk knows no locks, as if its file were another one, the server keeps runs apart.
   */
  @Test
  void oneOfTwoRunsAtOnceIsRefused() throws Exception {
    Path out = folder.resolve("out");
    Path sign = folder.resolve("stuck");
    try (Child child = trapped("store", sign, out)) {
      child.await("store", () -> Files.exists(sign));
      Terminal byFile = type(world.run(out, QUARTER));
      assertThat(byFile.exit()).isEqualTo(6);
      assertThat(byFile.err()).contains("error LOCKED", "process " + child.pid());
      Files.delete(out.resolve("lock"));

      Terminal byServer = type(world.run(out, QUARTER));

      assertThat(byServer.exit()).isEqualTo(6);
      assertThat(byServer.err()).contains("error LOCKED", "desist process " + child.pid() + " on ");
      assertThat(byServer.err()).doesNotContain(PostgresServer.PASSWORD);
    }
    assertThat(type(world.run(out, QUARTER)).exit()).isZero();
    assertThat(contentHash(out)).isEqualTo(undisturbed);
  }

  private Child trapped(String stage, Path sign, Path out) {
    List<String> arguments = new ArrayList<>(List.of(stage, sign.toString()));
    arguments.addAll(world.run(out, QUARTER));
    return Child.java(
        folder.resolve("trapped.log"), TrappedMain.class, arguments, server.environment());
  }

  private static Terminal type(List<String> command) {
    Terminal terminal = new Terminal(shared, server.environment()).with(new Pipeline());
    terminal.type(command.toArray(String[]::new));
    return terminal;
  }

  private static String contentHash(Path out) {
    return VersionManifest.read(Versions.below(out).folder(FIRST)).contentHash();
  }
}
