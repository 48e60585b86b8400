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
import org.desist.difference.VersionPair.Side;
import org.desist.difference.VersionPair.SingleColumn;
import org.desist.engine.EngineRoom;
import org.desist.engine.LocalTables;
import org.desist.engine.Resources;
import org.desist.publish.VersionManifest;
import org.desist.run.RunFolder;
import org.desist.run.Versions;

/**
 * What two runs published, compared.
 *
 * @param earlier the run named first
 * @param later the run named second
 * @param settings what they were asked differently, or were made with
 * @param marts every mart of the contract that both have
 * @param onlyEarlier marts, and columns as {@code AREA.MART.COLUMN}, that the first has and the
 *     second, of another release, has not
 * @param onlyLater those that only the second has
 */
public record RunDiff(
    String earlier,
    String later,
    List<Setting> settings,
    List<MartDiff> marts,
    List<String> onlyEarlier,
    List<String> onlyLater) {
  private static final int CHANGES_A_MEASURE = 3;
  private static final String RUN = Resources.text("org/desist/jobs/diff/run.sql");

  public RunDiff {
    settings = List.copyOf(settings);
    marts = List.copyOf(marts);
    onlyEarlier = List.copyOf(onlyEarlier);
    onlyLater = List.copyOf(onlyLater);
  }

  /** A setting that differs; a missing one is empty. */
  public record Setting(String name, String before, String after) {}

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
      List<MartDiff> marts =
          new MartDifferences(tables, CHANGES_A_MEASURE).of(before, after, wanted);
      return new RunDiff(
          earlier,
          later,
          differing(settings(tables, out, earlier), settings(tables, out, later)),
          marts,
          only(before, after, wanted, marts, Side.EARLIER),
          only(after, before, wanted, marts, Side.LATER));
    }
  }

  private static List<String> only(
      MartFolders own,
      MartFolders other,
      Predicate<String> wanted,
      List<MartDiff> marts,
      Side side) {
    List<String> names = new ArrayList<>();
    own.folders().keySet().stream()
        .filter(wanted)
        .filter(name -> !other.folders().containsKey(name))
        .forEach(names::add);
    for (MartDiff mart : marts) {
      for (SingleColumn single : mart.singles()) {
        if (single.side() == side) {
          names.add(mart.mart() + "." + single.column());
        }
      }
    }
    return names;
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

  private static List<Setting> differing(Map<String, String> before, Map<String, String> after) {
    List<Setting> differing = new ArrayList<>();
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      if (!Objects.equals(before.get(name), after.get(name))) {
        differing.add(
            new Setting(name, before.getOrDefault(name, ""), after.getOrDefault(name, "")));
      }
    }
    return differing;
  }
}
