// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.desist.jobs.SmallWorld.SECOND;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.desist.jobs.Child;
import org.desist.jobs.SmallWorld;
import org.desist.run.Versions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Injects faults into {@code desist run}. Each run starts with a version published already and must
 * end in the rows of an undisturbed run, with a reader looking on all the time and nothing left
 * behind. The moments are drawn by a seed: {@code -Ddesist.chaos.seed=N}.
 */
@Tag("chaos")
@Execution(ExecutionMode.CONCURRENT)
class ChaosTest {
  private static final long USUAL_SEED = 20_261_122;
  private static final long SEED = Long.getLong("desist.chaos.seed", USUAL_SEED);
  private static final int TESTS = 13;
  private static final int LEAST_KILLS = 50;
  private static final int NIGHTS = 5;
  private static final int KILLS_A_NIGHT = 7;
  private static final int EARLY_KILLS = 8;
  private static final int EARLY_MILLISECONDS = 1200;
  private static final int PAGE = 4096;
  private static final int PLENTY = 1 << 18;

  @TempDir static Path shared;
  private static ChaosWorld world;
  private static final FaultTable TABLE = new FaultTable();
  private static final List<String> DONE = new ArrayList<>();

  @BeforeAll
  static void runUndisturbed() throws Exception {
    System.out.println("The seed is " + SEED + ": -Ddesist.chaos.seed=" + SEED);
    world = ChaosWorld.in(shared);
  }

  /** Only the usual seed is in the document, and only when every kind of fault was tried. */
  @AfterAll
  static void writeTheTable() throws Exception {
    if (DONE.size() < TESTS || SEED != USUAL_SEED) {
      return;
    }
    assertThat(TABLE.kills()).isGreaterThanOrEqualTo(LEAST_KILLS);
    String document = TABLE.document(SEED);
    if (Boolean.getBoolean("desist.render")) {
      FaultTable.write(document);
    }
    assertThat(FaultTable.current())
        .as("docs/chaos.md is stale: run this test with -Ddesist.render=true")
        .isEqualTo(document);
  }

  @Test
  void killedAgainAndAgain() throws Throwable {
    List<String> drawn = new ArrayList<>();
    for (int i = 0; i < NIGHTS; i++) {
      Night night = Night.of(world, "again-" + i);
      List<Moment> moments = moments(i).anywhere(KILLS_A_NIGHT);
      boolean byName = i % 2 == 0;
      night.survives(
          () -> {
            night.kill(moments.get(0), night.command());
            for (Moment moment : moments.subList(1, moments.size())) {
              night.kill(moment, byName ? night.resume() : night.command());
            }
          },
          byName ? night.resume() : night.command());
      drawn.add(text(moments));
    }
    int kills = NIGHTS * KILLS_A_NIGHT;
    add(1, "`kill -9`, and again while it resumes, seven times a run", drawn, kills, kills);
  }

  @Test
  void killedWhileItStarts() throws Throwable {
    Night night = Night.of(world, "early");
    Moments moments = moments(20);
    List<Integer> milliseconds =
        Stream.generate(() -> moments.between(20, EARLY_MILLISECONDS)).limit(EARLY_KILLS).toList();
    night.survives(
        () -> {
          for (int moment : milliseconds) {
            night.killAfter(moment, night.command());
          }
        });
    List<String> drawn = List.of(text(milliseconds) + " ms after its start");
    add(2, "`kill -9` by the clock", drawn, EARLY_KILLS, EARLY_KILLS);
  }

  @Test
  void killedBetweenTheActsOfPublishing() throws Throwable {
    List<String> drawn = new ArrayList<>();
    int nights = 3;
    for (int i = 0; i < nights; i++) {
      Night night = Night.of(world, "publishing-" + i);
      int marts = moments(30 + i).between(1, 20);
      night.survives(() -> killInPublishing(night, marts));
      drawn.add(
          String.format(
              Locale.ROOT,
              "draft with %d files, version renamed, pointer swapped, catalog made",
              marts));
    }
    add(3, "`kill -9` between the steps of publishing", drawn, 4 * nights, 4 * nights);
  }

  private static void killInPublishing(Night night, int marts) throws Exception {
    Path versions = night.out().resolve("versions");
    Path draft = versions.resolve(".draft-" + SECOND);
    night.kill("a draft", () -> Moment.files(draft) >= marts, night.command());

    // Whoever opens a pipe waits for its other end: here, between the rename and the swap.
    Path pointer = Night.pipe(night.out().resolve(".current.draft"));
    night.kill("a version", () -> Files.isDirectory(versions.resolve(SECOND)), night.resume());
    Files.delete(pointer);
    assertThat(Versions.below(night.out()).current()).contains(SmallWorld.FIRST);

    Versions all = Versions.below(night.out());
    night.kill("the swap", () -> all.current().orElseThrow().equals(SECOND), night.resume());

    Path catalog = night.out().resolve("marts.duckdb");
    FileTime before = Files.getLastModifiedTime(catalog);
    Path stage = night.run().resolve("publish");
    Files.deleteIfExists(stage.resolve("MANIFEST.json"));
    SmallWorld.files(stage).forEach(file -> stage.resolve(file).toFile().delete());
    Files.deleteIfExists(stage);
    try (Child child = night.start(night.resume())) {
      child.await("publish", () -> Files.isDirectory(stage));
      Night.pipe(stage.resolve(".MANIFEST.json.draft"));
      child.await("a catalog", () -> !modified(catalog).equals(before));
      child.kill();
    }
  }

  private static FileTime modified(Path file) {
    return FileTime.fromMillis(file.toFile().lastModified());
  }

  @Test
  void killedOnSpark() throws Throwable {
    Night night = Night.of(world, "spark");
    List<Moment> moments =
        Stream.of("ingest", "link", "cohort").map(stage -> moments(40).in(stage)).toList();
    night.survives(
        () -> {
          for (Moment moment : moments) {
            night.kill(moment, night.command("--engine", "spark"));
          }
        });
    add(4, "`kill -9` on Spark, resumed on DuckDB", List.of(text(moments)), 3, 3);
  }

  @Test
  void theDiskIsFull() throws Throwable {
    List<String> drawn = new ArrayList<>();
    int times = 3;
    for (int i = 0; i < times; i++) {
      int percent = moments(50).between(5 + 30 * i, 30 + 30 * i);
      try (Disk disk = Disk.of(world.folder("full-" + i), PLENTY)) {
        Path out = shared.resolve("full-" + i).resolve("out");
        Night night = Night.in(world, "full-night-" + i, out);
        int used = used(out);
        disk.grow(used + world.kibibytes() * percent / 100);
        night.survives(
            () -> {
              assertThat(night.ends(6, night.command())).contains("error ");
              disk.grow(PLENTY);
            });
      }
      drawn.add(String.format(Locale.ROOT, "room for %d%% of the run", percent));
    }
    add(5, "the disk is full, then has room", drawn, times, 0);
  }

  /** Files cannot be linked from one disk to another: they are copied, and there is no room. */
  @Test
  void theDiskOfTheVersionsIsFull() throws Throwable {
    Night night = Night.of(world, "versions-full");
    Path versions = night.out().resolve("versions");
    Path aside = shared.resolve("versions-aside");
    Files.move(versions, aside);
    try (Disk disk = Disk.of(versions, PLENTY)) {
      Disk.command("cp", "-a", aside.resolve(SmallWorld.FIRST).toString(), versions.toString());
      disk.grow(used(versions) + PAGE / 1024 * 10);
      night.survives(
          () -> {
            assertThat(night.ends(6, night.command())).contains("error STORAGE");
            disk.grow(PLENTY);
          });
    }
    add(6, "another disk for `versions`, and it is full", List.of("publish"), 1, 0);
  }

  @Test
  void aFolderIsReadOnly() throws Throwable {
    List<String> frozen = List.of("", "versions", "runs", "jobs/repository.mv.db");
    for (String path : frozen) {
      Night night = Night.of(world, "frozen-" + frozen.indexOf(path));
      night.survives(
          () -> {
            Disk.Frozen frost = Disk.freeze(night.out().resolve(path));
            try (frost) {
              assertThat(night.ends(6, night.command())).contains("error STORAGE");
            }
          });
    }
    Night night = Night.of(world, "frozen-run");
    Moment moment = moments(60).in("ingest");
    night.survives(
        () -> {
          try (Child child = night.start(night.command())) {
            child.await(moment.toString(), () -> moment.isReached(night.run()));
            Disk.Frozen frost = Disk.freeze(night.run());
            try (frost) {
              assertThat(child.exit()).as(child::log).isEqualTo(6);
            }
          }
        });
    List<String> drawn =
        List.of(
            "`OUT`, `versions`, `runs`, `jobs/repository.mv.db` from the start",
            "`runs/RUN` at " + moment);
    add(7, "a folder, or the history, is read-only, then is not", drawn, frozen.size() + 1, 0);
  }

  @Test
  void aFileOfTheExtractsIsCutOffUnderTheRun() throws Throwable {
    Night night = Night.of(world, "extracts");
    Path extracts = SmallWorld.copy(SmallWorld.extracts(), shared.resolve("delivery"));
    Files.delete(extracts.resolve("control.csv"));
    Path whole = SmallWorld.copy(extracts, shared.resolve("delivery-whole"));
    Path file = extracts.resolve("pnc_event.csv");
    List<String> command = world.run(night.out(), extracts, List.of());
    night.survives(
        () -> {
          try (Child child = night.start(command)) {
            Path ingest = night.run().resolve("ingest");
            child.await("ingest", () -> Files.isDirectory(ingest));
            cutOff(child, file);
            assertThat(child.exit()).as(child::log).isEqualTo(3);
            assertThat(child.log()).contains("error UNREADABLE");
          }
          Files.copy(whole.resolve("pnc_event.csv"), file, StandardCopyOption.REPLACE_EXISTING);
        },
        command);
    add(8, "a file of the extracts is truncated while it is read", List.of("ingest"), 1, 0);
  }

  @Test
  void aFileOfACompleteStageIsCutOff() throws Throwable {
    List<String> drawn = new ArrayList<>();
    for (String stage : List.of("ingest", "link", "cohort")) {
      Night night = Night.of(world, "cut-" + stage);
      Moment moment = moments(70 + drawn.size()).in("measure");
      night.survives(
          () -> {
            night.kill(moment, night.command());
            Path file = parquet(night.run().resolve(stage));
            halve(file);
            String said = night.ends(0, night.resume());
            assertThat(said)
                .contains(
                    "%s is damaged (%s has ".formatted(stage, name(night, stage, file)),
                    "it and what follows are done again");
          });
      drawn.add("%s, killed at %s".formatted(stage, moment));
    }
    add(9, "a file of a complete stage is truncated between two attempts", drawn, 3, 3);
  }

  @Test
  void aFileIsCutOffUnderAStageThatReadsIt() throws Throwable {
    List<String> drawn = new ArrayList<>();
    for (String stage : List.of("store", "cohort")) {
      Night night = Night.of(world, "under-" + stage);
      Moment moment = new Moment(stage.equals("store") ? "link" : "measure", 0, 0);
      night.survives(
          () -> {
            try (Child child = night.start(night.command())) {
              child.await(moment.stage(), () -> moment.isReached(night.run()));
              cutOff(child, parquet(night.run().resolve(stage)));
              // What has been read already may be cut off; what has not ends the run.
              assertThat(child.exit()).as(child::log).isIn(0, 6);
            }
          });
      drawn.add("%s under %s".formatted(stage, moment.stage()));
    }
    add(10, "a file is truncated while a stage reads it", drawn, 2, 0);
  }

  @Test
  void twoRunsAtOnce() throws Throwable {
    Night night = Night.of(world, "two");
    Path lock = night.out().resolve("lock");
    night.survives(
        () -> {
          try (Child first = night.start(night.command())) {
            first.await("its lock", () -> lock.toFile().length() > 0);
            assertThat(night.ends(6, night.command())).contains("error LOCKED");
            assertThat(night.ends(6, night.resume())).contains("error LOCKED");
            first.kill();
          }
          try (Child first = night.start(night.command());
              Child second = night.start(night.command())) {
            assertThat(List.of(first.exit(), second.exit())).contains(0).isSubsetOf(0, 6);
          }
        });
    List<String> drawn =
        List.of("while another works", "resuming while another works", "both at the same instant");
    add(11, "two runs at once", drawn, 3, 1);
  }

  @Test
  void theClockIsStepped() throws Throwable {
    Night night = Night.of(world, "clock");
    Moments draw = moments(80);
    Path agent = SteppedClock.agent(shared.resolve("clock.jar"));
    int back = draw.between(2, 60);
    int on = draw.between(60, 800);
    List<Moment> moments = Stream.of("link", "measure", "disclose").map(draw::in).toList();
    night.survives(
        () -> {
          night.kill(moments.get(0), night.command());
          night.kill(moments.get(1), night.resume(), SteppedClock.options(agent, -back));
          night.kill(moments.get(2), night.resume(), SteppedClock.options(agent, on));
          night.ends(0, night.resume(), SteppedClock.options(agent, -back));
          assertThat(
                  night.ends(
                      0,
                      List.of("show", "--out", night.out().toString()),
                      SteppedClock.options(agent, -back)))
              .contains("Run", SECOND, "finished", "start 4");
        });
    List<String> drawn =
        List.of(
            String.format(
                Locale.ROOT,
                "%s, then %d days back until %s, %d days on until %s, %d days back to the end",
                moments.get(0),
                back,
                moments.get(1),
                on,
                moments.get(2),
                back));
    add(12, "the clock is stepped between attempts", drawn, 3, 3);
  }

  /** Nobody is at work, and yet the folder is full of what a killed process leaves. */
  @Test
  void whatEnginesLeaveIsSweptAway() throws Throwable {
    Night night = Night.of(world, "rubbish");
    Moment moment = moments(90).in("cohort");
    night.survives(
        () -> {
          night.kill(moment, night.command());
          Path spill = Files.createDirectories(night.run().resolve("spill"));
          Files.writeString(spill.resolve("duckdb_temp_storage_DEFAULT-0.tmp"), "spilled");
          Files.writeString(night.out().resolve(".marts.duckdb.draft"), "half a catalog");
          Files.writeString(night.out().resolve(".current.draft"), "half a na");
          Path draft = night.out().resolve("versions").resolve(".draft-" + SECOND);
          Files.writeString(Files.createDirectories(draft).resolve("part"), "half a version");
        });
    add(13, "`kill -9` that leaves spill and drafts", List.of(moment.toString()), 1, 1);
  }

  private static Moments moments(int number) {
    return world.moments(SEED + number);
  }

  private static void add(int order, String fault, List<String> moments, int times, int kills) {
    String text = String.join("; ", moments);
    TABLE.add(new FaultTable.Row(order, fault, text, times, kills, FaultTable.SURVIVED));
    synchronized (DONE) {
      DONE.add(fault);
    }
  }

  private static String text(List<?> moments) {
    return moments.stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  /** KiB in use on the disk of a folder. */
  private static int used(Path folder) throws Exception {
    var store = Files.getFileStore(folder);
    return (int) ((store.getTotalSpace() - store.getUsableSpace()) / 1024);
  }

  /** The first file that a stage wrote. */
  private static Path parquet(Path stage) {
    return stage.resolve(
        SmallWorld.files(stage).stream()
            .filter(file -> file.endsWith(".parquet"))
            .findFirst()
            .orElseThrow());
  }

  private static String name(Night night, String stage, Path file) {
    return night.run().resolve(stage).relativize(file).toString();
  }

  /** While the process stands still. */
  private static void cutOff(Child child, Path file) throws Exception {
    String process = Long.toString(child.pid());
    Disk.command("kill", "-STOP", process);
    halve(file);
    Disk.command("kill", "-CONT", process);
  }

  private static void halve(Path file) throws Exception {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2);
    }
  }
}
