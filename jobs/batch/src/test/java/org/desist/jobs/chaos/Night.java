// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.desist.jobs.SmallWorld.FIRST;
import static org.desist.jobs.SmallWorld.SECOND;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.desist.jobs.Child;
import org.desist.jobs.PublishedReader;
import org.desist.jobs.SmallWorld;
import org.desist.publish.VersionManifest;
import org.desist.run.Versions;

/** One output folder, over a version published before, and what happens to the run in it. */
final class Night {
  private static final String PARTS = "[.]?part-\\d+[-\\w]*([.]zstd)?[.]parquet([.]crc)?$";

  private final ChaosWorld world;
  private final String name;
  private final Path out;
  private final Path temporary;
  private int starts;

  private Night(ChaosWorld world, String name, Path out, Path temporary) {
    this.world = world;
    this.name = name;
    this.out = out;
    this.temporary = temporary;
  }

  /** A night in a folder of its own. */
  static Night of(ChaosWorld world, String name) throws Exception {
    return in(world, name, world.folder(name).resolve("out"));
  }

  /** A night in a folder that is there already, and empty. */
  static Night in(ChaosWorld world, String name, Path out) throws Exception {
    Path temporary = world.folder(name + "-temporary");
    world.fill(out);
    return new Night(world, name, out, temporary);
  }

  Path out() {
    return out;
  }

  /** Where the run works. */
  Path run() {
    return out.resolve("runs").resolve(SECOND);
  }

  /** The command that starts the run, and goes on with it. */
  List<String> command(String... more) {
    return world.run(out, List.of(more));
  }

  List<String> resume() {
    return SmallWorld.resume(out, SECOND);
  }

  /** Lets something happen while an analyst reads; then the run is resumed and must end well. */
  void survives(ThrowingCallable happening) throws Throwable {
    survives(happening, command());
  }

  /** The same, resumed by another command. */
  void survives(ThrowingCallable happening, List<String> last) throws Throwable {
    PublishedReader.during(
        out,
        () -> {
          happening.call();
          ageLibraries();
          ends(0, last);
        });
    endedAsUndisturbed();
  }

  /** Libraries that killed processes unpacked are deleted once they are a minute old. */
  private void ageLibraries() throws IOException {
    for (String file : SmallWorld.files(temporary)) {
      if (file.endsWith(".so")) {
        Files.setLastModifiedTime(temporary.resolve(file), FileTime.fromMillis(0));
      }
    }
  }

  /** The run has published what it should, and nothing lies about. */
  void endedAsUndisturbed() throws Exception {
    VersionManifest current = PublishedReader.current(Versions.below(out));
    assertThat(current.runId()).isEqualTo(SECOND);
    assertThat(current.contentHash()).isEqualTo(world.contentHash());
    assertThat(Versions.below(out).names()).containsExactly(FIRST, SECOND);
    assertThat(files())
        .as("drafts, spills or rows that are left behind")
        .containsExactlyInAnyOrderElementsOf(world.files());
    assertThat(out.resolve("lock")).as("whoever holds the lock").isEmptyFile();
    assertThat(SmallWorld.files(temporary).stream().filter(file -> !file.endsWith("lock")))
        .as("temporary files")
        .isEmpty();
  }

  /**
   * The files below the folder, by the names that DuckDB gives them: a stage that Spark completed
   * is kept, and Spark names its parts by itself. A second run that was kept out has a page to tell
   * it.
   */
  private Set<String> files() {
    return SmallWorld.files(out).stream()
        .filter(file -> !file.matches("pages/.*-unstarted\\.(html|json)"))
        .map(file -> file.replaceFirst(PARTS, "part-00000.parquet"))
        .collect(Collectors.toSet());
  }

  /** Starts a command and kills it as soon as its run has come so far. */
  void kill(Moment moment, List<String> command) throws Exception {
    kill(moment.toString(), () -> moment.isReached(run()), command);
  }

  /** The same with options of Java. */
  void kill(Moment moment, List<String> command, List<String> options) throws Exception {
    try (Child child = start(command, options)) {
      child.await(moment.toString(), () -> moment.isReached(run()));
      child.kill();
    }
  }

  /** Starts a command and kills it as soon as something is so. */
  void kill(String what, BooleanSupplier condition, List<String> command) throws Exception {
    try (Child child = start(command)) {
      child.await(what, condition);
      child.kill();
    }
  }

  /** Starts a command and kills it after some time. */
  void killAfter(int milliseconds, List<String> command) throws Exception {
    try (Child child = start(command)) {
      TimeUnit.MILLISECONDS.sleep(milliseconds);
      child.kill();
    }
  }

  /** Starts a command and waits until it ends, with an exit code; what it printed. */
  String ends(int exit, List<String> command) throws InterruptedException {
    return ends(exit, command, List.of());
  }

  /** The same with options of Java. */
  String ends(int exit, List<String> command, List<String> options) throws InterruptedException {
    try (Child child = start(command, options)) {
      assertThat(child.exit()).as(child::log).isEqualTo(exit);
      return child.log();
    }
  }

  Child start(List<String> command) {
    return start(command, List.of());
  }

  private Child start(List<String> command, List<String> options) {
    starts++;
    return world.start(name + "-" + starts, temporary, options, command);
  }

  /** A pipe in a file's place: who opens it waits until someone opens its other end. */
  static Path pipe(Path file) throws Exception {
    Disk.command("mkfifo", file.toString());
    return file;
  }
}
