// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.desist.run.Sheet;

/** Writes {@code unlinked.csv}: the rows that were not found, and what to mend. */
public final class UnlinkedSheet {
  private static final List<String> HEADER =
      List.of("row", "line", "reference", "reason", "field", "advice");

  private UnlinkedSheet() {}

  /**
   * Writes a line for each piece of advice, in the order of the file. It holds nothing personal but
   * the provider's own references. Only the owner may read the file.
   *
   * @param file is replaced when it exists
   */
  public static void write(ParticipantLinks links, Path file) {
    List<List<String>> rows = new ArrayList<>();
    for (Mending mending : Mending.of(links)) {
      rows.add(
          Arrays.asList(
              Integer.toString(mending.row()),
              Long.toString(mending.line()),
              mending.reference(),
              mending.reason(),
              mending.field(),
              mending.advice()));
    }
    Sheet.write(file, HEADER, rows);
  }
}
