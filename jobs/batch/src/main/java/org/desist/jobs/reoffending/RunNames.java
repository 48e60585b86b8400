// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.TreeSet;
import org.desist.run.RunFolder;
import org.desist.run.RunName;
import org.desist.run.Versions;

/** Names of runs: the snapshot's date and a number, so that sorting by name sorts by both. */
final class RunNames {
  private RunNames() {}

  /** The next free name, after everything the folders and the repository know. */
  static String next(Path out, LocalDate snapshot, RunHistory history) {
    TreeSet<String> taken = new TreeSet<>(RunFolder.names(out));
    taken.addAll(Versions.below(out).names());
    history.runs().forEach(run -> taken.add(run.id()));
    String prefix = snapshot + "-";
    int last =
        taken.stream()
            .filter(name -> name.matches(prefix + "[0-9]{4,9}"))
            .mapToInt(name -> Integer.parseInt(name.substring(prefix.length())))
            .max()
            .orElse(0);
    return RunName.of(snapshot, last + 1);
  }
}
