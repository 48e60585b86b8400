// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import java.nio.file.Path;
import java.util.List;

/**
 * A file of participants as it was read.
 *
 * @param file where it lies
 * @param rows every row that says anything, in the order of the file
 * @param notes about the file as a whole, one sentence each
 */
public record Participants(Path file, List<Participant> rows, List<String> notes) {
  public Participants {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /** The rows that can be looked up. */
  public List<Participant> usable() {
    return rows.stream().filter(Participant::isUsable).toList();
  }

  /** What is wrong with all rows, warnings among it. */
  public List<RowFault> faults() {
    return rows.stream().flatMap(row -> row.faults().stream()).toList();
  }
}
