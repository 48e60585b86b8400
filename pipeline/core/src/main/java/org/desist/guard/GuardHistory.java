// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.desist.engine.LocalTables;
import org.desist.engine.Resources;
import org.desist.error.DesistException;
import org.desist.publish.VersionManifest;
import org.desist.run.RunContext;

/**
 * The versions that count as history: published whole, of an earlier snapshot, by a method of the
 * same name and measure, with the same windows and bounds; of one snapshot the one published last.
 */
final class GuardHistory {
  private static final String SAME_QUESTION = Resources.text("sql/query/guard/same_question.sql");

  private GuardHistory() {}

  /**
   * A published version that a run is compared with.
   *
   * @param run that published it
   * @param folder of the version
   * @param manifest of the version
   */
  record PastVersion(String run, Path folder, VersionManifest manifest) {
    /** Date of its extracts. */
    LocalDate snapshot() {
      return LocalDate.parse(manifest.snapshot());
    }

    /** The folder of a published mart. */
    Path published(String mart) {
      return folder.resolve("published").resolve(mart);
    }

    /** Rows by mart, {@code AREA/NAME}. */
    Map<String, Long> rows() {
      return manifest.marts().stream()
          .collect(Collectors.toMap(VersionManifest.Mart::folder, VersionManifest.Mart::rows));
    }
  }

  /** The latest so many, latest first. */
  static List<PastVersion> of(LocalTables tables, RunContext context, int most) {
    // Names sort by snapshot and then by number: from the end, the first of a snapshot is its last.
    List<String> names = new ArrayList<>(context.versions().names());
    Collections.reverse(names);
    Map<LocalDate, PastVersion> bySnapshot = new LinkedHashMap<>();
    for (String run : names) {
      if (bySnapshot.size() < most && !run.equals(context.runId())) {
        read(context, run)
            .filter(past -> past.snapshot().isBefore(context.settings().input().snapshot()))
            .filter(past -> !bySnapshot.containsKey(past.snapshot()))
            .filter(past -> asksTheSame(tables, past))
            .ifPresent(past -> bySnapshot.put(past.snapshot(), past));
      }
    }
    return List.copyOf(bySnapshot.values());
  }

  /** A version that is damaged is no history: it must not keep every later run from publishing. */
  private static Optional<PastVersion> read(RunContext context, String run) {
    Path folder = context.versions().folder(run);
    try {
      VersionManifest manifest = VersionManifest.read(folder);
      if (manifest.hasEveryByte(folder, "published/")) {
        return Optional.of(new PastVersion(run, folder, manifest));
      }
    } catch (DesistException e) {
      // It has no history to tell.
    }
    context
        .progress()
        .note(
            "Version %s is damaged and is left out of the history: see desist check"
                .formatted(run));
    return Optional.empty();
  }

  private static boolean asksTheSame(LocalTables tables, PastVersion past) {
    tables.mount("past_run", past.published("run"));
    return !tables.rows(SAME_QUESTION).isEmpty();
  }
}
