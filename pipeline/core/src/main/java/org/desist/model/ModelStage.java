// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.model;

import java.util.List;
import java.util.Locale;

/**
 * The stages that are SQL, in order, and the folders of {@code sql/model} they run. Those after
 * DISCLOSE are not part of a run: they answer comparison requests from what the stages up to
 * MEASURE left, which is where their folders' numbers put them.
 */
public enum ModelStage {
  STORE("10_store"),
  LINK("20_link"),
  COHORT("30_cohort"),
  MEASURE("40_measure"),
  BASELINE("50_baseline", "51_caseload", "52_payment"),
  DISCLOSE("70_mart"),
  PARTICIPANT("60_participant"),
  CANDIDATE("61_candidate"),
  COMPARISON("62_comparison"),
  OUTCOME("63_outcome");

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
