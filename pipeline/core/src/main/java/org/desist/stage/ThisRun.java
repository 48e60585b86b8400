// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.desist.engine.SmallTable;
import org.desist.method.Method;
import org.desist.run.RunContext;
import org.desist.run.RunSettings;
import org.desist.run.Software;
import org.desist.run.WindowKind;

/** The one-row table {@code this_run}, which the mart {@code run} hands out. */
final class ThisRun {
  private ThisRun() {}

  static SmallTable table(RunContext context, Method method, String methodHash) {
    RunSettings settings = context.settings();
    String windows =
        settings.cohorts().windows().stream()
            .map(WindowKind::label)
            .collect(Collectors.joining(", "));
    return new SmallTable(
        "this_run",
        Session.columns(
            "run_id", "string",
            "snapshot", "date",
            "method", "string",
            "method_hash", "string",
            "cohort_windows", "string",
            "cohort_from", "date",
            "cohort_to", "date",
            "software_version", "string"),
        List.of(
            Arrays.asList(
                context.runId(),
                settings.input().snapshot(),
                method.method(),
                methodHash,
                windows,
                settings.cohorts().from(),
                settings.cohorts().to(),
                Software.version())));
  }
}
