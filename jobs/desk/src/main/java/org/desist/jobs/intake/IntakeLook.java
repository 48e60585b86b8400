// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.intake;

import org.desist.error.DesistException;
import org.desist.request.RequestFile;

/**
 * A request's folder as it was looked at, before an engine is asked.
 *
 * @param entry where it stands; for one that is to be judged, what is known without that
 * @param file what is asked; null where it cannot be read
 * @param turn what comes of it this time
 * @param fault why its files could not be looked at, which is not the sender's; null for no fault
 */
public record IntakeLook(IntakeEntry entry, RequestFile file, Turn turn, DesistException fault) {
  /** What comes of a request at one intake. */
  public enum Turn {
    /** Judged: there was none with this folder. */
    NEW(true, "It is new."),
    /** Judged: its files have changed. */
    CHANGED(true, "Its files have changed."),
    /** Judged because that was asked for. */
    AGAIN(true, "It is judged again."),
    /** Nothing has changed, or what it is can be told without an engine. */
    KNOWN(false, ""),
    /** Left for the next time, and not written down. */
    LEFT(false, "");

    private final boolean isJudged;
    private final String words;

    Turn(boolean isJudged, String words) {
      this.isJudged = isJudged;
      this.words = words;
    }

    /** Whether the request is judged. */
    public boolean isJudged() {
      return isJudged;
    }

    String words() {
      return words;
    }
  }
}
