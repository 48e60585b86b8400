// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.desist.difference.SnapshotComparison;
import org.desist.difference.SnapshotComparison.ResourceChange;
import org.desist.engine.Engine;
import org.desist.engine.EngineRoom;
import org.desist.jobs.reoffending.RunHistory;
import org.desist.jobs.replay.ChangesScreen;
import org.desist.run.Folders;
import org.desist.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code desist corrections}. */
@Command(
    name = "corrections",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Late corrections: compares the snapshots of two runs, table by table, by primary key: rows inserted, changed, removed, and which fields changed how often.",
      "",
      "Counts and names only; no value leaves. What of it moved a published figure, desist bridge tells."
    },
    footer = {"", "Example:", "  desist corrections 2019-03-31-0001 2019-06-30-0001"})
final class CorrectionsCommand implements Runnable {
  @Parameters(index = "0", paramLabel = "RUN", description = "Run of the earlier snapshot.")
  String before;

  @Parameters(index = "1", paramLabel = "RUN", description = "Run of the later snapshot.")
  String now;

  @Mixin OutOption outOption;

  @Mixin JobsOption jobsOption;

  private final Console console;

  CorrectionsCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    RunHistory history =
        RunHistory.read(jobsOption.place(console, outOption.here("corrections")), outOption.out);
    history.run(before);
    history.run(now);
    EngineOptions machine = new EngineOptions();
    Path spill = Folders.temporary("corrections");
    try (Engine engine = EngineRoom.open(machine.threads(), machine.memoryMb(), spill)) {
      List<ResourceChange> changes =
          SnapshotComparison.of(
              engine, RunFolder.of(outOption.out, before), RunFolder.of(outOption.out, now));
      changes.forEach(this::tell);
      ChangesScreen.print(before, now, changes, console.out());
    } finally {
      Folders.delete(spill);
    }
  }

  private void tell(ResourceChange change) {
    if (console.isJson()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("resource", change.resource());
      fields.put("inserted", change.rows().inserted());
      fields.put("changed", change.rows().changed());
      fields.put("removed", change.rows().removed());
      fields.put("unchanged", change.rows().unchanged());
      fields.put("fields", change.changedFields());
      console.event("compared", fields);
    }
  }
}
