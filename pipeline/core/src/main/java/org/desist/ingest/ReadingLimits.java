// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.Serializable;
import java.util.Locale;
import org.desist.contract.ValidationCode;

/**
 * What a reader takes before it gives a file up, so that no file keeps it busy for long or fills
 * its memory. Those that a sender may have a reason to pass are settings of the method file.
 *
 * @param rejectedRows refused rows of one file
 * @param compressionRatio how many times the size of a gzip file its content may have
 */
public record ReadingLimits(long rejectedRows, int compressionRatio) implements Serializable {
  /** For files that no method file speaks of. */
  public static final ReadingLimits USUAL = new ReadingLimits(1_000_000, 200);

  /** Content of a gzip file whose ratio is not judged, in bytes. */
  static final long FREE_BYTES = 64 << 20;

  /** Characters of one value, in MB of a million. */
  static final int VALUE_MEGABYTES = 10;

  /** IngestColumns of a file. */
  static final int COLUMNS = 10_000;

  /** Characters of a header. */
  static final int HEADER_CHARACTERS = 1_000_000;

  /** Blank lines of a file, which are no rows. */
  static final long BLANK_LINES = 10_000_000;

  /** Rows of a file that is held in memory: participants, baselines, corrected rows. */
  static final int HELD_ROWS = 500_000;

  /** Refuses a file that would not fit into memory. */
  static RefusedFileException tooManyRows(String file) {
    return new RefusedFileException(
        ValidationCode.UNREADABLE,
        String.format(
            Locale.ROOT,
            "Cannot use %s: it has more than %,d rows. Check that it is the file that was meant, and divide it if it is.",
            file,
            HELD_ROWS));
  }
}
