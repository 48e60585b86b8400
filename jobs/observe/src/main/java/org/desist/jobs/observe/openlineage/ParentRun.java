// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe.openlineage;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The run that started this one, such as a task of Airflow, and the one that started that.
 *
 * @param root null when it is not known
 */
record ParentRun(String namespace, String name, UUID runId, ParentRun root) {
  /**
   * Reads {@code OPENLINEAGE_PARENT_ID} and {@code OPENLINEAGE_ROOT_PARENT_ID}, each {@code
   * NAMESPACE/JOB/RUN}, as Airflow's macros {@code lineage_parent_id} and {@code
   * lineage_root_parent_id} give them. What is not of that form is not there.
   */
  static Optional<ParentRun> of(Map<String, String> environment) {
    Optional<ParentRun> root = parse(environment.get("OPENLINEAGE_ROOT_PARENT_ID"), null);
    return parse(environment.get("OPENLINEAGE_PARENT_ID"), root.orElse(null));
  }

  private static Optional<ParentRun> parse(String text, ParentRun root) {
    if (text == null) {
      return Optional.empty();
    }
    int first = text.indexOf('/');
    int last = text.lastIndexOf('/');
    if (first < 1 || last <= first + 1) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ParentRun(
              text.substring(0, first),
              text.substring(first + 1, last),
              UUID.fromString(text.substring(last + 1)),
              root));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
