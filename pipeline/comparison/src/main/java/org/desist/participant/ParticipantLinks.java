// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.desist.linkage.LinkageSettings;
import org.desist.linkage.Waterfall;

/** Who was found, by which rule, and why. Personal data. */
public final class ParticipantLinks {
  private final Participants participants;
  private final LinkageSettings settings;
  private final List<ParticipantLink> rows;
  private final List<RowFault> warnings;
  private final Scoring scoring;

  ParticipantLinks(
      Participants participants,
      LinkageSettings settings,
      List<ParticipantLink> rows,
      List<RowFault> warnings,
      Scoring scoring) {
    this.participants = participants;
    this.settings = settings;
    this.rows = List.copyOf(rows);
    this.warnings = List.copyOf(warnings);
    this.scoring = scoring;
  }

  /** The file, with the rows that could not be looked up. */
  public Participants participants() {
    return participants;
  }

  /** The threshold and the margin that scored links had to reach. */
  public LinkageSettings settings() {
    return settings;
  }

  /** One entry per row that can be looked up, in the order of the file. */
  public List<ParticipantLink> rows() {
    return rows;
  }

  /**
   * What linking itself has to say about rows: ID_CONFLICT. What reading had to say is with the
   * participants.
   */
  public List<RowFault> warnings() {
    return warnings;
  }

  /** Rows by rule, every rule named, UNLINKED last. */
  public Map<LinkRule, Integer> countsByRule() {
    Map<LinkRule, Integer> counts = new EnumMap<>(LinkRule.class);
    for (LinkRule rule : LinkRule.values()) {
      counts.put(rule, 0);
    }
    rows.forEach(link -> counts.merge(link.rule(), 1, Integer::sum));
    return counts;
  }

  /**
   * Why the best candidate of a row weighs what it does; empty for a row that cannot be looked up,
   * for one without a candidate, and where no row needed the score.
   *
   * @param row number in the file, from 1
   */
  public Optional<Waterfall> waterfall(int row) {
    return scoring == null ? Optional.empty() : scoring.waterfall(row);
  }

  /**
   * Why a row and a person weigh what they do, whether or not they were ever compared.
   *
   * @param row number in the file, from 1
   * @param pncId canonical
   */
  public Optional<Waterfall> waterfall(int row, String pncId) {
    return scoring == null ? Optional.empty() : scoring.waterfall(row, pncId);
  }
}
