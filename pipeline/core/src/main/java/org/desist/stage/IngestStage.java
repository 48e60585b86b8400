// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.desist.correction.Correction;
import org.desist.correction.CorrectionLayer;
import org.desist.correction.Corrections;
import org.desist.engine.Engine;
import org.desist.ingest.Ingest;
import org.desist.ingest.IngestPlan;
import org.desist.ingest.IngestResult;
import org.desist.ingest.PartResult;
import org.desist.ingest.ReadingLimits;
import org.desist.ingest.ReferenceTables;
import org.desist.method.Method;
import org.desist.run.RunContext;
import org.desist.run.RunFolder;
import org.desist.run.RunSettings;
import org.desist.run.Stage;

/** Reads the snapshot's files by the contract, a task per file, and the reference tables. */
final class IngestStage implements Stage {
  static final String NAME = "ingest";
  private static final long MEGABYTE = 1_000_000;

  private final Session session;

  IngestStage(Session session) {
    this.session = session;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(RunContext context) {
    RunSettings settings = context.settings();
    Path folder = context.folder().stage(NAME);
    Map<Correction, Path> corrections =
        Corrections.of(settings.out(), settings.snapshot(), settings.extracts()).list();
    Optional<RunFolder> before =
        corrections.keySet().stream()
            .map(correction -> RunFolder.of(settings.out(), correction.run()))
            .filter(run -> run.isComplete(NAME) && run.damage(NAME).isEmpty())
            .findFirst();
    String done;
    if (before.isPresent()) {
      // The run whose rows were put right has read the very same files.
      CorrectionLayer.takeOver(before.get().stage(NAME), folder);
      done = "the others as run " + before.get().root().getFileName() + " read them";
    } else {
      IngestResult result = read(context, folder);
      done =
          corrections.isEmpty()
              ? String.format(
                  Locale.ROOT, "%,d rows read, %,d refused", result.rowsRead(), result.rowsBad())
              : "the others as delivered";
    }
    if (!corrections.isEmpty()) {
      long answered =
          CorrectionLayer.write(session.engine(context), folder, settings.snapshot(), corrections);
      done = String.format(Locale.ROOT, "%,d corrected rows read, %s", answered, done);
    }
    context.progress().finished(NAME, done);
  }

  /** Reads every file of the snapshot. */
  private IngestResult read(RunContext context, Path folder) {
    RunSettings settings = context.settings();
    Method.Reading reading = session.method().reading();
    // Before an engine is started: what is missing should be said at once.
    IngestPlan plan =
        Ingest.plan(
            session.contract(),
            settings.extracts().toAbsolutePath(),
            settings.snapshot(),
            new ReadingLimits(reading.maxRejectedRows(), reading.maxCompressionRatio()),
            folder.toAbsolutePath());
    context.progress().started(NAME, plan.bytes() / MEGABYTE, "MB");
    Engine engine = session.engine(context);
    AtomicLong bytes = new AtomicLong();
    List<PartResult> parts =
        engine.run(
            plan.tasks(),
            part -> context.progress().advanced(NAME, bytes.addAndGet(part.bytes()) / MEGABYTE));
    IngestResult result = plan.finish(parts);
    ReferenceTables.write(folder.toAbsolutePath());
    return result;
  }
}
