// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.lineage;

import java.util.Comparator;

/**
 * A column that bears on another, or on the rows of a table.
 *
 * @param field the column
 * @param influence how it does
 * @param isMasked whether only a keyed hash of its value goes on
 */
public record Source(TableColumn field, Influence influence, boolean isMasked)
    implements Comparable<Source> {
  private static final Comparator<Source> ORDER =
      Comparator.comparing(Source::influence)
          .thenComparing(Source::field)
          .thenComparing(Source::isMasked);

  @Override
  public int compareTo(Source other) {
    return ORDER.compare(this, other);
  }

  /** {@code table.column INFLUENCE}, then {@code masked} when it is. */
  @Override
  public String toString() {
    return field + " " + influence + (isMasked ? " masked" : "");
  }

  /**
   * Reads what {@link #toString()} writes.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static Source parse(String text) {
    String[] words = text.split(" ", -1);
    int dot = words[0].indexOf('.');
    if (words.length < 2 || dot < 1) {
      throw new IllegalArgumentException("not a source: " + text);
    }
    TableColumn field = new TableColumn(words[0].substring(0, dot), words[0].substring(dot + 1));
    return new Source(field, Influence.valueOf(words[1]), words.length > 2);
  }
}
