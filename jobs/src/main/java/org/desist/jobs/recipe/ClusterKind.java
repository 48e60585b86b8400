// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.recipe;

import java.util.List;

/** What manages the cluster, and the files of its recipe: the last is the one to start. */
public enum ClusterKind {
  standalone(List.of("submit.sh")),
  yarn(List.of("submit.sh")),
  kubernetes(List.of("Dockerfile", "driver.yaml", "executor.yaml", "submit.sh"));

  private final List<String> files;

  ClusterKind(List<String> files) {
    this.files = files;
  }

  List<String> files() {
    return files;
  }
}
