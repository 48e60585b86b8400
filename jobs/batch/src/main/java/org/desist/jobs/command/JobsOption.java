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
  @Settings.Of(Settings.Name.JOBS)
  @Option(
      names = "--jobs",
      paramLabel = "FOLDER|URL",
      description =
          "Job repository: a folder, or jdbc:postgresql://HOST/DATABASE with DESIST_JOBS_USER and"
              + " DESIST_JOBS_PASSWORD (default: ${bundle:setting-jobs:-OUT/jobs}).")
  String jobs;

  /**
   * The place that is named, else the folder's own.
   *
   * @throws DesistException BAD_ARGUMENT when it would be on a file system where no database can be
   */
  JobsPlace place(Console console, Path out) {
    Map<String, String> environment = console.environment();
    if (jobs == null) {
      checkDisk(out);
      return JobsPlace.below(out);
    }
    if (!jobs.startsWith("jdbc:")) {
      checkDisk(Locations.of(jobs));
    }
    return JobsPlace.of(
        jobs, environment.get("DESIST_JOBS_USER"), environment.get("DESIST_JOBS_PASSWORD"));
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
