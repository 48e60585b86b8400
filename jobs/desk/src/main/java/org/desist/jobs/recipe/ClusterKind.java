// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.recipe;

import java.util.List;

/** What manages the cluster, and the files of its recipe: the last is the one to start. */
public enum ClusterKind {
  standalone,
  yarn,
  kubernetes;

  List<String> files() {
    return switch (this) {
      case standalone, yarn -> List.of("submit.sh");
      case kubernetes -> List.of("Dockerfile", "driver.yaml", "executor.yaml", "submit.sh");
    };
  }
}
