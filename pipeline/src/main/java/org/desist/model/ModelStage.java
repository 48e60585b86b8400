// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.model;

import java.util.List;
import java.util.Locale;

/** The stages of a run that are SQL, in order, and the folders of {@code sql/} they run. */
public enum ModelStage {
  STORE("quality", "store"),
  LINK("link"),
  COHORT("cohort"),
  MEASURE("measure"),
  BASELINE("baseline", "caseload", "payment"),
  DISCLOSE("mart");

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
