// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import java.util.List;
import java.util.Optional;
import org.desist.run.RunContext;
import org.desist.run.Stage;

/**
 * Keeps of an earlier attempt only what is as it was written: a stage with a file that is gone or
 * cut off is done again, with all that came after it.
 */
final class WholeStages {
  private WholeStages() {}

  /** Drops the first damaged stage and those after it, and says so. */
  static void keep(RunContext context, List<Stage> stages) {
    boolean isKept = true;
    for (Stage stage : stages) {
      Optional<String> damage = context.folder().damage(stage.name());
      if (isKept && damage.isPresent()) {
        isKept = false;
        context
            .progress()
            .note(
                "%s is damaged (%s): it and what follows are done again"
                    .formatted(stage.name(), damage.get()));
      }
      if (!isKept) {
        context.folder().drop(stage.name());
      }
    }
  }
}
