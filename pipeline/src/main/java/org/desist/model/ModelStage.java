// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.model;

import java.util.List;
import java.util.Locale;

/** The stages of a run that are SQL, in order, and the folders of {@code sql/} they run. */
public enum ModelStage {
  STORE("quality", "store"),
  LINK("link"),
  COHORT("cohort"),
  MEASURE("measure", "mart");

  private final List<String> folders;

  ModelStage(String... folders) {
    this.folders = List.of(folders);
  }

  /** The name of the stage and of its folder in a run. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<String> folders() {
    return folders;
  }
}
