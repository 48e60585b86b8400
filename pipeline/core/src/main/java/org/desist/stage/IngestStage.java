// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.desist.correction.Correction;
import org.desist.correction.CorrectionLayer;
import org.desist.correction.Corrections;
import org.desist.ingest.Ingest;
import org.desist.ingest.IngestPlan;
import org.desist.ingest.IngestResult;
import org.desist.ingest.PartResult;
import org.desist.ingest.PartTask;
import org.desist.ingest.ReadingLimits;
import org.desist.ingest.ReferenceTables;
import org.desist.method.Method;
import org.desist.run.Folders;
import org.desist.run.RunContext;
import org.desist.run.RunFolder;
import org.desist.run.RunSettings;
import org.desist.run.Stage;
import org.desist.run.StagePieces;

/** Reads the snapshot's files by the contract, a part per file, and the reference tables. */
final class IngestStage implements Stage.Parted {
  static final String NAME = "ingest";
  private static final long MEGABYTE = 1_000_000;

  private final Session session;
  private final List<PartResult> results = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong bytes = new AtomicLong();
  private Map<Correction, Path> corrections = Map.of();
  private Optional<RunFolder> before = Optional.empty();
  private IngestPlan plan;

  IngestStage(Session session) {
    this.session = session;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Before an engine is started: what is missing should be said at once. */
  @Override
  public List<Part> parts(RunContext context) {
    RunSettings settings = context.settings();
    corrections =
        Corrections.of(settings.out(), settings.input().snapshot(), settings.input().extracts())
            .list();
    before =
        corrections.keySet().stream()
            .map(correction -> RunFolder.of(settings.out(), correction.run()))
            .filter(run -> run.isComplete(NAME) && run.damage(NAME).isEmpty())
            .findFirst();
    if (before.isPresent()) {
      return List.of();
    }
    Method.Reading reading = session.method().reading();
    plan =
        Ingest.plan(
            session.contract(),
            settings.input().extracts().toAbsolutePath(),
            settings.input().snapshot(),
            new ReadingLimits(reading.maxRejectedRows(), reading.maxCompressionRatio()),
            context.folder().stage(NAME).toAbsolutePath());
    context.progress().started(NAME, plan.bytes() / MEGABYTE, "MB");
    session.engine(context);
    return plan.tasks().stream().<Part>map(FilePart::new).toList();
  }

  @Override
  public int partsAtOnce(RunContext context) {
    return before.isPresent() ? 1 : session.engine(context).tasksAtOnce();
  }

  /** A file of the snapshot. */
  private final class FilePart implements Part {
    private final PartTask task;

    private FilePart(PartTask task) {
      this.task = task;
    }

    @Override
    public String name() {
      return task.name();
    }

    @Override
    public boolean work(RunContext context) {
      StagePieces pieces = context.folder().pieces(NAME);
      Optional<PartResult> whole = pieces.result(name(), PartResult.class);
      PartResult result = whole.orElseGet(() -> session.engine(context).run(task));
      if (whole.isEmpty() && result.faults().isEmpty()) {
        pieces.keep(name(), result, task.written());
      }
      results.add(result);
      context.progress().advanced(NAME, bytes.addAndGet(result.bytes()) / MEGABYTE);
      return whole.isEmpty();
    }
  }

  @Override
  public void run(RunContext context) {
    Path folder = context.folder().stage(NAME);
    String done;
    if (before.isPresent()) {
      // The run whose rows were corrected has read the very same files.
      Folders.delete(folder);
      Folders.create(folder);
      CorrectionLayer.takeOver(before.get().stage(NAME), folder);
      done = "the others as run " + before.get().root().getFileName() + " read them";
    } else {
      IngestResult result = plan.finish(List.copyOf(results));
      ReferenceTables.write(folder.toAbsolutePath());
      done =
          corrections.isEmpty()
              ? String.format(
                  Locale.ROOT, "%,d rows read, %,d refused", result.rowsRead(), result.rowsBad())
              : "the others as delivered";
    }
    if (!corrections.isEmpty()) {
      long answered =
          CorrectionLayer.write(
              session.engine(context), folder, context.settings().input().snapshot(), corrections);
      done = String.format(Locale.ROOT, "%,d corrected rows read, %s", answered, done);
    }
    context.progress().finished(NAME, done);
  }
}
