// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.desist.contract.DataPackage;
import org.desist.contract.Field;
import org.desist.contract.Resource;
import org.desist.correction.ClosedReason;
import org.desist.correction.Correction;
import org.desist.correction.Corrections;
import org.desist.correction.Judgement;
import org.desist.correction.Judgement.Refusal;
import org.desist.correction.Replay;
import org.desist.engine.Engine;
import org.desist.engine.Resources;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.identity.KeyFile;
import org.desist.ingest.DeliveredRows;
import org.desist.ingest.RowPlace;
import org.desist.ingest.TextRows;
import org.desist.model.ModelRunner;
import org.desist.model.ModelStage;
import org.desist.run.Fingerprint;
import org.desist.run.Folders;
import org.desist.run.ProgressListener;
import org.desist.run.RunContext;
import org.desist.run.RunFolder;
import org.desist.run.Sheet;

/**
 * Judges corrected rows as a run would: by the reader, then rows against rows in a store that is
 * made for it and thrown away.
 */
public final class QuarantineReplay implements Replay {
  private static final String REASONS_COLUMN = "_reasons";
  private static final String SCRATCH = ".replay-";

  private final EngineFactory engines;

  /** On the engine that a run's settings name. */
  public QuarantineReplay() {
    this(EngineFactory::named);
  }

  QuarantineReplay(EngineFactory engines) {
    this.engines = engines;
  }

  @Override
  public Judgement judge(Order order) {
    Resource resource = resource(order);
    RunFolder scratch = RunFolder.of(order.settings().out(), SCRATCH + order.runId());
    scratch.remove();
    try {
      Trial quarantined = open(order, resource, scratch);
      CorrectedFile corrected =
          CorrectedFile.read(
              resource, order.file(), order.settings().snapshot(), quarantined.reasons());
      List<Refusal> refused = new ArrayList<>(corrected.refused());
      Map<RowPlace, Long> candidates = new TreeMap<>(corrected.answers());
      long after = quarantined.rows();
      boolean isSettled = candidates.isEmpty();
      // Once without those that fail: they stay as delivered, which may put others out.
      while (!isSettled) {
        Trial trial = tried(order, resource, scratch, candidates);
        List<Refusal> failed = new ArrayList<>();
        for (Map.Entry<RowPlace, List<ClosedReason>> row : trial.reasons().entrySet()) {
          Long line = candidates.get(row.getKey());
          if (line != null) {
            row.getValue().forEach(reason -> failed.add(refusal(line, reason)));
          }
        }
        candidates.keySet().removeAll(trial.reasons().keySet());
        refused.addAll(failed);
        after = trial.rows();
        isSettled = failed.isEmpty() || candidates.isEmpty();
      }
      refused.sort(
          Comparator.comparingLong(Refusal::line)
              .thenComparing(Refusal::code)
              .thenComparing(refusal -> String.valueOf(refusal.field())));
      List<ClosedReason> closed = new ArrayList<>();
      List<Judgement.Answer> answers = new ArrayList<>();
      candidates.forEach(
          (place, line) -> {
            answers.add(new Judgement.Answer(line, place.file(), place.line()));
            closed.addAll(quarantined.reasons().get(place));
          });
      return new Judgement(
          resource.name(),
          answers,
          closed,
          refused,
          quarantined.rows(),
          candidates.isEmpty() ? quarantined.rows() : after);
    } finally {
      scratch.remove();
    }
  }

  private static Refusal refusal(long line, ClosedReason reason) {
    return new Refusal(
        line, reason.file(), reason.line(), reason.code(), reason.field(), reason.message());
  }

  /** Rows in quarantine over all resources, and why those of one are there, by place. */
  private record Trial(long rows, Map<RowPlace, List<ClosedReason>> reasons) {}

  /** Who is in quarantine now: as the run left it, but for what has been closed since. */
  private Trial open(Order order, Resource resource, RunFolder scratch) {
    Trial left = left(order, resource);
    return inForce(order).isEmpty() ? left : tried(order, resource, scratch, Map.of());
  }

  private Trial left(Order order, Resource resource) {
    RunFolder folder = RunFolder.of(order.settings().out(), order.runId());
    Path quarantine = folder.stage(ModelStage.STORE.label()).resolve("quarantine");
    if (!folder.isComplete(IngestStage.NAME) || !Files.isDirectory(quarantine)) {
      throw new DesistException(
          ErrorCode.RUN_PRUNED,
          "Cannot replay the quarantine of %s: what its stages ingest and store left is not in %s. Run on the same files again with --again, and replay on that run."
              .formatted(order.runId(), folder.root()));
    }
    try (Session session = session(order)) {
      Engine engine = session.engine(context(order, folder));
      engine.mount("quarantine", quarantine);
      return new Trial(rows(engine), reasons(engine, resource));
    }
  }

  /** Makes ingest and store with the candidates and looks who is in quarantine. */
  private Trial tried(
      Order order, Resource resource, RunFolder scratch, Map<RowPlace, Long> candidates) {
    scratch.remove();
    Folders.createPrivate(scratch.root());
    Corrections corrections = inForce(order);
    List<CorrectedIngest.Entry> entries = new ArrayList<>();
    corrections
        .list()
        .forEach(one -> entries.add(new CorrectedIngest.Entry(one, corrections.rows(one))));
    if (!candidates.isEmpty()) {
      Path rows = scratch.root().resolve("rows.csv");
      write(order, resource, candidates, rows);
      Correction candidate =
          new Correction(
              Integer.MAX_VALUE, resource.name(), order.runId(), "", candidates.size(), List.of());
      entries.add(new CorrectedIngest.Entry(candidate, rows));
    }
    RunContext context = context(order, scratch);
    try (Session session = session(order)) {
      Engine engine = session.engine(context);
      Path base = RunFolder.of(order.settings().out(), order.runId()).stage(IngestStage.NAME);
      new CorrectedIngest(engine, session.contract(), order.settings().snapshot())
          .write(base, scratch.stage(IngestStage.NAME), entries);
      session.reach(ModelStage.STORE, context);
      new ModelRunner(engine)
          .run(
              session.catalog().of(ModelStage.STORE),
              scratch.stage(ModelStage.STORE.label()),
              (model, count) -> {});
      return new Trial(rows(engine), reasons(engine, resource));
    }
  }

  @Override
  public void close(Order order, Judgement judgement) {
    Resource resource = resource(order);
    Map<RowPlace, Long> answers = new TreeMap<>();
    for (Judgement.Answer answer : judgement.answers()) {
      answers.put(new RowPlace(answer.file(), answer.answered()), answer.line());
    }
    inForce(order)
        .add(
            resource.name(),
            order.runId(),
            Fingerprint.ofFile(order.file()),
            answers.size(),
            judgement.closed(),
            file -> write(order, resource, answers, file));
  }

  @Override
  public int template(Order order) {
    Resource resource = resource(order);
    RunFolder scratch = RunFolder.of(order.settings().out(), SCRATCH + order.runId());
    Map<RowPlace, List<ClosedReason>> reasons;
    try {
      reasons = open(order, resource, scratch).reasons();
    } finally {
      scratch.remove();
    }
    Map<String, Set<Long>> lines = new TreeMap<>();
    reasons
        .keySet()
        .forEach(
            place -> lines.computeIfAbsent(place.file(), f -> new TreeSet<>()).add(place.line()));
    Map<RowPlace, Map<String, String>> delivered =
        DeliveredRows.read(order.settings().extracts(), lines);
    List<String> header = header(resource);
    header.add(REASONS_COLUMN);
    List<List<String>> rows = new ArrayList<>();
    reasons.forEach(
        (place, why) -> {
          List<String> row = row(resource, place, delivered.getOrDefault(place, Map.of()));
          row.add(
              why.stream()
                  .map(r -> (r.field() == null ? "" : r.field() + " ") + r.code())
                  .distinct()
                  .collect(Collectors.joining("; ")));
          rows.add(row);
        });
    Sheet.write(order.file(), header, rows);
    return rows.size();
  }

  /** Writes corrected rows with the places they answer. */
  private static void write(
      Order order, Resource resource, Map<RowPlace, Long> answers, Path target) {
    Map<Long, Map<String, String>> text =
        TextRows.read(order.file(), new HashSet<>(answers.values()));
    List<List<String>> rows = new ArrayList<>();
    answers.forEach(
        (place, line) -> {
          Map<String, String> values = new HashMap<>(text.get(line));
          values.replaceAll((column, value) -> Sheet.original(value));
          rows.add(row(resource, place, values));
        });
    Sheet.writeExactly(target, header(resource), rows);
  }

  private static List<String> header(Resource resource) {
    List<String> header =
        new ArrayList<>(List.of(Corrections.FILE_COLUMN, Corrections.LINE_COLUMN));
    resource.fields().stream().map(Field::name).forEach(header::add);
    return header;
  }

  private static List<String> row(
      Resource resource, RowPlace place, Map<String, String> delivered) {
    List<String> row = new ArrayList<>(List.of(place.file(), Long.toString(place.line())));
    resource.fields().forEach(field -> row.add(delivered.getOrDefault(field.name(), "")));
    return row;
  }

  private static long rows(Engine engine) {
    return ((Number) engine.rows(text("refused_rows")).get(0).get("n")).longValue();
  }

  private static Map<RowPlace, List<ClosedReason>> reasons(Engine engine, Resource resource) {
    Map<RowPlace, List<ClosedReason>> reasons = new TreeMap<>();
    String select = text("open_rows").replace("{resource}", resource.name());
    for (Map<String, Object> row : engine.rows(select)) {
      ClosedReason reason =
          new ClosedReason(
              (String) row.get("file"),
              ((Number) row.get("line")).longValue(),
              (String) row.get("key"),
              (String) row.get("code"),
              (String) row.get("field"),
              (String) row.get("message"));
      reasons
          .computeIfAbsent(new RowPlace(reason.file(), reason.line()), place -> new ArrayList<>())
          .add(reason);
    }
    return reasons;
  }

  private static String text(String question) {
    return Resources.text("sql/query/replay/" + question + ".sql");
  }

  private static Corrections inForce(Order order) {
    return Corrections.of(
        order.settings().out(), order.settings().snapshot(), order.extractsFingerprint());
  }

  private Session session(Order order) {
    return new Session(order.settings(), KeyFile.read(order.settings().keyFile()), engines);
  }

  private static RunContext context(Order order, RunFolder folder) {
    return new RunContext(order.settings(), order.runId(), folder, ProgressListener.silent());
  }

  private static Resource resource(Order order) {
    DataPackage contract = DataPackage.extracts();
    return contract
        .resource(order.resource())
        .orElseThrow(
            () ->
                new DesistException(
                    ErrorCode.BAD_ARGUMENT,
                    "Cannot use the resource %s: it is one of %s."
                        .formatted(
                            order.resource(),
                            contract.resources().stream()
                                .map(Resource::name)
                                .collect(Collectors.joining(", ")))));
  }
}
