// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.bridge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.desist.bridge.Bridge.BridgedRun;
import org.desist.contract.DataPackage;
import org.desist.contract.Resource;
import org.desist.difference.VersionPair;
import org.desist.difference.VersionPair.SingleColumn;
import org.desist.engine.Engine;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.publish.MartContract;
import org.desist.publish.VersionManifest;

/**
 * Makes what two runs left readable in one engine, as a {@link VersionPair} does, once every file
 * has the bytes that were written.
 */
final class BridgeTables {
  private static final Map<String, List<String>> TABLES = tables();
  private static final List<String> MARTS =
      List.of("cohort_member", "reoffending_rate", "quarantine");
  private static final String AREA = "restricted/";
  private static final String INGEST = "ingest";

  private final VersionPair pair;
  private final BridgedRun earlier;
  private final BridgedRun later;

  BridgeTables(Engine engine, BridgedRun earlier, BridgedRun later) {
    this.pair = new VersionPair(engine);
    this.earlier = earlier;
    this.later = later;
  }

  private static Map<String, List<String>> tables() {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    tables.put(
        "store",
        List.of(
            "pnc_person",
            "pnc_event",
            "pnc_offence",
            "pnc_disposal",
            "prison_release",
            "probation_case"));
    tables.put("link", List.of("person", "record_link"));
    tables.put("cohort", List.of("index_event"));
    tables.put("measure", List.of("index_reoffence", "attribution"));
    return tables;
  }

  /**
   * Mounts everything.
   *
   * @return the columns that only one of the versions has
   * @throws DesistException RUN_PRUNED when a run's stages are no longer there, STORAGE when a file
   *     has other bytes than were written
   */
  List<SingleColumn> mount() {
    check(earlier);
    check(later);
    List<SingleColumn> singles = new ArrayList<>();
    TABLES.forEach(
        (stage, names) ->
            names.forEach(
                name ->
                    singles.addAll(
                        pair.mount(name, table(earlier, stage, name), table(later, stage, name))
                            .singles())));
    for (String mart : MARTS) {
      singles.addAll(
          pair.mount(
                  MartContract.read().in(AREA + mart).orElseThrow(),
                  earlier.version().resolve(AREA + mart),
                  later.version().resolve(AREA + mart))
              .singles());
    }
    return singles;
  }

  private static Path table(BridgedRun run, String stage, String name) {
    return run.folder().stage(stage).resolve(name);
  }

  private static void check(BridgedRun run) {
    Set<String> read = new TreeSet<>();
    TABLES.forEach(
        (stage, names) -> {
          if (!run.folder().isComplete(stage)) {
            throw pruned(run, run.folder().stage(stage));
          }
          names.forEach(name -> read.add(stage + "/" + name));
        });
    for (Resource resource : DataPackage.reference().resources()) {
      Path folder = table(run, INGEST, reference(resource));
      if (!Files.isDirectory(folder)) {
        throw pruned(run, folder);
      }
      read.add(INGEST + "/" + reference(resource));
    }
    for (String mart : MARTS) {
      if (!Files.isDirectory(run.version().resolve(AREA + mart))) {
        throw pruned(run, run.version().resolve(AREA + mart));
      }
    }
    Optional<String> damage = run.folder().damage(read::contains);
    if (damage.isPresent()) {
      throw damaged(run, damage.get());
    }
    VersionManifest manifest = VersionManifest.read(run.version());
    for (String mart : MARTS) {
      if (!manifest.hasEveryByte(run.version(), AREA + mart + "/")) {
        throw damaged(run, "the mart %s of its version is damaged".formatted(AREA + mart));
      }
    }
  }

  private static DesistException pruned(BridgedRun run, Path missing) {
    return new DesistException(
        ErrorCode.RUN_PRUNED,
        "Cannot tell why figures of %s moved: %s has been removed, and causes are found person by person. Run on the same snapshot again with: desist run ... --again, and bridge to that run."
            .formatted(run.runId(), missing));
  }

  private static DesistException damaged(BridgedRun run, String damage) {
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot tell why figures of %s moved: %s. Check the disk; run on the same snapshot again with: desist run ... --again, and bridge to that run."
            .formatted(run.runId(), damage));
  }

  /** Whether the two runs read the same reference lists: the same bytes, or else the same rows. */
  boolean hasSameReference() {
    for (Resource resource : DataPackage.reference().resources()) {
      String table = reference(resource);
      if (!hashes(earlier, table).equals(hashes(later, table))
          && !pair.mount(table, table(earlier, INGEST, table), table(later, INGEST, table))
              .difference()
              .isNone()) {
        return false;
      }
    }
    return true;
  }

  private static String reference(Resource resource) {
    return "ref_" + resource.name();
  }

  private static List<String> hashes(BridgedRun run, String table) {
    return run.folder().written(INGEST, table).stream()
        // Of before there were hashes, a file is like no other.
        .map(file -> file.sha256() == null ? run.runId() + file.name() : file.sha256())
        .toList();
  }
}
