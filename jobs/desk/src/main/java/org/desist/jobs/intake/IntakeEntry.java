// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.intake;

import java.util.List;
import java.util.Objects;

/**
 * Where one request stood at one time: a line of the desk's status file. It holds no personal data
 * and none of the sender's references.
 *
 * @param at when that was found, an instant of UTC
 * @param inbox address of the folder that holds the requests
 * @param folder name of the request's folder in it
 * @param request its own name; null where it cannot be read
 * @param programme what was done with the participants; null where it cannot be read
 * @param organisation who asks; null where it cannot be read
 * @param sent when the newest of its files was written, an instant of UTC
 * @param hash SHA-256 over the files of the folder; empty where they were not read
 * @param state where it stands
 * @param run the run it was judged against; null where none was needed
 * @param people rows on the list; null where it was not read
 * @param analysed people who would be analysed; null where nobody was looked up
 * @param why the state, in sentences
 */
public record IntakeEntry(
    String at,
    String inbox,
    String folder,
    String request,
    String programme,
    String organisation,
    String sent,
    String hash,
    IntakeState state,
    String run,
    Integer people,
    Integer analysed,
    List<String> why) {
  public IntakeEntry {
    why = List.copyOf(why);
  }

  /** Whether it says the same of the same files as another. */
  boolean isSame(IntakeEntry other) {
    return other != null
        && state == other.state
        && hash.equals(other.hash)
        && Objects.equals(run, other.run)
        && why.equals(other.why);
  }

  /** The same request in another state, for these reasons. */
  public IntakeEntry in(IntakeState other, String otherRun, String now, List<String> reasons) {
    return with(now, other, otherRun, people, analysed, reasons);
  }

  /** The same with what the clinic counted. */
  IntakeEntry counting(int submitted, int left) {
    return with(at, state, run, submitted, left, why);
  }

  private IntakeEntry with(
      String now,
      IntakeState other,
      String otherRun,
      Integer submitted,
      Integer left,
      List<String> reasons) {
    return new IntakeEntry(
        now,
        inbox,
        folder,
        request,
        programme,
        organisation,
        sent,
        hash,
        other,
        otherRun,
        submitted,
        left,
        reasons);
  }
}
