// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.repository;

import java.nio.file.Path;
import org.desist.run.Fingerprint;

/**
 * What an output folder's job is called in a repository. In its own {@code OUT/jobs} it is plain,
 * so that the folder can be moved as a whole; in a shared place it ends in the start of a hash of
 * the folder's full name, which keeps folders apart and fits into the column.
 */
final class JobNames {
  private static final String JOB = "reoffending";
  private static final int DIGITS = 12;
  private static final int KEY_DIGITS = 15;

  private JobNames() {}

  static String of(JobsPlace place, Path out) {
    return place.equals(JobsPlace.below(out)) ? JOB : JOB + "-" + hash(out).substring(0, DIGITS);
  }

  /** A number for locks, 0 or more, the same for one folder in any process on any machine. */
  static long lockKey(Path out) {
    return Long.parseLong(hash(out).substring(0, KEY_DIGITS), 16);
  }

  private static String hash(Path out) {
    return Fingerprint.ofText("desist " + out.toAbsolutePath().normalize());
  }
}
