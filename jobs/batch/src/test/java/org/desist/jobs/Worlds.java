// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.desist.run.EngineKind;
import org.desist.run.RunSettings;
import org.desist.run.WindowKind;

/** Folders and settings for tests of runs. */
public final class Worlds {
  private Worlds() {}

  /** A folder of extracts with one file, and a key. */
  public static Path extracts(Path folder, String content) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("pnc_person.csv"), content);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Settings of an ordinary run. */
  public static RunSettings settings(Path extracts, Path out) {
    return settings(extracts, out, "duckdb", 1);
  }

  /** Settings of a run that works out payments. */
  public static RunSettings paying(Path extracts, Path out, Path contracts) {
    return settings(extracts, out, "duckdb", 1, contracts);
  }

  /** Settings with what does not identify a run. */
  public static RunSettings settings(Path extracts, Path out, String engine, int threads) {
    return settings(extracts, out, engine, threads, null);
  }

  private static RunSettings settings(
      Path extracts, Path out, String engine, int threads, Path contracts) {
    return new RunSettings(
        out,
        new RunSettings.SnapshotInput(extracts, LocalDate.of(2019, 6, 30)),
        new RunSettings.CohortChoice(Set.of(WindowKind.QUARTER), LocalDate.of(2016, 1, 1), null),
        new RunSettings.NamedFiles(null, contracts, null, null),
        new RunSettings.EngineChoice(EngineKind.valueOf(engine), null, 512, threads));
  }
}
