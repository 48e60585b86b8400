// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL server that serves several output folders. */
@Tag("postgres")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JobDatabaseTest {
  private static final int FOLDERS = 6;

  private static PostgresServer server;

  @TempDir Path folder;

  @BeforeAll
  static void startServer() throws Exception {
    server = PostgresServer.start();
  }

  @AfterAll
  static void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  @Order(1)
  void nothingIsReadBeforeAnythingHasRun() {
    assertThat(JobDatabase.read(server.place(), folder)).isEmpty();
  }

  @Test
  @Order(2)
  void manyWhoComeAtOnceMakeTheTablesOnce() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(FOLDERS);
    List<Future<String>> jobs = new ArrayList<>();
    for (int i = 0; i < FOLDERS; i++) {
      Path out = folder.resolve("out" + i);
      jobs.add(
          pool.submit(
              () -> {
                try (JobDatabase database = JobDatabase.open(server.place(), out)) {
                  return database.job() + database.repository().findJobInstances("none");
                }
              }));
    }
    List<String> names = new ArrayList<>();
    for (Future<String> job : jobs) {
      names.add(job.get());
    }
    pool.shutdown();

    assertThat(names)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("reoffending-[0-9a-f]{12}\\[]"));
  }

  @Test
  void oneRunAtATimeInAFolder() {
    Path out = folder.resolve("out");
    try (JobDatabase held = JobDatabase.open(server.place(), out)) {
      assertThatThrownBy(() -> JobDatabase.open(server.place(), out))
          .isInstanceOfSatisfying(
              DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LOCKED))
          .hasMessageMatching(
              String.format(
                  Locale.ROOT,
                  "Cannot start in .*out: another process works there \\(desist process %d on .+ since \\d{4}-.+Z\\)\\. Wait until .*",
                  ProcessHandle.current().pid()));
      assertThat(isLocked(out)).contains(true);
      JobDatabase.open(server.place(), folder.resolve("another")).close();
      assertThat(held.isLocked()).isTrue();
    }

    assertThat(isLocked(out)).contains(false);
    JobDatabase.open(server.place(), out).close();
  }

  @Test
  void aWrongPasswordIsNotShown() {
    JobsPlace wrong = JobsPlace.of(server.url() + "?password=a-secret", PostgresServer.USER, null);

    assertThatThrownBy(() -> JobDatabase.open(wrong, folder))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_ACCESS))
        .hasMessage(
            "Cannot open the job repository %s: it refuses the user or the password. Check DESIST_JOBS_USER and DESIST_JOBS_PASSWORD."
                .formatted(server.url()));
    assertThat(wrong).hasToString(server.url());
  }

  @Test
  void aDatabaseThatIsNotThereIsNamed() {
    String url = server.url().replace("/postgres", "/nights");
    JobsPlace place = JobsPlace.of(url, PostgresServer.USER, PostgresServer.PASSWORD);

    assertThatThrownBy(() -> JobDatabase.open(place, folder))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_ARGUMENT))
        .hasMessage(
            "Cannot open the job repository %s: there is no such database. Create it, or correct --jobs."
                .formatted(url));
  }

  private static Optional<Boolean> isLocked(Path out) {
    return JobDatabase.read(server.place(), out)
        .map(
            database -> {
              try (database) {
                return database.isLocked();
              }
            });
  }
}
