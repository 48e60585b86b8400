// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.intake;

/** Where a request stands at the desk, in the order in which the desk looks at them. */
public enum IntakeState {
  /** The clinic would answer it. */
  READY("ready", "green", "it can be answered as it stands", "Ask for the answer."),
  /** It cannot be read as it was sent. */
  WAITING(
      "waiting for the sender",
      "amber",
      "the request, or its list, cannot be read as it was sent",
      "Send the letter; the request is judged again when its files change."),
  /** Fewer than an answer needs, on the list or among those who can be analysed. */
  TOO_FEW(
      "too few people",
      "amber",
      "fewer people than an answer needs, on the list or among those who can be analysed",
      "Send the letter: rows to mend, or more people."),
  /** No comparison group is like the participants. */
  NOT_ALIKE(
      "groups not alike",
      "amber",
      "the people to compare with differ from the participants, or there are none",
      "Talk to the sender about scope, filters and caliper; the clinic's page has the details."),
  /** Nobody has said anything about it yet. */
  NOT_JUDGED(
      "not judged",
      "red",
      "it is still arriving, another process works at it, or the software failed",
      "The reason is beside it; after a fault of the software, judge it with --again."),
  /** There is an answer to exactly this request. */
  ANSWERED("answered", "none", "there is an answer to the request as it lies there", ""),
  /** Its folder has gone. */
  WITHDRAWN("withdrawn", "none", "its folder has gone from the inbox", "");

  private final String words;
  private final String tone;
  private final String meaning;
  private final String next;

  IntakeState(String words, String tone, String meaning, String next) {
    this.words = words;
    this.tone = tone;
    this.meaning = meaning;
    this.next = next;
  }

  /** As people read it. */
  public String words() {
    return words;
  }

  /** What colours it on a page. */
  public String tone() {
    return tone;
  }

  /** When a request is in it. */
  public String meaning() {
    return meaning;
  }

  /** What the desk does; empty where there is nothing to do. */
  public String next() {
    return next;
  }

  /** Whether it is for the sender to do something. */
  public boolean isForSender() {
    return this == WAITING || this == TOO_FEW || this == NOT_ALIKE;
  }
}
