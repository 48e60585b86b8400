// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import java.util.List;
import java.util.stream.Collectors;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.Stage;

/**
 * How far an attempt goes: to the end, or up to a stage, so that a scheduler can make a task of
 * each. It is no part of what identifies a run.
 *
 * @param last the stage after which the run pauses, or null when it goes on to the end
 */
public record Extent(String last) {
  /** To the end. */
  public static Extent whole() {
    return new Extent(null);
  }

  /** Up to a stage, included; null is to the end. */
  public static Extent until(String stage) {
    return new Extent(stage);
  }

  /**
   * The stages that are to be complete when the attempt ends.
   *
   * @throws DesistException BAD_ARGUMENT when there is no such stage
   */
  List<Stage> of(List<Stage> stages) {
    if (last == null) {
      return stages;
    }
    for (int i = 0; i < stages.size(); i++) {
      if (stages.get(i).name().equals(last)) {
        return stages.subList(0, i + 1);
      }
    }
    throw new DesistException(
        ErrorCode.BAD_ARGUMENT,
        "Cannot run until '%s': the stages are %s."
            .formatted(last, stages.stream().map(Stage::name).collect(Collectors.joining(", "))));
  }
}
