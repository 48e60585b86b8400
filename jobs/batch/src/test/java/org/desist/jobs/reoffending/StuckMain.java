// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.desist.jobs.FakeStages;
import org.desist.jobs.Worlds;
import org.desist.run.ProgressListener;
import org.desist.run.RunContext;

/** A process that gets stuck half way through a stage, to be killed there. */
final class StuckMain {
  private StuckMain() {}

  public static void main(String[] arguments) {
    Path extracts = Path.of(arguments[0]);
    Path out = Path.of(arguments[1]);
    String stage = arguments[2];
    new ReoffendingRuns(
            FakeStages.trapped(stage, context -> stay(context, stage)),
            Clock.systemUTC(),
            runId -> ProgressListener.silent(),
            List.of())
        .run(Worlds.settings(extracts, out));
  }

  private static void stay(RunContext context, String stage) {
    try {
      Files.createFile(context.settings().out().resolve("stuck-in-" + stage));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    while (true) {
      LockSupport.parkNanos(1_000_000_000L);
    }
  }
}
