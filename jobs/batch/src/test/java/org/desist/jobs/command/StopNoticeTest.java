// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.desist.jobs.Child;
import org.desist.jobs.SmallWorld;
import org.desist.jobs.TrappedMain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is asked to end says how to go on. */
class StopNoticeTest {
  private static final int TERMINATED = 128 + 15;

  @TempDir Path folder;

  @Test
  void aTerminatedRunSaysHowToGoOnAndCan() throws Exception {
    SmallWorld world = SmallWorld.in(folder);
    Path out = folder.resolve("out");
    Path jobs = folder.resolve("my jobs");
    Path sign = folder.resolve("stuck");
    List<String> command = new ArrayList<>(List.of("ingest", sign.toString()));
    command.addAll(world.run(out, "2017-04-01"));
    command.addAll(List.of("--jobs", jobs.toString()));
    Child child = Child.java(folder.resolve("log"), TrappedMain.class, command);
    try (child) {
      child.await("ingest", () -> Files.exists(sign));
      child.terminate();
      assertThat(child.exit()).isEqualTo(TERMINATED);
    }

    assertThat(child.log())
        .endsWith(
            "Stopped in run %s. Its complete stages are kept, and readers see what they saw before.\nGo on with:\n  desist resume %s --out %s --jobs '%s'\n"
                .formatted(SmallWorld.FIRST, SmallWorld.FIRST, out, jobs));
    assertThat(
            world
                .type(
                    List.of(
                        "resume",
                        SmallWorld.FIRST,
                        "--out",
                        out.toString(),
                        "--jobs",
                        jobs.toString()))
                .exit())
        .isZero();
  }
}
