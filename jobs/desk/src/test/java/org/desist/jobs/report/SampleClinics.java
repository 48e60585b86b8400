// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import java.util.List;
import org.desist.answer.Answer.Detectable;
import org.desist.answer.Answer.State;
import org.desist.answer.Clinic;

/** Invented requests before their answers. */
public final class SampleClinics {
  private SampleClinics() {}

  /** With groups where the state has any. */
  public static Clinic clinic(State state, String programme) {
    boolean hasGroups = state == State.OPEN || state == State.SEALED;
    return clinic(state, programme, hasGroups ? SampleFacts.detectable() : null);
  }

  /** With what could be seen; null where nobody is left. */
  public static Clinic clinic(State state, String programme, Detectable detectable) {
    boolean hasGroups = state == State.OPEN || state == State.SEALED;
    return new Clinic(
        SampleFacts.protocol(programme, "north-1", List.of()),
        state,
        new Clinic.Needed(60, 250),
        SampleFacts.attrition(),
        SampleFacts.linking(74),
        detectable,
        hasGroups ? SampleGroups.groups(state == State.OPEN) : null,
        state == State.SEALED ? List.of("With caliper: auto every check would pass.") : List.of());
  }
}
