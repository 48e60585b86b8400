// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.answer;

/**
 * One step from those submitted to those analysed.
 *
 * @param reason why people left at this step
 * @param people who left; for SUBMITTED those who came; null when withheld
 * @param remaining after the step; null when withheld
 * @param status {@code ok} or {@code suppressed}, of people
 */
public record AttritionStep(Reason reason, Integer people, Integer remaining, String status) {
  /** The steps in the order of the method (METHOD 8.2). */
  public enum Reason {
    SUBMITTED("submitted"),
    UNUSABLE("identifiers cannot be used"),
    NOT_FOUND("not found in the police records"),
    NO_INDEX_EVENT("no release, sentence or caution from six months before to six months after"),
    OUT_OF_SCOPE("outside the scope of the request"),
    DUPLICATE("submitted more than once"),
    NOT_FINAL("followed for too short a time"),
    NO_COMMON_SUPPORT("a detail that nobody in the pool has"),
    NO_MATCH("nobody comparable");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /** In words, to follow a number of people. */
    public String words() {
      return words;
    }
  }
}
