// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.desist.model.ModelRunner;
import org.desist.model.ModelStage;
import org.desist.model.SqlModel;
import org.desist.run.RunContext;
import org.desist.run.Stage;

/** A stage that runs the models of its folders. */
class SqlStage implements Stage {
  private final Session session;
  private final ModelStage stage;
  private Set<String> inputs;

  SqlStage(Session session, ModelStage stage) {
    this.session = session;
    this.stage = stage;
  }

  @Override
  public String name() {
    return stage.label();
  }

  @Override
  public boolean reads(String table) {
    if (inputs == null) {
      inputs = session.inputs(stage);
    }
    return inputs.contains(table);
  }

  @Override
  public void run(RunContext context) {
    List<SqlModel> models = session.catalog().of(stage);
    long tables = models.stream().filter(model -> !model.isView()).count();
    context.progress().started(name(), tables, "tables");
    session.reach(stage, context);
    AtomicLong done = new AtomicLong();
    AtomicLong rows = new AtomicLong();
    new ModelRunner(session.engine(context))
        .run(
            models,
            context.folder(),
            name(),
            (model, count) -> {
              rows.addAndGet(count);
              context.progress().advanced(name(), done.incrementAndGet());
            });
    session.made(stage);
    context
        .progress()
        .finished(
            name(), String.format(Locale.ROOT, "%,d tables, %,d rows", done.get(), rows.get()));
  }
}
