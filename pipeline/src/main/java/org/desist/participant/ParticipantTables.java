// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;
import org.desist.identity.NameNormaliser;

/** What the models of {@code sql/participant} are given beside the stages of a run. */
public final class ParticipantTables {
  private ParticipantTables() {}

  /**
   * The table {@code participant}: names in comparable form, and the initial of the first forename.
   *
   * @param usable rows that can be looked up
   */
  public static SmallTable participants(List<Participant> usable) {
    List<List<Object>> rows = new ArrayList<>();
    for (Participant participant : usable) {
      String forenames = NameNormaliser.normalise(participant.forenames());
      rows.add(
          Arrays.asList(
              participant.row(),
              participant.pncId(),
              participant.nomsNumber(),
              NameNormaliser.normalise(participant.surname()),
              forenames == null ? null : initial(forenames),
              participant.sex(),
              participant.birth()));
    }
    return new SmallTable(
        "participant",
        List.of(
            new Column("row_no", "int"),
            new Column("pnc_id", "string"),
            new Column("noms_number", "string"),
            new Column("surname_key", "string"),
            new Column("initial", "string"),
            new Column("sex", "string"),
            new Column("date_of_birth", "date")),
        rows);
  }

  /** The first letter, which may take two characters; both engines count letters. */
  private static String initial(String name) {
    return name.substring(0, name.offsetByCodePoints(0, 1));
  }

  /** The table {@code participant_scored}: links of rule 4. */
  static SmallTable scored(List<ScoredLink> links) {
    return new SmallTable(
        "participant_scored",
        List.of(new Column("row_no", "int"), new Column("pnc_id", "string")),
        links.stream().map(link -> List.<Object>of(link.row(), link.pncId())).toList());
  }

  /** The table {@code participant_scored} before anybody was scored. */
  public static SmallTable nobodyScored() {
    return scored(List.of());
  }

  /** A link of rule 4. */
  record ScoredLink(int row, String pncId) {}
}
