// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.model;

import java.util.List;
import java.util.Locale;

/**
 * The stages that are SQL, in order, and the folders of {@code sql/} they run. Those after DISCLOSE
 * are not part of a run: they answer comparison requests from what the stages up to MEASURE left.
 */
public enum ModelStage {
  STORE("quality", "store"),
  LINK("link"),
  COHORT("cohort"),
  MEASURE("measure"),
  BASELINE("baseline", "caseload", "payment"),
  DISCLOSE("mart"),
  PARTICIPANT("participant"),
  CANDIDATE("candidate"),
  COMPARISON("comparison"),
  OUTCOME("outcome");

  private final String folders;

  ModelStage(String... folders) {
    this.folders = String.join(" ", folders);
  }

  /** The name of the stage and of its folder in a run. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<String> folders() {
    return List.of(folders.split(" ", -1));
  }
}
