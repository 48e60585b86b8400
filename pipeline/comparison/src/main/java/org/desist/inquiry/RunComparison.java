// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.desist.answer.Answer;
import org.desist.answer.Clinic;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.identity.KeyFile;
import org.desist.model.ModelStage;
import org.desist.publish.MartCatalog;
import org.desist.run.RunContext;
import org.desist.run.RunSettings;
import org.desist.run.Versions;
import org.desist.stage.Session;

/** Answers comparison requests from what the stages up to cohort of a run left. */
public final class RunComparison implements Comparison {
  @Override
  public Consultation consult(Order order) {
    RequestFolder folder = order.requestFolder();
    try (Session session = new Session(order.settings(), KeyFile.read(order.keyFile()))) {
      LinkedRequest linked = look(session, order, folder);
      Clinic clinic = linked.clinic();
      linked.writeLists(folder);
      return new Consultation(clinic, linked.links(), folder.working());
    } finally {
      folder.dropWork();
    }
  }

  @Override
  public Answer answer(Order order, Overrides overrides, BiConsumer<Answer, Path> report) {
    RequestFolder folder = order.requestFolder();
    try (Session session = new Session(order.settings(), KeyFile.read(order.keyFile()))) {
      AnswerLedger ledger = new AnswerLedger(order.settings().out(), Clock.systemUTC());
      Answer answer = look(session, order, folder).answer(overrides, folder, ledger, report);
      Versions versions = Versions.below(order.settings().out());
      versions
          .current()
          .ifPresent(run -> MartCatalog.refresh(order.settings().out(), versions.folder(run)));
      return answer;
    } finally {
      folder.dropWork();
    }
  }

  private static LinkedRequest look(Session session, Order order, RequestFolder folder) {
    RunSettings settings = order.settings();
    String runId = order.folder().root().getFileName().toString();
    if (!order.folder().isComplete(ModelStage.COHORT.label())) {
      throw new DesistException(
          ErrorCode.RUN_PRUNED,
          "Cannot compare with run %s: what its stages left is no longer in %s. Run it again with --again, or name another with --run."
              .formatted(runId, order.folder().root()));
    }
    Set<String> inputs =
        session.inputs(
            ModelStage.PARTICIPANT,
            ModelStage.CANDIDATE,
            ModelStage.COMPARISON,
            ModelStage.OUTCOME);
    Optional<String> damage = order.folder().damage(inputs::contains);
    if (damage.isPresent()) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot compare with run %s: %s. Check the disk; run it again with --again, or name another with --run."
              .formatted(runId, damage.get()));
    }
    RunContext context = new RunContext(settings, runId, order.folder(), order.progress());
    session.reach(ModelStage.MEASURE, context);
    return LinkedRequest.of(
        session.engine(context),
        session.catalog(),
        session.method(),
        settings,
        runId,
        order.request(),
        folder,
        order.progress());
  }
}
