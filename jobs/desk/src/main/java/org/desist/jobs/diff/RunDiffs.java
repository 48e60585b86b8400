// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.diff;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.desist.engine.EngineRoom;
import org.desist.engine.LocalTables;
import org.desist.engine.Resources;
import org.desist.publish.VersionManifest;
import org.desist.run.RunFolder;
import org.desist.run.Versions;

/** Holds two versions against each other. */
public final class RunDiffs {
  private static final int CHANGES_A_MEASURE = 3;
  private static final String RUN = Resources.text("org/desist/jobs/diff/run.sql");

  private RunDiffs() {}

  /**
   * Compares two versions.
   *
   * @param wanted which marts, by their names in the contract
   * @throws org.desist.error.DesistException NOTHING_PUBLISHED when one has no version
   */
  public static RunDiff of(Path out, String earlier, String later, Predicate<String> wanted) {
    MartFolders before = MartFolders.ofVersion(out, earlier);
    MartFolders after = MartFolders.ofVersion(out, later);
    try (LocalTables tables = EngineRoom.COMPARISON.tables(RunFolder.of(out, later).spill())) {
      return new RunDiff(
          earlier,
          later,
          differing(settings(tables, out, earlier), settings(tables, out, later)),
          new Differences(tables, CHANGES_A_MEASURE).of(before, after, wanted),
          onlyOne(before.folders().keySet(), after.folders().keySet(), wanted));
    }
  }

  private static List<String> onlyOne(
      Set<String> before, Set<String> after, Predicate<String> wanted) {
    Set<String> names = new TreeSet<>(before);
    names.addAll(after);
    return names.stream()
        .filter(wanted)
        .filter(name -> !before.contains(name) || !after.contains(name))
        .toList();
  }

  private static Map<String, String> settings(LocalTables tables, Path out, String run) {
    Path version = Versions.below(out).folder(run);
    VersionManifest manifest = VersionManifest.read(version);
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("engine", manifest.engine());
    settings.put("content", manifest.contentHash());
    tables.mount("asked_run", version.resolve("published").resolve("run"));
    tables
        .rows(RUN)
        .forEach(
            row ->
                row.forEach(
                    (name, value) -> settings.put(name, value == null ? "" : value.toString())));
    return settings;
  }

  private static List<RunDiff.Setting> differing(
      Map<String, String> before, Map<String, String> after) {
    List<RunDiff.Setting> differing = new ArrayList<>();
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      if (!Objects.equals(before.get(name), after.get(name))) {
        differing.add(
            new RunDiff.Setting(name, before.getOrDefault(name, ""), after.getOrDefault(name, "")));
      }
    }
    return differing;
  }
}
