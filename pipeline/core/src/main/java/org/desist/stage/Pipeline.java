// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.util.List;
import org.desist.baseline.BaselineTables;
import org.desist.identity.KeyFile;
import org.desist.method.MethodFile;
import org.desist.model.ModelStage;
import org.desist.payment.Contracts;
import org.desist.run.RunSettings;
import org.desist.run.Stage;
import org.desist.run.StageFactory;
import org.desist.run.Stages;

/**
 * The stages of a reoffending run: ingest, store, link, cohort, measure, baseline, disclose, guard,
 * publish.
 */
public final class Pipeline implements StageFactory {
  private final EngineFactory engines;

  /** Runs on the engine that the settings name. */
  public Pipeline() {
    this(EngineFactory::named);
  }

  Pipeline(EngineFactory engines) {
    this.engines = engines;
  }

  @Override
  public Stages open(RunSettings settings) {
    Session session = new Session(settings, KeyFile.read(settings.files().key()), engines);
    List<Stage> stages =
        List.of(
            new IngestStage(session),
            new StoreStage(session),
            new SqlStage(session, ModelStage.LINK),
            new SqlStage(session, ModelStage.COHORT),
            new SqlStage(session, ModelStage.MEASURE),
            new SqlStage(session, ModelStage.BASELINE),
            new SqlStage(session, ModelStage.DISCLOSE),
            new GuardStage(session),
            new PublishStage(session));
    return new Stages() {
      @Override
      public List<Stage> list() {
        return stages;
      }

      @Override
      public void close() {
        session.close();
      }
    };
  }

  @Override
  public String methodFingerprint(RunSettings settings) {
    // What a run is compared with decides its figures as the method does.
    return MethodFile.fingerprint(settings.files().method())
        + BaselineTables.fingerprint(settings.out(), MethodFile.read(settings.files().method()));
  }

  @Override
  public String contractsFingerprint(RunSettings settings) {
    return settings.files().contracts() == null
        ? ""
        : Contracts.read(settings.files().contracts()).fingerprint();
  }
}
