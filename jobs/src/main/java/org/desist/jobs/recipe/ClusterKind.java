// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.recipe;

import java.util.List;

/** What manages the cluster, and the files of its recipe: the last is the one to start. */
public enum ClusterKind {
  standalone("submit.sh"),
  yarn("submit.sh"),
  kubernetes("Dockerfile", "driver.yaml", "executor.yaml", "submit.sh");

  private final String files;

  ClusterKind(String... files) {
    this.files = String.join(" ", files);
  }

  List<String> files() {
    return List.of(files.split(" ", -1));
  }
}
