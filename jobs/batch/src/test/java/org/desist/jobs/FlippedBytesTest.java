// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.desist.publish.VersionManifest;
import org.desist.run.RunContext;
import org.desist.run.RunFolder;
import org.desist.run.Stage;
import org.desist.run.Versions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A byte that changes between two stages, or after publication, without a change of size. */
class FlippedBytesTest {
  private static final List<String> STAGES =
      List.of("ingest", "store", "link", "cohort", "measure", "baseline", "disclose", "guard");
  private static final int FLIPS = 64;

  @TempDir static Path folder;
  private static SmallWorld world;
  private static Path undisturbed;

  @BeforeAll
  static void publish() {
    world = SmallWorld.in(folder);
    undisturbed = world.publishFirst("undisturbed");
  }

  @Test
  void noFlippedByteIsPublishedAndTheNextTryGoesThrough() throws IOException {
    Path out = folder.resolve("out");
    Random random = new Random(64);
    Terminal between =
        new Terminal(folder, Map.of())
            .with(flipping("link", () -> flip(out, "store", "pnc_person/", random)));
    between.type(world.run(out, "2017-04-01").toArray(String[]::new));
    assertThat(between.exit()).as(between.err()).isEqualTo(6);
    assertThat(between.err())
        .contains("Cannot do the stage link: the stage store is damaged")
        .contains("has other bytes than were written");

    List<String> pausing = new ArrayList<>(world.run(out, "2017-04-01"));
    pausing.addAll(List.of("--until", "guard"));
    Terminal next = world.type(pausing);
    assertThat(next.exit()).as(next.err()).isZero();
    assertThat(next.err()).contains("store is damaged (");

    RunFolder run = RunFolder.of(out, SmallWorld.FIRST);
    for (int i = 0; i < FLIPS; i++) {
      String stage = STAGES.get(i % STAGES.size());
      Flip flip = flip(out, stage, "", random);
      assertThat(run.damage(stage)).as("%s", flip).isPresent();
      if (i + STAGES.size() < FLIPS) {
        flip.turn();
      }
    }

    Terminal resumed = world.type(pausing);
    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains("ingest is damaged (");
    flip(out, "measure", "", random);
    flip(out, "disclose", "", random);
    Files.writeString(out.resolve("runs").resolve(SmallWorld.FIRST).resolve("link/more"), "more");
    Terminal last = world.type(world.run(out, "2017-04-01"));

    assertThat(last.exit()).as(last.err()).isZero();
    assertThat(last.err())
        .contains("store was complete already and is kept")
        .contains("link is damaged (more was put there by something else)");
    assertThat(content(out)).isEqualTo(content(undisturbed));
  }

  @Test
  void checkFindsEveryChangeOfAVersion() throws IOException {
    Path out = SmallWorld.copy(undisturbed, folder.resolve("copy"));
    Path version = Versions.below(out).folder(SmallWorld.FIRST);
    Path published = version.resolve("published");
    assertThat(check(out).exit()).isZero();

    // A statistic by which engines skip rows: to read all rows does not show it.
    Path rates = published.resolve("reoffending_rate/part-00000.parquet");
    byte[] bytes = Files.readAllBytes(rates);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[text.lastIndexOf("quarter")] = 'p';
    Files.write(rates, bytes);
    Files.copy(rates, published.resolve("run/part-00001.parquet"));
    Files.createDirectories(version.resolve("restricted/attrition/a/b"));
    Files.writeString(version.resolve("restricted/.note"), "hidden");
    Path arrival = published.resolve("arrival/part-00000.parquet");
    Files.move(arrival, folder.resolve("elsewhere"));
    Files.createSymbolicLink(arrival, folder.resolve("elsewhere"));
    Path disparity = published.resolve("disparity");
    Files.move(disparity, folder.resolve("disparity"));
    Files.createSymbolicLink(disparity, folder.resolve("disparity"));
    Terminal check = check(out);

    assertThat(check.exit()).isEqualTo(3);
    assertThat(check.err())
        .contains("published/reoffending_rate/part-00000.parquet has other bytes than were written")
        .contains("published/run/part-00001.parquet: the manifest does not list it")
        .contains("restricted/attrition/a: the manifest does not list it")
        .contains("restricted/.note: the manifest does not list it")
        .contains("published/arrival/part-00000.parquet is a link")
        .contains("published/disparity: it is a link")
        .doesNotContain("attrition/a/b")
        .doesNotContain("data_quality");
    assertThat(count(out, "run")).contains("1");
  }

  @Test
  void aVersionOfBeforeFilesWereListedIsReadAndComparedByItsRows() throws IOException {
    Path out = SmallWorld.copy(undisturbed, folder.resolve("old"));
    Path manifest = Versions.below(out).folder(SmallWorld.FIRST).resolve(VersionManifest.FILE);
    ObjectMapper json = new ObjectMapper();
    ObjectNode old = (ObjectNode) json.readTree(manifest.toFile());
    assertThat(old.remove("files")).hasSizeGreaterThan(20);
    json.writeValue(manifest.toFile(), old);

    Terminal check = check(out);

    assertThat(check.exit()).as(check.err()).isZero();
    assertThat(check.out()).contains("whole by its rows (no byte hashes)");
    assertThat(count(out, "run")).contains("1");
  }

  private static Terminal check(Path out) {
    return world.type(List.of("check", "--out", out.toString()));
  }

  private static String count(Path out, String mart) {
    return world
        .type(
            List.of(
                "query",
                "--out",
                out.toString(),
                "--format",
                "csv",
                "select count(*) as n from " + mart))
        .out();
  }

  private static String content(Path out) {
    return VersionManifest.read(Versions.below(out).folder(SmallWorld.FIRST)).contentHash();
  }

  /** A bit of a byte, turned round. */
  private record Flip(Path file, int place, int bit) {
    private void turn() throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      bytes[place] = (byte) (bytes[place] ^ (1 << bit));
      // Into a new file: that of a mart may be linked from a version.
      Files.delete(file);
      Files.write(file, bytes);
    }
  }

  /** Flips one bit in a file of a stage whose name begins so. */
  private static Flip flip(Path out, String stage, String table, Random random) {
    Path root = RunFolder.of(out, SmallWorld.FIRST).stage(stage);
    List<String> files =
        SmallWorld.files(root).stream()
            .filter(name -> name.startsWith(table) && name.endsWith(".parquet"))
            .toList();
    Path file = root.resolve(files.get(random.nextInt(files.size())));
    try {
      Flip flip = new Flip(file, random.nextInt((int) Files.size(file)), random.nextInt(8));
      flip.turn();
      return flip;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WrappedStages flipping(String stage, Runnable event) {
    return new WrappedStages(stage, real -> new FlippingStage(real, event, new AtomicBoolean()));
  }

  /** Before the stage reads anything, something happens. */
  private record FlippingStage(Stage real, Runnable event, AtomicBoolean isDone) implements Stage {
    @Override
    public String name() {
      return real.name();
    }

    /** Asked after the stages before are complete and before their files are looked at. */
    @Override
    public boolean reads(String table) {
      if (isDone.compareAndSet(false, true)) {
        event.run();
      }
      return real.reads(table);
    }

    @Override
    public void run(RunContext context) {
      real.run(context);
    }
  }
}
