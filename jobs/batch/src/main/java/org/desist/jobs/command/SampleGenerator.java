// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.desist.run.ProgressListener;

/** Makes a folder of invented extracts. */
public interface SampleGenerator {
  /** Chance that a field of a list is mistyped: one in twenty. */
  double USUAL_TYPING_ERRORS = 0.05;

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
   * @param services whose lists of participants to write beside the extracts; none when empty
   * @param typingErrors chance that a field of such a list is mistyped, 0 to 1
   */
  record Request(
      int persons,
      long seed,
      LocalDate snapshot,
      Path out,
      String format,
      int threads,
      List<String> services,
      double typingErrors) {
    public Request {
      services = List.copyOf(services);
    }

    /** A request without lists of participants. */
    Request(int persons, long seed, LocalDate snapshot, Path out, String format, int threads) {
      this(persons, seed, snapshot, out, format, threads, List.of(), USUAL_TYPING_ERRORS);
    }
  }
}
