// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desist.engine.LocalTables;
import org.desist.engine.Resources;
import org.desist.publish.VersionManifest;
import org.desist.run.RunContext;
import org.desist.run.Versions;

/**
 * The versions that count as history: published whole, of an earlier snapshot, by a method of the
 * same name and measure, with the same windows and bounds; of one snapshot the one published last.
 */
final class GuardHistory {
  private static final String SAME_QUESTION = Resources.text("sql/guard/same_question.sql");

  private GuardHistory() {}

  /** The latest so many, latest first. */
  static List<Past> of(LocalTables tables, RunContext context, int most) {
    Versions versions = context.versions();
    LocalDate snapshot = context.settings().snapshot();
    Map<LocalDate, Past> bySnapshot = new TreeMap<>(Comparator.reverseOrder());
    // Sorted by name, which is by number within a snapshot: the last one put is the latest.
    for (String run : versions.names()) {
      Path folder = versions.folder(run);
      if (!run.equals(context.runId()) && isWhole(folder)) {
        LocalDate date = LocalDate.parse(VersionManifest.read(folder).snapshot());
        Past past = new Past(run, date, folder);
        if (date.isBefore(snapshot) && asksTheSame(tables, past)) {
          bySnapshot.put(date, past);
        }
      }
    }
    List<Past> all = new ArrayList<>(bySnapshot.values());
    return List.copyOf(all.subList(0, Math.min(most, all.size())));
  }

  private static boolean isWhole(Path folder) {
    return Files.isRegularFile(folder.resolve(VersionManifest.FILE));
  }

  private static boolean asksTheSame(LocalTables tables, Past past) {
    tables.mount("past_run", past.published("run"));
    return !tables.rows(SAME_QUESTION).isEmpty();
  }
}
