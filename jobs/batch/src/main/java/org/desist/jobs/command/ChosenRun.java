// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import org.desist.error.DesistException;
import org.desist.jobs.reoffending.RunHistory;
import org.desist.jobs.repository.JobsPlace;
import org.desist.run.RunSettings;
import org.desist.run.Versions;

/**
 * A run that a question is asked of.
 *
 * @param id its name
 * @param settings what it was asked for
 * @param keyFile its key: the one named now, else the one it was made with
 */
record ChosenRun(String id, RunSettings settings, Path keyFile) {
  /**
   * The run that was named, else that of the current version.
   *
   * @param verb what is to be done with it, for the error
   * @param jobs where the history is kept
   * @param run its name, or null
   * @param keyFile what was named now, or null
   * @throws DesistException NOTHING_PUBLISHED when none is named and none is current
   */
  static ChosenRun of(String verb, Path out, JobsPlace jobs, String run, Path keyFile) {
    String id = run == null ? Versions.below(out).seen(verb) : run;
    RunSettings settings = RunHistory.read(jobs, out).run(id).settings();
    return new ChosenRun(
        id,
        settings,
        keyFile == null ? settings.files().key() : keyFile.toAbsolutePath().normalize());
  }
}
