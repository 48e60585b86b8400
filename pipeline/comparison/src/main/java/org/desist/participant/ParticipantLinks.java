// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.desist.linkage.LinkageSettings;
import org.desist.linkage.Waterfall;
import org.desist.participant.Participant.RowFault;
import org.desist.participant.ParticipantFile.Participants;

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

  /** The rules of linking in their order, and what is left. */
  public enum LinkRule {
    /** The PNC id is known, and surname or date of birth agrees. */
    PNC_ID("by PNC id"),
    /** The prison number belongs to one person whose surname or date of birth agrees. */
    NOMS_NUMBER("by prison number"),
    /** Surname, initial, date of birth and sex are those of one person. */
    NAME_DOB("by the same name, date of birth and sex"),
    /** Names, date of birth and sex weigh enough, and clearly more than anybody else's. */
    SCORED("by likeness of name, date of birth, sex and written ids"),
    /** Nobody was found. */
    UNLINKED("not found");

    private final String words;

    LinkRule(String words) {
      this.words = words;
    }

    /** How somebody was found, in words. */
    public String words() {
      return words;
    }
  }

  /** Why nobody was found for a row. */
  public enum WhyNot {
    /** Nobody in the police records is alike enough to be compared. */
    NO_CANDIDATE,
    /** The one who is most alike is not alike enough. */
    BELOW_THRESHOLD,
    /** Two people are about equally alike. */
    NOT_CLEAR,
    /** Another row that no other rule links fits the same person better. */
    TAKEN
  }

  /**
   * What linking made of one row that can be looked up. Personal data.
   *
   * @param row number of the row in the file, from 1
   * @param personNo the person's number in the run, or null
   * @param pncId canonical, or null
   * @param personKey 64 hex characters, or null
   * @param rule the first that found somebody, or {@code UNLINKED}
   * @param weight of a scored link, in bits; of an unlinked row that of its best candidate; else
   *     null
   * @param margin by which that is clear of the runner-up, in bits; null where there is no weight
   * @param whyNot why an unlinked row is unlinked; null in a linked one
   */
  public record ParticipantLink(
      int row,
      Long personNo,
      String pncId,
      String personKey,
      LinkRule rule,
      Double weight,
      Double margin,
      WhyNot whyNot) {
    public boolean isLinked() {
      return rule != LinkRule.UNLINKED;
    }

    /** Names nobody. */
    @Override
    public String toString() {
      return "ParticipantLink[row=" + row + ", rule=" + rule + "]";
    }
  }
}
