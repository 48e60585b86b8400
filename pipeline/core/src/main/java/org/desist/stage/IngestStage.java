// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.desist.correction.Corrections;
import org.desist.engine.Engine;
import org.desist.engine.SmallTable;
import org.desist.ingest.Ingest;
import org.desist.ingest.IngestPlan;
import org.desist.ingest.IngestResult;
import org.desist.ingest.PartResult;
import org.desist.ingest.ReadingLimits;
import org.desist.ingest.ReferenceTables;
import org.desist.method.Method;
import org.desist.run.Folders;
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
    Corrections corrections =
        Corrections.of(settings.out(), settings.snapshot(), settings.extracts());
    if (corrections.isEmpty()) {
      IngestResult result = read(context, context.folder().stage(NAME));
      context
          .progress()
          .finished(
              NAME,
              String.format(
                  Locale.ROOT, "%,d rows read, %,d refused", result.rowsRead(), result.rowsBad()));
    } else {
      correct(context, corrections);
    }
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
    engine.hold(warnings(result));
    engine.write("reader_warning", "select * from held_warning", folder.resolve("_reader_warning"));
    ReferenceTables.write(folder.toAbsolutePath());
    return result;
  }

  /** Takes over what the run whose rows were put right has read, or reads the snapshot for it. */
  private void correct(RunContext context, Corrections corrections) {
    Path folder = context.folder().stage(NAME);
    Path delivered = folder.resolve("_delivered");
    Optional<RunFolder> before =
        corrections.list().stream()
            .map(correction -> RunFolder.of(context.settings().out(), correction.run()))
            .filter(run -> run.isComplete(NAME) && run.damage(NAME).isEmpty())
            .findFirst();
    if (before.isEmpty()) {
      read(context, delivered);
    }
    List<CorrectedIngest.Entry> entries =
        corrections.list().stream()
            .map(one -> new CorrectedIngest.Entry(one, corrections.rows(one)))
            .toList();
    long answered =
        new CorrectedIngest(
                session.engine(context), session.contract(), context.settings().snapshot())
            .write(before.map(run -> run.stage(NAME)).orElse(delivered), folder, entries);
    Folders.delete(delivered);
    context
        .progress()
        .finished(
            NAME,
            String.format(
                Locale.ROOT,
                "%,d corrected rows read, the others as %s",
                answered,
                before
                    .map(run -> "run " + run.root().getFileName() + " read them")
                    .orElse("delivered")));
  }

  private static SmallTable warnings(IngestResult result) {
    List<List<Object>> rows = new ArrayList<>();
    result
        .resources()
        .forEach(
            resource ->
                resource
                    .warned()
                    .forEach((code, n) -> rows.add(List.of(resource.resource(), code.name(), n))));
    return new SmallTable(
        "held_warning",
        Session.columns("resource", "string", "code", "string", "n", "bigint"),
        rows);
  }
}
