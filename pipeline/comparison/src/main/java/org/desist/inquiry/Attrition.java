// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.desist.answer.Answer.AttritionStep;
import org.desist.answer.Answer.AttritionStep.Reason;

/** How many rows of participants left for which reason. */
final class Attrition {
  private final int submitted;
  private final Map<Reason, Integer> left = new EnumMap<>(Reason.class);

  /**
   * Begins with everybody.
   *
   * @param byReason rows that left before matching
   */
  Attrition(int submitted, Map<Reason, Integer> byReason) {
    this.submitted = submitted;
    this.left.putAll(byReason);
  }

  /**
   * The same after matching.
   *
   * @param unsupported participants who have nobody like them in the pool
   * @param matched participants with somebody to be compared with
   */
  Attrition matched(int unsupported, int matched) {
    Attrition more = new Attrition(submitted, left);
    more.left.put(Reason.NO_COMMON_SUPPORT, unsupported);
    more.left.put(Reason.NO_MATCH, more.remaining() - matched);
    return more;
  }

  int submitted() {
    return submitted;
  }

  /** Those who did not leave. */
  int remaining() {
    return submitted - left.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The steps as they are, nothing withheld. */
  List<AttritionStep> steps() {
    List<AttritionStep> steps = new ArrayList<>();
    int remaining = submitted;
    for (Reason reason : Reason.values()) {
      int people = reason == Reason.SUBMITTED ? submitted : left.getOrDefault(reason, 0);
      remaining -= reason == Reason.SUBMITTED ? 0 : people;
      steps.add(new AttritionStep(reason, people, remaining, "ok"));
    }
    return steps;
  }
}
