// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import org.desist.model.ModelStage;
import org.desist.run.RunContext;

/** Judges rows against rows, keeps what is accepted, and refuses a snapshot that looks wrong. */
final class StoreStage extends SqlStage {
  private final Session session;

  StoreStage(Session session) {
    super(session, ModelStage.STORE);
    this.session = session;
  }

  /** The guards of a snapshot look at parts, too. */
  @Override
  public boolean reads(String table) {
    return table.startsWith(IngestStage.NAME + "/");
  }

  @Override
  public void run(RunContext context) {
    super.run(context);
    new SnapshotGuards(session.engine(context), session.method().guards()).check(context);
  }
}
