// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.desist.generate.GeneratorSettings.ParticipantListSettings;
import org.desist.run.ProgressListener;

/** Makes a folder of invented extracts. */
public interface SampleGenerator {
  /**
   * Generates.
   *
   * @return the folder to give to {@code desist run --extracts}
   */
  Path generate(Request request, ProgressListener progress);

  /**
   * What to make.
   *
   * @param persons how many, at least 1
   * @param seed the same seed makes the same bytes
   * @param snapshot date of the snapshot
   * @param out folder to write to
   * @param format {@code csv} or {@code parquet}
   * @param threads threads to use; the bytes do not depend on it
   * @param participants lists of participants to write beside the extracts
   */
  record Request(
      int persons,
      long seed,
      LocalDate snapshot,
      Path out,
      String format,
      int threads,
      ParticipantListSettings participants) {
    /** A request without lists of participants. */
    Request(int persons, long seed, LocalDate snapshot, Path out, String format, int threads) {
      this(
          persons,
          seed,
          snapshot,
          out,
          format,
          threads,
          new ParticipantListSettings(List.of(), ParticipantListSettings.USUAL_TYPING_ERRORS));
    }
  }
}
