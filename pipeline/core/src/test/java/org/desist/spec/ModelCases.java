// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.desist.engine.DuckDbEngine;
import org.desist.engine.Engine;
import org.desist.engine.SmallTable.Column;
import org.desist.engine.SparkEngine;
import org.desist.ingest.ReferenceTables;
import org.desist.method.MethodFile;
import org.desist.method.MethodTables;
import org.desist.model.SqlModel;
import org.desist.stage.ModelTables;

/**
 * Cases that give tables to models and look at what the models make of them: no run is needed. The
 * setting {@code models} names them. A table that they read and the case does not give is empty,
 * but for the method and the reference tables, which are the real ones; a column that the case does
 * not show is missing in every row.
 */
final class ModelCases implements AutoCloseable {
  static final String MODELS = "models";
  private static final int MEMORY_MEGABYTES = 500;

  private final String name;
  private final Path folder;
  private ModelTables tables;
  private Engine engine;

  ModelCases(String engine, Path folder) {
    this.name = engine;
    this.folder = folder;
  }

  void check(SpecCase specCase) {
    start();
    Set<String> listed = new TreeSet<>(List.of(specCase.settings().get(MODELS).split("[ ,]+", -1)));
    List<SqlModel> models =
        tables.models().stream().filter(model -> listed.contains(model.name())).toList();
    if (models.size() != listed.size()) {
      throw new IllegalArgumentException(specCase.place() + ": not all are models: " + listed);
    }
    holdMethod(specCase);
    Set<String> reads = new TreeSet<>();
    models.forEach(model -> reads.addAll(model.reads()));
    specCase.givens().stream()
        .filter(grid -> !reads.contains(grid.caption()))
        .forEach(
            grid -> {
              throw new IllegalArgumentException(
                  "%s: no model of the case reads %s".formatted(specCase.place(), grid.caption()));
            });
    for (String table : reads) {
      if (!listed.contains(table)) {
        hold(specCase, table);
      }
    }
    models.forEach(model -> engine.view(model.name(), model.select()));
    for (Block.Grid expected : specCase.expectations()) {
      String table = expected.caption();
      if (!listed.contains(table)) {
        throw new IllegalArgumentException(
            "%s: no model of the case makes %s".formatted(specCase.place(), table));
      }
      List<String> columns = tables.columns().get(table).stream().map(Column::name).toList();
      new Expectation(specCase, expected).compare(engine.rows("select * from " + table), columns);
    }
  }

  private void start() {
    if (engine == null) {
      tables = ModelTables.load();
      engine =
          name.equals("spark")
              ? SparkEngine.start("local[2]", 1)
              : DuckDbEngine.start(1, MEMORY_MEGABYTES, folder.resolve("spill"));
      ReferenceTables.write(folder);
    }
  }

  private void holdMethod(SpecCase specCase) {
    WorldSettings settings = WorldSettings.of(specCase);
    Path file = null;
    if (!settings.method().isEmpty()) {
      try {
        file = Files.writeString(folder.resolve("method.yaml"), settings.methodYaml());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    MethodTables.hold(engine, MethodFile.read(file), settings.snapshot());
  }

  private void hold(SpecCase specCase, String table) {
    boolean isGiven = specCase.given(table).isPresent();
    if (!isGiven && table.startsWith("ref_")) {
      engine.mount(table, folder.resolve(table));
    } else if (isGiven || !table.startsWith("method")) {
      tables.give(engine, table, specCase.given(table).map(TextTable::rows).orElse(List.of()));
    }
  }

  @Override
  public void close() {
    if (engine != null) {
      engine.close();
    }
  }
}
