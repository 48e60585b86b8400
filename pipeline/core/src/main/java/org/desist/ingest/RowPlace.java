// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.util.Comparator;

/**
 * Where a row of a snapshot is.
 *
 * @param file below the extracts folder
 * @param line on which the row begins, the header's being 1; in Parquet the place of the row
 */
public record RowPlace(String file, long line) implements Comparable<RowPlace> {
  /** More lines than a file can have; keeps the numbers of a resource's parts apart. */
  private static final int LINE_BITS = 40;

  private static final Comparator<RowPlace> ORDER =
      Comparator.comparing(RowPlace::file).thenComparingLong(RowPlace::line);

  /** The number of the row in its resource, the file being the part-th of it. */
  public static long number(long part, long line) {
    return (part << LINE_BITS) + line;
  }

  @Override
  public int compareTo(RowPlace other) {
    return ORDER.compare(this, other);
  }
}
