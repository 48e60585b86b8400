// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.desist.jobs.SmallWorld.SECOND;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desist.jobs.Child;
import org.desist.jobs.SmallWorld;
import org.desist.publish.VersionManifest;
import org.desist.run.Versions;

/**
 * What all nights have in common: what is published, and what a run that nobody disturbs ends in.
 */
final class ChaosWorld {
  private static final Path JAR = Path.of("target", "desist", "desist.jar").toAbsolutePath();
  private static final String QUARTER = "2017-07-01";

  private final Path folder;
  private final SmallWorld world;
  private final Path published;
  private final Path undisturbed;

  private ChaosWorld(Path folder) throws Exception {
    this.folder = folder;
    this.world = SmallWorld.in(folder);
    this.published = world.publishFirst("published");
    this.undisturbed = SmallWorld.copy(published, folder.resolve("undisturbed"));
    Path temporary = Files.createDirectory(folder.resolve("undisturbed-temporary"));
    try (Child child = start("undisturbed", temporary, List.of(), run(undisturbed, List.of()))) {
      assertThat(child.exit()).as(child::log).isZero();
    }
  }

  /** Publishes a version and works out the next, undisturbed. */
  static ChaosWorld in(Path folder) throws Exception {
    assertThat(JAR).as("the packaged application").isRegularFile();
    return new ChaosWorld(folder);
  }

  /** A folder for what belongs to one night. */
  Path folder(String night) throws Exception {
    return Files.createDirectory(folder.resolve(night));
  }

  /** Puts what was published before the night into a folder. */
  void fill(Path out) {
    SmallWorld.copy(published, out);
  }

  /** The command whose run the nights are about. */
  List<String> run(Path out, List<String> more) {
    return run(out, SmallWorld.extracts(), more);
  }

  /** The same on extracts elsewhere. */
  List<String> run(Path out, Path extracts, List<String> more) {
    List<String> all = new ArrayList<>(List.of("--from", QUARTER, "--to", QUARTER));
    all.addAll(more);
    return world.run(out, extracts, "2019-06-30", all.toArray(String[]::new));
  }

  /** Starts the packaged application. */
  Child start(String name, Path temporary, List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(Child.javaCommand()));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=256m"));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:-UsePerfData"));
    command.addAll(options);
    command.addAll(List.of("-Djava.io.tmpdir=" + temporary, "-jar", JAR.toString()));
    command.addAll(arguments);
    return Child.start(folder.resolve(name + ".log"), command, Map.of());
  }

  /** The hash over what an undisturbed run publishes. */
  String contentHash() {
    return contentHash(undisturbed);
  }

  static String contentHash(Path out) {
    return VersionManifest.read(Versions.below(out).folder(SECOND)).contentHash();
  }

  /** The files that an undisturbed run leaves. */
  List<String> files() {
    return SmallWorld.files(undisturbed);
  }

  /** The KiB that the run takes up on a disk of pages of 4 KiB. */
  int kibibytes() {
    return SmallWorld.files(undisturbed.resolve("runs").resolve(SECOND)).stream()
        .map(undisturbed.resolve("runs").resolve(SECOND)::resolve)
        .mapToInt(file -> (int) (file.toFile().length() / 4096 + 1) * 4)
        .sum();
  }

  /** Draws moments of the undisturbed run. */
  Moments moments(long seed) {
    return new Moments(seed, undisturbed.resolve("runs").resolve(SECOND));
  }
}
