// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import java.util.Map;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.repository.JobsPlace;
import org.desist.storage.Locations;
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

  /**
   * The place that is named by the option, else by the environment, else the folder's own.
   *
   * @throws DesistException BAD_ARGUMENT when it would be on a file system where no database can be
   */
  JobsPlace place(Console console, Path out) {
    Map<String, String> environment = console.environment();
    // An empty variable is how a shell says that there is none.
    String variable = environment.getOrDefault("DESIST_JOBS", "");
    String text = jobs == null ? variable : jobs;
    if (text.isEmpty()) {
      checkDisk(out);
      return JobsPlace.below(out);
    }
    if (!text.startsWith("jdbc:")) {
      checkDisk(Locations.of(text));
    }
    return JobsPlace.of(
        text, environment.get("DESIST_JOBS_USER"), environment.get("DESIST_JOBS_PASSWORD"));
  }

  private static void checkDisk(Path folder) {
    if (Locations.isRemote(folder)) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot keep the history of runs in %s: a database and its lock need a disk. Name a folder of this machine, or jdbc:postgresql://HOST/DATABASE, with --jobs or DESIST_JOBS."
              .formatted(folder));
    }
  }
}
