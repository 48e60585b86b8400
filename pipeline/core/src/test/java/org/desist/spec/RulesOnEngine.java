// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.desist.engine.DuckDbEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every case of the rule book on one engine. Cases with equal settings share a run, because a run
 * costs an engine far more than its rows do. With {@code -Ddesist.rule="words"} only the cases run
 * whose title contains the words.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RulesOnEngine {
  private final String engine;
  private final Map<WorldSettings, WorldResult> results = new LinkedHashMap<>();
  private final Map<WorldSettings, RuntimeException> failures = new LinkedHashMap<>();
  private List<SpecFile> files;
  private Runs runs;
  private SnapshotCases snapshots;
  private ModelCases models;
  private DuckDbEngine reader;

  RulesOnEngine(String engine) {
    this.engine = engine;
  }

  @BeforeAll
  void start(@TempDir(cleanup = CleanupMode.ALWAYS) Path folder) throws IOException {
    files = SpecFiles.named(SpecFiles.all(), System.getProperty("desist.rule"));
    Path own = Files.createDirectories(folder.resolve(engine));
    runs = new Runs(engine, own);
    snapshots = new SnapshotCases(runs);
    models = new ModelCases(engine, Files.createDirectories(own.resolve("models")));
    reader = DuckDbEngine.start(1, 500, own.resolve("spill"));
  }

  @AfterAll
  void stop() {
    reader.close();
    models.close();
    runs.close();
  }

  @TestFactory
  Stream<DynamicContainer> rules() {
    return files.stream()
        .map(
            file ->
                DynamicContainer.dynamicContainer(
                    file.title(), file.cases().stream().map(this::test)));
  }

  private DynamicTest test(SpecCase specCase) {
    return DynamicTest.dynamicTest(
        specCase.title(),
        () -> {
          if (specCase.isAboutSnapshot()) {
            snapshots.check(specCase);
          } else if (specCase.isAboutModels()) {
            models.check(specCase);
          } else {
            WorldResult result = result(WorldSettings.of(specCase));
            specCase.expectations().forEach(grid -> new Expectation(specCase, grid).check(result));
          }
        });
  }

  /** The result of the cases with these settings, run when first asked for. */
  private WorldResult result(WorldSettings settings) {
    if (failures.containsKey(settings)) {
      throw failures.get(settings);
    }
    if (!results.containsKey(settings)) {
      try {
        results.put(settings, run(settings));
      } catch (RuntimeException e) {
        failures.put(settings, e);
        throw e;
      }
    }
    return results.get(settings);
  }

  private WorldResult run(WorldSettings settings) {
    List<SpecCase> cases = new ArrayList<>();
    for (SpecFile file : files) {
      for (SpecCase specCase : file.cases()) {
        if (!specCase.isAboutSnapshot()
            && !specCase.isAboutModels()
            && WorldSettings.of(specCase).equals(settings)) {
          cases.add(specCase);
        }
      }
    }
    World world = new World(cases);
    String runId = "world-" + results.size();
    Path folder = runs.folder().resolve(runId);
    world.write(folder.resolve("extracts"));
    Path out = folder.resolve("out");
    runs.run(new Runs.Order(folder.resolve("extracts"), settings, out, runId, Set.of()));
    return new WorldResult(world, settings, out, runId, reader);
  }
}
