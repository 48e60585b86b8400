// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.repository;

import java.nio.file.Path;
import org.desist.error.DesistException;
import org.desist.run.HistoryPlace;
import org.desist.storage.Locations;

/**
 * Where the job repository is kept. One place may serve several output folders: each knows its own
 * runs by the name of its job.
 */
public sealed interface JobsPlace extends HistoryPlace permits JobsFolder, JobsServer {
  /** The folder {@code OUT/jobs}, which belongs to one output folder and moves with it. */
  static JobsPlace below(Path out) {
    return new JobsFolder(HistoryPlace.ownOf(out));
  }

  /**
   * The place that a text names.
   *
   * @param text a folder, or {@code jdbc:postgresql://HOST/DATABASE}
   * @param user of the database, or null when the text says it or nobody need
   * @param password of the user, or null
   * @throws DesistException BAD_ARGUMENT when it is an address of something else
   */
  static JobsPlace of(String text, String user, String password) {
    return text.startsWith("jdbc:")
        ? JobsServer.of(text, user, password)
        : new JobsFolder(Locations.of(text).toAbsolutePath().normalize());
  }

  /** As it may be shown: without user and password. */
  String label();
}
