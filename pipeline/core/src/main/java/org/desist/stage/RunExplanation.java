// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.util.Optional;
import java.util.Set;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.explain.ExplainRequest;
import org.desist.explain.Explanation;
import org.desist.explain.PersonPath;
import org.desist.explain.PersonPaths;
import org.desist.identity.KeyFile;
import org.desist.identity.PersonKey;
import org.desist.identity.PncId;
import org.desist.model.ModelStage;
import org.desist.run.EngineKind;
import org.desist.run.ProgressListener;
import org.desist.run.RunContext;
import org.desist.run.RunSettings;
import org.desist.storage.Locations;

/**
 * Explains from what the stages of a run left, with the embedded engine wherever that can read it.
 */
public final class RunExplanation implements Explanation {
  private static EngineKind engine(ExplainRequest request) {
    return Locations.isRemote(request.folder().root()) ? EngineKind.spark : EngineKind.duckdb;
  }

  /** What the models of the cohort read and wrote: the answer is put together from these. */
  private static void checkBytes(Session session, ExplainRequest request) {
    Set<String> inputs = session.inputs(ModelStage.COHORT);
    String own = StageInputs.table(ModelStage.COHORT.label(), "");
    Optional<String> damage =
        request.folder().damage(table -> table.startsWith(own) || inputs.contains(table));
    if (damage.isPresent()) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot explain from run %s: %s. Check the disk; run it again with --again, or name another with --run."
              .formatted(request.folder().root().getFileName(), damage.get()));
    }
  }

  @Override
  public PersonPath explain(ExplainRequest request) {
    PersonKey key = KeyFile.read(request.keyFile());
    RunSettings.EngineChoice means = request.settings().engine();
    RunSettings settings =
        request
            .settings()
            .with(
                new RunSettings.EngineChoice(
                    engine(request), null, means.memoryMb(), means.threads()));
    Optional<String> pncId =
        PncId.canonical(request.pncId(), settings.input().snapshot().getYear());
    if (pncId.isEmpty()) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot explain: what was given is not a PNC id, or its check letter is wrong. It looks"
              + " like 2003/0011985X.");
    }
    if (!request.folder().isComplete(ModelStage.COHORT.label())) {
      throw new DesistException(
          ErrorCode.RUN_PRUNED,
          "Cannot explain from run %s: what its stages left is no longer in %s. Run it again with --again, or name another with --run."
              .formatted(request.folder().root().getFileName(), request.folder().root()));
    }
    try (Session session = new Session(settings, key)) {
      checkBytes(session, request);
      if (!session.cohorts().has(request.window(), request.cohortStart())) {
        throw new DesistException(
            ErrorCode.BAD_ARGUMENT,
            "Cannot explain the cohort %s:%s: the run has %s from %s to %s."
                .formatted(
                    request.window().label(),
                    request.cohortStart(),
                    settings.cohorts().windows(),
                    session.cohorts().first(),
                    session.cohorts().last()));
      }
      RunContext context =
          new RunContext(
              settings,
              request.folder().root().getFileName().toString(),
              request.folder(),
              ProgressListener.silent());
      session.reach(ModelStage.MEASURE, context);
      return new PersonPaths(session.engine(context))
          .of(key.keyOf(pncId.get()), request.window(), request.cohortStart());
    }
  }
}
