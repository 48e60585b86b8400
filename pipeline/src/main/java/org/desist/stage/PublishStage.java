// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import org.desist.model.ModelStage;
import org.desist.model.SqlModel;
import org.desist.publish.MartCatalog;
import org.desist.publish.VersionWriter;
import org.desist.run.RunContext;
import org.desist.run.Stage;
import org.desist.run.Versions;
import org.desist.storage.Locations;

/**
 * Makes the marts a version and swaps the pointer, last. Killed before the swap, readers see the
 * old version; after it, the new one; run again, it ends in the same place.
 */
final class PublishStage implements Stage {
  static final String NAME = "publish";

  private final Session session;

  PublishStage(Session session) {
    this.session = session;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(RunContext context) {
    Versions versions = context.versions();
    long marts = session.catalog().all().stream().filter(model -> model.mart().isPresent()).count();
    context.progress().started(NAME, marts, "marts");
    if (!versions.has(context.runId())) {
      try (VersionWriter writer = new VersionWriter(versions.draft(context.runId()))) {
        for (ModelStage stage : ModelStage.values()) {
          for (SqlModel model : session.catalog().of(stage)) {
            model
                .mart()
                .ifPresent(
                    mart -> {
                      writer.add(mart, context.folder().stage(stage.label()).resolve(model.name()));
                      context.progress().advanced(NAME, writer.count());
                    });
          }
        }
        writer.finish(
            context.runId(),
            context.settings(),
            session.method(),
            session.engine(context).version());
      }
    }
    versions.publish(context.runId());
    if (!Locations.isRemote(context.settings().out())) {
      // DuckDB's own file, over paths of this machine.
      MartCatalog.refresh(context.settings().out(), versions.folder(context.runId()));
    }
    context.progress().finished(NAME, marts + " marts");
  }
}
