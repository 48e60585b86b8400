// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.runpage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.desist.jobs.diff.MartDiff;

/**
 * What came of a run, on one screen. Figures are those of published marts, or of marts that have
 * passed disclosure control and were not published.
 *
 * @param name the run, or SNAPSHOT-unstarted when it has no name yet
 * @param state how it stands: {@code finished}, {@code running}, {@code paused}, {@code stopped},
 *     {@code refused}, {@code failed}, {@code unstarted}
 * @param verdict a sentence on that
 * @param published {@code current}, {@code yes} or {@code no}
 * @param snapshot date of the extracts
 * @param against the version that readers saw before, or null
 * @param failure what it ended in, or null
 * @param next what to do now, most useful first
 * @param arrived rows by resource
 * @param refused rejected rows and warnings by reason
 * @param moved marts against those of {@code against}
 * @param guards what guards came to
 * @param stages what each came to in the last attempt; one that was kept, with the time it once
 *     took
 * @param took all of the last attempt, as people read it; null while it goes on
 * @param made what made it: software, engine, method, contracts
 * @param settings what was asked for
 * @param attempts every start, first to last
 */
public record RunPage(
    String name,
    String state,
    String verdict,
    String published,
    String snapshot,
    String against,
    Failure failure,
    List<Step> next,
    List<Arrival> arrived,
    List<Refusal> refused,
    List<MartDiff> moved,
    Guards guards,
    List<Timing> stages,
    String took,
    List<Fact> made,
    List<Fact> settings,
    List<Attempt> attempts) {
  public RunPage {
    next = List.copyOf(next);
    arrived = List.copyOf(arrived);
    refused = List.copyOf(refused);
    moved = List.copyOf(moved);
    stages = List.copyOf(stages);
    made = List.copyOf(made);
    settings = List.copyOf(settings);
    attempts = List.copyOf(attempts);
  }

  /** An error: its stable code, the exit code of the process, and its message. */
  public record Failure(String code, int exit, String message) {}

  /**
   * Something to do.
   *
   * @param when in which case
   * @param command to type, or empty
   */
  public record Step(String when, String command) {}

  /**
   * A resource.
   *
   * @param rows read
   * @param refused of them
   * @param before rows in the version before, or null
   * @param change {@code +1.2%}, or empty
   */
  public record Arrival(String resource, long rows, long refused, Long before, String change) {}

  /**
   * A reason.
   *
   * @param level {@code row} when the row was refused, {@code warning} when it was used
   * @param field the field at fault, or empty
   * @param meaning in words
   */
  public record Refusal(
      String resource, String code, String level, String field, long rows, String meaning) {}

  /**
   * What guards came to.
   *
   * @param counts checks by outcome, such as {@code 41 passed}; empty when none was made
   * @param told the checks that did not pass and were evaluated, hard first
   * @param notEvaluated by guard, with the reason
   * @param notes on exemptions
   */
  public record Guards(
      List<Fact> counts, List<Check> told, List<Fact> notEvaluated, List<String> notes) {
    public Guards {
      counts = List.copyOf(counts);
      told = List.copyOf(told);
      notEvaluated = List.copyOf(notEvaluated);
      notes = List.copyOf(notes);
    }
  }

  /**
   * A check that is reported: outcome, guard, subject, words, and why it was let through or empty.
   */
  public record Check(String outcome, String guard, String subject, String words, String reason) {}

  /** A stage: {@code done}, {@code kept}, {@code failed} or {@code stopped}, and how long. */
  public record Timing(String stage, String status, String took) {}

  /**
   * A name and what it is.
   *
   * @param from where a setting comes from, or null when that is not known or is no question
   */
  public record Fact(
      String name, String value, @JsonInclude(JsonInclude.Include.NON_NULL) String from) {
    /** One of which that is no question. */
    public Fact(String name, String value) {
      this(name, value, null);
    }
  }

  /** A start: its number, when, how long, and the error it ended in or empty. */
  public record Attempt(int number, String started, String took, String error) {}
}
