// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.desist.answer.AttritionStep.Reason;
import org.desist.engine.Engine;
import org.desist.model.ModelCatalog;
import org.desist.model.ModelRunner;
import org.desist.model.ModelStage;
import org.desist.model.SqlModel;
import org.desist.run.ProgressListener;

/**
 * Runs the models of a request, in two halves: who is compared, then what happened next. Models of
 * a nightly run that work index event by index event are run again, for those of the request.
 */
final class RequestModels {
  /** The models of {@code 40_measure} that say who somebody was on the index date. */
  private static final Set<String> TRAITS =
      Set.of("provider_region", "attribution", "ogrs3");

  /** Those that say what happened next. */
  private static final Set<String> OUTCOMES = Set.of("index_reoffence");

  private static final String SPILL = "spill";

  private final Engine engine;
  private final ModelCatalog catalog;
  private final Path work;
  private final ProgressListener progress;

  RequestModels(Engine engine, ModelCatalog catalog, Path work, ProgressListener progress) {
    this.engine = engine;
    this.catalog = catalog;
    this.work = work;
    this.progress = progress;
  }

  /** Everybody who may be in one of the two groups. No outcome is read. */
  Units units() {
    run(ModelStage.CANDIDATE);
    engine.view("index_event", "select * from comparison_index");
    recompute(TRAITS, ModelStage.COMPARISON);
    run(ModelStage.COMPARISON);
    return UnitReader.units(folder(ModelStage.COMPARISON, "comparison_unit"), work.resolve(SPILL));
  }

  /** Why rows of participants are not among the units. */
  Attrition attrition() {
    Map<Reason, Integer> left = new EnumMap<>(Reason.class);
    int submitted = 0;
    for (Map<String, Object> row :
        engine.rows("select reason, count(*) as n from participant_attrition group by reason")) {
      int people = ((Number) row.get("n")).intValue();
      submitted += people;
      if (row.get("reason") != null) {
        left.put(Reason.valueOf((String) row.get("reason")), people);
      }
    }
    return new Attrition(submitted, left);
  }

  /** What happened next, in the order of the units. */
  Reoffending outcomes() {
    engine.view(
        "index_event",
        "select i.* from comparison_index as i semi join comparison_unit using (person_no, index_date)");
    recompute(OUTCOMES, ModelStage.OUTCOME);
    run(ModelStage.OUTCOME);
    return UnitReader.reoffending(
        folder(ModelStage.OUTCOME, "comparison_outcome"), work.resolve(SPILL));
  }

  private void recompute(Set<String> names, ModelStage into) {
    run(
        catalog.of(ModelStage.MEASURE).stream().filter(m -> names.contains(m.name())).toList(),
        into);
  }

  private void run(ModelStage stage) {
    progress.started(stage.label(), catalog.of(stage).size(), "tables");
    run(catalog.of(stage), stage);
    progress.finished(stage.label(), catalog.of(stage).size() + " tables");
  }

  private void run(List<SqlModel> models, ModelStage into) {
    new ModelRunner(engine).run(models, work.resolve(into.label()), (model, rows) -> {});
  }

  private Path folder(ModelStage stage, String table) {
    return work.resolve(stage.label()).resolve(table);
  }
}
