// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.desist.participant.ParticipantLinks.ParticipantLink;
import org.desist.run.Sheet;

/** Writes {@code matches.csv}: who was found, and by which rule. Restricted. */
public final class LinkSheet {
  private static final List<String> HEADER =
      List.of("row", "reference", "pnc_id", "person_key", "link_rule", "weight", "margin");

  private LinkSheet() {}

  /**
   * Writes a line for every row that is linked, in the order of the file. Weight and margin are in
   * bits, with four decimals, and empty but for the rule SCORED. Only the owner may read the file,
   * which is a {@link Sheet}.
   *
   * @param file is replaced when it exists
   */
  public static void write(ParticipantLinks links, Path file) {
    Map<Integer, String> references = new HashMap<>();
    links.participants().rows().forEach(one -> references.put(one.row(), one.reference()));
    List<List<String>> rows = new ArrayList<>();
    for (ParticipantLink link : links.rows()) {
      if (link.isLinked()) {
        rows.add(
            Arrays.asList(
                Integer.toString(link.row()),
                references.get(link.row()),
                link.pncId(),
                link.personKey(),
                link.rule().name(),
                bits(link.weight()),
                bits(link.margin())));
      }
    }
    Sheet.write(file, HEADER, rows);
  }

  private static String bits(Double bits) {
    return bits == null ? "" : String.format(Locale.ROOT, "%.4f", bits);
  }
}
