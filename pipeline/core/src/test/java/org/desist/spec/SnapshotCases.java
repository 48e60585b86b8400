// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desist.contract.Resource;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.error.ErrorType;
import org.desist.run.Versions;

/**
 * Cases about a whole snapshot: each changes a good one and says whether it is taken. All of them
 * run where a good snapshot has been published before, and none may change that.
 */
final class SnapshotCases {
  private static final int ROWS = 100;
  private static final List<String> JUDGING = List.of("ingest", "store");

  private final Runs runs;
  private boolean isPublished;

  SnapshotCases(Runs runs) {
    this.runs = runs;
  }

  void check(SpecCase specCase) {
    Path folder = runs.folder().resolve("snapshot-" + specCase.number());
    Path extracts = folder.resolve("extracts");
    new SnapshotChange(specCase).write(extracts);
    Map<String, String> settings = specCase.settings();
    boolean isFirst = settings.getOrDefault("published", "").equals("nothing");
    Path out = isFirst ? folder.resolve("out") : published();
    Versions versions = Versions.below(out);
    List<String> names = versions.names();
    Throwable refusal =
        catchThrowable(
            () ->
                runs.run(
                    new Runs.Order(
                        extracts,
                        WorldSettings.of(specCase),
                        out,
                        "case-" + specCase.number(),
                        accepted(settings)),
                    JUDGING));
    specCase.expectations().forEach(grid -> compare(grid.table(), refusal));
    assertThat(versions.names()).isEqualTo(names);
    assertThat(versions.current()).isEqualTo(names.stream().findFirst());
  }

  private static Set<String> accepted(Map<String, String> settings) {
    String code = settings.getOrDefault("accept", "");
    return code.isEmpty() ? Set.of() : new TreeSet<>(Set.of(code));
  }

  private static void compare(TextTable expected, Throwable refusal) {
    for (Map<String, String> row : expected.rows()) {
      String code = row.get("code");
      if (code.equals("none")) {
        assertThat(refusal).isNull();
        continue;
      }
      assertThat(refusal).isInstanceOf(DesistException.class);
      ErrorCode actual = ((DesistException) refusal).code();
      assertThat(actual).as(refusal.getMessage()).isEqualTo(ErrorCode.valueOf(code));
      assertThat(actual.type()).isEqualTo(ErrorType.DATA);
      assertThat(refusal).hasMessageContaining(row.get("message").replace("`", ""));
    }
  }

  /** A hundred rows of each required resource. */
  static Map<String, Integer> usualRows() {
    Map<String, Integer> rows = new TreeMap<>();
    for (Resource resource : Extracts.CONTRACT.resources()) {
      if (!resource.optional()) {
        rows.put(resource.name(), ROWS);
      }
    }
    return rows;
  }

  /** A folder in which a snapshot with a hundred rows of each resource has been published. */
  private Path published() {
    Path folder = runs.folder().resolve("published");
    Path out = folder.resolve("out");
    if (!isPublished) {
      Path extracts = folder.resolve("extracts");
      Bystanders.of(usualRows()).write(extracts);
      WorldSettings settings = new WorldSettings(WorldSettings.USUAL_SNAPSHOT, new TreeMap<>(), 0);
      // What published it makes no difference to those that come after.
      try (Runs before = runs.onDuckDb()) {
        before.run(new Runs.Order(extracts, settings, out, "published", Set.of()));
      }
      isPublished = true;
    }
    return out;
  }
}
