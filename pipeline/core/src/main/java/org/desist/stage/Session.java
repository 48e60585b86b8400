// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.desist.baseline.BaselineTables;
import org.desist.contract.DataPackage;
import org.desist.correction.CorrectionLayer;
import org.desist.engine.Engine;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;
import org.desist.identity.PersonKey;
import org.desist.identity.PersonKeyFunction;
import org.desist.method.CohortWindows;
import org.desist.method.Method;
import org.desist.method.MethodFile;
import org.desist.method.MethodTables;
import org.desist.model.ModelCatalog;
import org.desist.model.ModelRunner;
import org.desist.model.ModelStage;
import org.desist.payment.Contracts;
import org.desist.run.RunContext;
import org.desist.run.RunSettings;

/**
 * What the stages of one process share: the engine, started when first needed, and what of the run
 * is already readable in it.
 */
public final class Session implements AutoCloseable {
  private final RunSettings settings;
  private final PersonKey key;
  private final EngineFactory engines;
  private final Method method;
  private final DataPackage contract = DataPackage.extracts();
  private final ModelCatalog catalog = ModelCatalog.load(contract);
  private final Set<ModelStage> readable = EnumSet.noneOf(ModelStage.class);
  private Engine engine;
  private boolean isIngestReadable;
  private boolean areYardsticksHeld;

  /** The stages of these settings, on the engine that they name. */
  public Session(RunSettings settings, PersonKey key) {
    this(settings, key, EngineFactory::named);
  }

  Session(RunSettings settings, PersonKey key, EngineFactory engines) {
    this.settings = settings;
    this.key = key;
    this.engines = engines;
    this.method = MethodFile.read(settings.files().method());
  }

  /** The method of the run. */
  public Method method() {
    return method;
  }

  CohortWindows cohorts() {
    return CohortWindows.of(
        settings.cohorts().windows(),
        settings.cohorts().from(),
        settings.cohorts().to(),
        settings.input().snapshot());
  }

  DataPackage contract() {
    return contract;
  }

  /** All models. */
  public ModelCatalog catalog() {
    return catalog;
  }

  /** The engine, with the method, the cohorts and the run in it as tables. */
  public Engine engine(RunContext context) {
    if (engine == null) {
      engine = start(context);
      engine.register(new PersonKeyFunction(key));
      MethodTables.hold(engine, method, settings.input().snapshot());
      cohorts().hold(engine);
      engine.hold(thisRun(context));
    }
    return engine;
  }

  private Engine start(RunContext context) {
    return engines.start(settings, context.folder().spill());
  }

  /** The table of that name, which says what this run is. */
  SmallTable thisRun(RunContext context) {
    return ThisRun.table(context, method, MethodFile.fingerprint(settings.files().method()));
  }

  /** Makes everything that stages before this one left readable. */
  public void reach(ModelStage stage, RunContext context) {
    Engine target = engine(context);
    if (!isIngestReadable) {
      mountIngest(target, context.folder().stage(IngestStage.NAME));
      isIngestReadable = true;
    }
    if (stage.compareTo(ModelStage.BASELINE) >= 0 && !areYardsticksHeld) {
      // Only now: to explain a run, what it was compared with need not be there any more.
      Contracts.read(settings.files().contracts()).hold(target);
      BaselineTables.hold(target, settings.out(), method);
      areYardsticksHeld = true;
    }
    ModelRunner runner = new ModelRunner(target);
    for (ModelStage earlier : ModelStage.values()) {
      if (earlier.compareTo(stage) < 0 && readable.add(earlier)) {
        runner.recall(catalog.of(earlier), context.folder().stage(earlier.label()));
      }
    }
  }

  /** Remembers that a stage's tables were made in this process. */
  void made(ModelStage stage) {
    readable.add(stage);
  }

  private void mountIngest(Engine target, Path ingest) {
    contract
        .resources()
        .forEach(
            table -> CorrectionLayer.mount(target, "raw_" + table.name(), ingest, table.name()));
    CorrectionLayer.mountClosed(target, ingest);
    StageInputs.besideRows()
        .forEach((table, folder) -> target.mount(table, ingest.resolve(folder)));
  }

  /** The tables of earlier stages, {@code STAGE/TABLE}, that some stages read. */
  public Set<String> inputs(ModelStage... stages) {
    return new StageInputs(catalog, contract)
        .of(Arrays.stream(stages).flatMap(stage -> catalog.of(stage).stream()).toList());
  }

  static List<Column> columns(String... namesAndTypes) {
    Column[] columns = new Column[namesAndTypes.length / 2];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = new Column(namesAndTypes[2 * i], namesAndTypes[2 * i + 1]);
    }
    return List.of(columns);
  }

  @Override
  public void close() {
    if (engine != null) {
      engine.close();
    }
  }
}
