// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.runpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.desist.jobs.SmallWorld;
import org.desist.jobs.Terminal;
import org.desist.run.Versions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real stages, guards that trip at the least change, and what the page and diff say of it. */
class GuardedRunTest {
  private static final String SECOND = "2019-07-31-0001";

  @TempDir Path folder;
  private SmallWorld world;
  private Path out;
  private Path extracts;
  private Path method;

  @BeforeEach
  void publishFirst() throws IOException {
    world = SmallWorld.in(folder);
    out = folder.resolve("out");
    method =
        Files.writeString(
            folder.resolve("method.yaml"),
            """
            method: strict
            guards:
              marts: {soft_share: 0, hard_share: 0, minimum_rows: 10}
            """);
    assertThat(world.type(run(SmallWorld.extracts(), "2019-06-30")).exit()).isZero();
    extracts = SmallWorld.copy(SmallWorld.extracts(), folder.resolve("extracts"));
    Files.delete(extracts.resolve("control.csv"));
    Path cases = extracts.resolve("probation_case.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(cases));
    lines.remove(1);
    Files.write(cases, lines);
  }

  private List<String> run(Path from, String snapshot, String... more) {
    List<String> command =
        new ArrayList<>(
            world.run(out, from, snapshot, "--from", "2017-04-01", "--to", "2017-04-01"));
    command.addAll(List.of("--method", method.toString()));
    command.addAll(List.of(more));
    return command;
  }

  private RunPage page(String name) {
    return RunPages.below(out).read(name).orElseThrow();
  }

  @Test
  void aTrippedGuardPublishesNothingUntilItIsExempted() throws IOException {
    Terminal refused = world.type(run(extracts, "2019-07-31"));

    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.err())
        .contains("error GUARD: Cannot publish " + SECOND)
        .contains("mart_rows of restricted/person_link: ")
        .contains("desist resume " + SECOND + " --exemptions FILE");
    assertThat(Versions.below(out).current()).contains(SmallWorld.FIRST);
    assertThat(Versions.below(out).names()).containsExactly(SmallWorld.FIRST);
    RunPage page = page(SECOND);
    assertThat(page.state()).isEqualTo("refused");
    assertThat(page.against()).isEqualTo(SmallWorld.FIRST);
    assertThat(page.guards().told())
        .anySatisfy(
            check -> {
              assertThat(check.outcome()).isEqualTo("hard");
              assertThat(check.subject()).isEqualTo("restricted/person_link");
            });
    assertThat(page.moved()).isNotEmpty();

    Path exemptions =
        Files.writeString(
            folder.resolve("exemptions.yaml"),
            """
            exemptions:
              - guard: mart_rows
                reason: One case was withdrawn by its provider
                until: 2019-07-31
              - guard: mix
                subject: quarter, height
                reason: A mistake
                until: 2019-07-31
            """);
    List<String> resume = new ArrayList<>(SmallWorld.resume(out, SECOND));
    resume.addAll(List.of("--exemptions", exemptions.toString()));
    Terminal goesOn = world.type(resume);

    assertThat(goesOn.exit()).isZero();
    assertThat(goesOn.err()).contains("The exemption for mix of quarter, height matches no check");
    assertThat(Versions.below(out).current()).contains(SECOND);
    RunPage published = page(SECOND);
    assertThat(published.verdict())
        .isEqualTo("Published, with guards that were let through: see below.");
    assertThat(published.stages().subList(0, 7))
        .extracting(RunPage.Timing::status)
        .containsOnly("kept");
    assertThat(published.guards().notes())
        .containsExactly(
            "The exemption for mix of quarter, height matches no check: correct its guard, subject or measure.");
    assertThat(published.guards().told())
        .anySatisfy(
            check ->
                assertThat(check.reason())
                    .isEqualTo("One case was withdrawn by its provider (until 2019-07-31)"));
  }

  @Test
  void aFailedNightNeverBecomesTheHistory() {
    world.type(run(extracts, "2019-07-31"));

    // The next snapshot is the first one again: against the refused one it would have moved.
    Terminal next = world.type(run(SmallWorld.extracts(), "2019-08-31"));

    assertThat(next.exit()).isZero();
    assertThat(page("2019-08-31-0001").against()).isEqualTo(SmallWorld.FIRST);
    assertThat(page("2019-08-31-0001").guards().told())
        .extracting(RunPage.Check::guard)
        .doesNotContain("mart_rows");
  }

  @Test
  void twoVersionsAreCompared() {
    world.type(run(extracts, "2019-07-31", "--accept", "VOLUME"));
    Path exemptions = folder.resolve("all.yaml");
    write(exemptions, "exemptions:\n  - {guard: mart_rows, reason: a test, until: 2019-12-31}\n");
    List<String> resume = new ArrayList<>(SmallWorld.resume(out, SECOND));
    resume.addAll(List.of("--exemptions", exemptions.toString()));
    world.type(resume);

    Terminal terminal =
        world.type(List.of("diff", SmallWorld.FIRST, SECOND, "--out", out.toString()));

    assertThat(terminal.exit()).isZero();
    assertThat(terminal.out())
        .contains("marts differ between " + SmallWorld.FIRST + " and " + SECOND)
        .containsPattern("snapshot +2019-06-30 +2019-07-31")
        .containsPattern("published.arrival +0 +0 +2 +10")
        .containsPattern("rows_read +probation_case +\\d+ +\\d+")
        .doesNotContain("restricted.");
    assertThat(
            world
                .type(
                    List.of(
                        "diff", SmallWorld.FIRST, SECOND, "--restricted", "--out", out.toString()))
                .out())
        .containsPattern("restricted.person_link +0 +1 +0 +\\d+");
    assertThat(
            world
                .type(List.of("diff", SECOND, SECOND, "--format", "json", "--out", out.toString()))
                .out())
        .contains("\"settings\" : [ ]");
    assertThat(
            world.type(List.of("diff", SECOND, "2019-09-30-0001", "--out", out.toString())).err())
        .contains("error NOTHING_PUBLISHED: Cannot compare 2019-09-30-0001");
    assertThat(
            world
                .type(
                    List.of(
                        "diff",
                        SmallWorld.FIRST,
                        SECOND,
                        "--restricted",
                        "--format",
                        "json",
                        "--out",
                        out.toString()))
                .err())
        .contains("error BAD_ARGUMENT: Cannot write restricted marts as json");
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
