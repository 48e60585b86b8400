// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.publish;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import org.desist.ProjectFolder;
import org.desist.identity.KeyFile;
import org.desist.run.EngineKind;
import org.desist.run.ProgressListener;
import org.desist.run.RunContext;
import org.desist.run.RunFolder;
import org.desist.run.RunSettings;
import org.desist.run.Stage;
import org.desist.run.StageRunner;
import org.desist.run.Stages;
import org.desist.run.WindowKind;
import org.desist.stage.Pipeline;

/** One whole run of the small world with DuckDB. */
final class SmallWorldRun {
  private static final String RUN = "2019-06-30-0001";
  private static final int MEMORY_MEGABYTES = 1000;

  private SmallWorldRun() {}

  /** Publishes the small world below a folder, all windows, and gives the version's folder. */
  static Path publish(Path out) {
    Path key = out.resolve("person.key");
    KeyFile.create(key);
    RunSettings settings =
        new RunSettings(
            out,
            new RunSettings.SnapshotInput(
                ProjectFolder.file("data-samples", "small-world", "extracts"),
                LocalDate.of(2019, 6, 30)),
            new RunSettings.CohortChoice(
                EnumSet.allOf(WindowKind.class), LocalDate.of(2016, 1, 1), null),
            new RunSettings.NamedFiles(
                // A method with targets, so that no mart is empty.
                ProjectFolder.file("data-samples", "targets-2005", "method.yaml"),
                ProjectFolder.file("data-samples", "contracts"),
                key,
                null),
            new RunSettings.EngineChoice(EngineKind.duckdb, null, MEMORY_MEGABYTES, 2));
    RunContext context =
        new RunContext(settings, RUN, RunFolder.of(out, RUN), ProgressListener.silent());
    try (Stages stages = new Pipeline().open(settings)) {
      for (Stage stage : stages.list()) {
        StageRunner.run(stage, context);
      }
    }
    return context.versions().folder(RUN);
  }
}
