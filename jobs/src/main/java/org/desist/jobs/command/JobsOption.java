// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import java.util.Map;
import org.desist.jobs.repository.JobsPlace;
import picocli.CommandLine.Option;

/** Where the history of runs is kept. */
final class JobsOption {
  @Option(
      names = "--jobs",
      paramLabel = "FOLDER|URL",
      description =
          "Job repository: a folder, or jdbc:postgresql://HOST/DATABASE with DESIST_JOBS_USER and"
              + " DESIST_JOBS_PASSWORD (default: DESIST_JOBS, else OUT/jobs).")
  String jobs;

  /** The place that is named by the option, else by the environment, else the folder's own. */
  JobsPlace place(Console console, Path out) {
    Map<String, String> environment = console.environment();
    // An empty variable is how a shell says that there is none.
    String variable = environment.getOrDefault("DESIST_JOBS", "");
    String text = jobs == null ? variable : jobs;
    if (text.isEmpty()) {
      return JobsPlace.below(out);
    }
    return JobsPlace.of(
        text, environment.get("DESIST_JOBS_USER"), environment.get("DESIST_JOBS_PASSWORD"));
  }
}
