// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.compare;

import java.util.ArrayList;
import java.util.List;
import org.desist.jobs.compare.ListFaults.Group;
import org.desist.jobs.compare.ListGaps.Gap;
import org.desist.participant.ParticipantLinks;

/**
 * One thing that a list lacks or has wrong, as the sender of the list is told it outside the
 * clinic's page. It repeats no value of the list.
 *
 * @param kind what it does to the answer
 * @param column its name in the list
 * @param rows how many, as text; "all" where there is none other
 * @param what is wrong; empty where nothing is filled in
 * @param advice what the sender does, or what the column would be good for
 * @param references of the rows, by the sender's own reference; empty where it does not matter
 *     which
 */
public record ListFinding(
    Kind kind, String column, String rows, String what, String advice, String references) {
  /** What a finding does to the answer. */
  public enum Kind {
    /** The row cannot be looked up. */
    REFUSED("Mend these first: the people in these rows are lost to the answer."),
    /** The row can be read, and nobody was found for it. */
    NOT_FOUND("Nobody in the police records was found for these rows."),
    /** The row is used all the same. */
    DOUBT("These rows are used all the same; mending them finds people more surely."),
    /** A column without a value; none has to be complete. */
    GAP("Rows without a value; none of these has to be complete.");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The sentence that findings of the kind stand below. */
    public String words() {
      return words;
    }
  }

  /** Everything that was found, by kind, the largest group of each first. */
  public static List<ListFinding> of(ParticipantLinks links) {
    ListFaults faults = ListFaults.of(links);
    List<ListFinding> findings = new ArrayList<>();
    faults.refused().forEach(group -> findings.add(of(Kind.REFUSED, group)));
    faults.notFound().forEach(group -> findings.add(of(Kind.NOT_FOUND, group)));
    faults.warned().forEach(group -> findings.add(of(Kind.DOUBT, group)));
    for (Gap gap : ListGaps.of(links.participants())) {
      findings.add(new ListFinding(Kind.GAP, gap.column(), gap.without(), "", gap.purpose(), ""));
    }
    return findings;
  }

  private static ListFinding of(Kind kind, Group group) {
    return new ListFinding(
        kind, group.column(), group.rows(), group.what(), group.advice(), group.references());
  }
}
