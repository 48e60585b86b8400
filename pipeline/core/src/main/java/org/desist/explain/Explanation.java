// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.explain;

/** Says how the rules took a person, from what the stages of a run left. */
public interface Explanation {
  /**
   * The person's path.
   *
   * @throws org.desist.error.DesistException UNKNOWN_PERSON when the run knows no such person,
   *     BAD_ARGUMENT when the run has no such cohort; never with the id in its message
   */
  PersonPath explain(ExplainRequest request);
}
