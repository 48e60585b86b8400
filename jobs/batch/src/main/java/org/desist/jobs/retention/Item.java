// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.retention;

import java.nio.file.Path;
import java.util.List;

/**
 * Something to be deleted.
 *
 * @param kind what it is
 * @param name its run, request, or snapshot
 * @param folders all that belongs to it
 * @param bytes in its files; a file that a version and its run share counts with both
 * @param why it goes, in words
 */
public record Item(Kind kind, String name, List<Path> folders, long bytes, String why) {
  public Item {
    folders = List.copyOf(folders);
  }

  /** What there is to delete, in the order in which it is. */
  public enum Kind {
    /** What a killed process left while it deleted. */
    LEFTOVER("leftover"),
    /** Published marts. */
    VERSION("version"),
    /** What a run's stages left: its snapshot, typed, and everything until its marts. */
    RUN("run"),
    /** A comparison request with its answer. */
    REQUEST("request"),
    /** Corrected rows of a snapshot. */
    CORRECTIONS("corrections");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** In lower case. */
    public String label() {
      return label;
    }
  }
}
