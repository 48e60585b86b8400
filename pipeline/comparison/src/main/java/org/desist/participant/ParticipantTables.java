// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.desist.engine.SmallTable;
import org.desist.identity.NameNormaliser;
import org.desist.model.GivenTable;

/** What the models of {@code sql/model/60_participant} are given beside the stages of a run. */
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
    return GivenTable.PARTICIPANT.of(rows);
  }

  /** The first letter, which may take two characters; both engines count letters. */
  private static String initial(String name) {
    return name.substring(0, name.offsetByCodePoints(0, 1));
  }

  /** The table {@code participant_scored}: links of rule 4. */
  static SmallTable scored(List<ScoredLink> links) {
    return GivenTable.PARTICIPANT_SCORED.of(
        links.stream().map(link -> List.<Object>of(link.row(), link.pncId())).toList());
  }

  /** A link of rule 4. */
  record ScoredLink(int row, String pncId) {}
}
