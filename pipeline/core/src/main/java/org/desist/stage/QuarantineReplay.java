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
import org.desist.contract.ValidationCode.Level;
import org.desist.correction.Correction;
import org.desist.correction.Correction.Reason;
import org.desist.correction.CorrectionLayer;
import org.desist.correction.Corrections;
import org.desist.correction.Judgement;
import org.desist.correction.Judgement.Refusal;
import org.desist.engine.Engine;
import org.desist.engine.Resources;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.identity.KeyFile;
import org.desist.ingest.CorrectedRows;
import org.desist.ingest.DeliveredRows;
import org.desist.ingest.JudgedCsv;
import org.desist.ingest.RowPlace;
import org.desist.ingest.ValueFault;
import org.desist.model.ModelRunner;
import org.desist.model.ModelStage;
import org.desist.run.Fingerprint;
import org.desist.run.Folders;
import org.desist.run.ProgressListener;
import org.desist.run.RunContext;
import org.desist.run.RunFolder;
import org.desist.run.RunSettings;
import org.desist.run.Sheet;

/**
 * Judges corrected rows for the quarantine of one run as a run would: by the reader, then rows
 * against rows in a store that is made for it and thrown away. Only the holder of the lock of the
 * output folder may use it.
 */
public final class QuarantineReplay {
  private static final String REASONS_COLUMN = "_reasons";

  private final RunSettings settings;
  private final String runId;
  private final String extractsFingerprint;
  private final RunFolder run;
  private final RunFolder scratch;

  /**
   * For the quarantine of a run.
   *
   * @param settings those of the run
   * @param extractsFingerprint of the files that it read
   */
  public QuarantineReplay(RunSettings settings, String runId, String extractsFingerprint) {
    this.settings = settings;
    this.runId = runId;
    this.extractsFingerprint = extractsFingerprint;
    this.run = RunFolder.of(settings.out(), runId);
    this.scratch = RunFolder.of(settings.out(), ".replay-" + runId);
  }

  /** What is in force for the files that the run read. */
  public Corrections inForce() {
    return Corrections.of(settings.out(), settings.input().snapshot(), extractsFingerprint);
  }

  /**
   * Judges corrected rows of a resource without changing anything.
   *
   * @throws DesistException RUN_PRUNED when what the run's stages left is gone
   */
  public Judgement judge(String name, Path file) {
    Resource resource = resource(name);
    try {
      Quarantine before = quarantine(resource);
      List<Refusal> refused = new ArrayList<>();
      Map<RowPlace, Long> answers = answers(resource, file, before.reasons(), refused);
      long after = before.rows();
      Set<RowPlace> failed = answers.keySet();
      // Once more without those that fail: they stay as delivered, which may put others out.
      while (!failed.isEmpty() && !answers.isEmpty()) {
        Quarantine now = quarantineWith(resource, file, answers, before.reasons(answers.keySet()));
        failed = new TreeSet<>(answers.keySet());
        failed.retainAll(now.reasons().keySet());
        for (RowPlace place : failed) {
          long line = answers.remove(place);
          for (Reason why : now.reasons().get(place)) {
            refused.add(new Refusal(line, place, why.code(), why.field(), why.message()));
          }
        }
        after = answers.isEmpty() ? before.rows() : now.rows();
      }
      refused.sort(
          Comparator.comparingLong(Refusal::line)
              .thenComparing(Refusal::code)
              .thenComparing(refusal -> String.valueOf(refusal.field())));
      return new Judgement(
          name, answers, before.reasons(answers.keySet()), refused, before.rows(), after);
    } finally {
      scratch.remove();
    }
  }

  /**
   * The rows of a file that may pass, by the places they answer; the others are added to refused.
   */
  private Map<RowPlace, Long> answers(
      Resource resource,
      Path file,
      Map<RowPlace, List<Reason>> quarantined,
      List<Refusal> refused) {
    Map<RowPlace, Long> answers = new TreeMap<>();
    Map<String, List<RowPlace>> byKey = new HashMap<>();
    for (RowPlace place : quarantined.keySet()) {
      String key = quarantined.get(place).get(0).key();
      byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(place);
    }
    JudgedCsv judged =
        JudgedCsv.readSheet(CorrectedRows.columns(resource), file, settings.input().snapshot());
    for (JudgedCsv.Row row : judged.rows()) {
      RowPlace place = place(resource, row, byKey);
      List<Refusal> reasons = new ArrayList<>();
      for (ValueFault fault : row.faults()) {
        if (fault.level() == Level.ROW) {
          String code = fault.code().name();
          reasons.add(new Refusal(row.line(), place, code, fault.field(), fault.message()));
        }
      }
      if (place == null) {
        String why =
            "neither _file and _line nor the primary key say which row in quarantine it answers";
        reasons.add(new Refusal(row.line(), null, "NO_PLACE", null, why));
      } else if (!quarantined.containsKey(place)) {
        String why = "the row it answers is not in the quarantine of the run";
        reasons.add(new Refusal(row.line(), place, "NOT_IN_QUARANTINE", null, why));
      } else if (answers.containsKey(place)) {
        String why = "an earlier line of this file answers the same row";
        reasons.add(new Refusal(row.line(), place, "ANSWERED_TWICE", null, why));
      }
      if (reasons.isEmpty()) {
        answers.put(place, row.line());
      }
      refused.addAll(reasons);
    }
    return answers;
  }

  /**
   * By file and line when both are there, else by a key that one row in quarantine has, or null.
   */
  private static RowPlace place(
      Resource resource, JudgedCsv.Row row, Map<String, List<RowPlace>> byKey) {
    Object file = row.values().get(CorrectedRows.FILE_COLUMN);
    Object line = row.values().get(CorrectedRows.LINE_COLUMN);
    if (file != null && line != null) {
      return new RowPlace((String) file, (Long) line);
    }
    String key =
        resource.primaryKey().stream()
            .map(name -> String.valueOf(row.values().get(name)))
            .collect(Collectors.joining("|"));
    List<RowPlace> places = byKey.getOrDefault(key, List.of());
    return places.size() == 1 ? places.get(0) : null;
  }

  /** Rows in quarantine over all resources, and why those of one are there, by place. */
  private record Quarantine(long rows, Map<RowPlace, List<Reason>> reasons) {
    static Quarantine read(Engine engine, Resource resource) {
      Map<RowPlace, List<Reason>> reasons = new TreeMap<>();
      engine.hold(
          new SmallTable(
              "asked",
              List.of(new Column("resource", "string")),
              List.of(List.of(resource.name()))));
      for (Map<String, Object> row : engine.rows(text("open_rows"))) {
        Reason why =
            new Reason(
                (String) row.get("file"),
                ((Number) row.get("line")).longValue(),
                (String) row.get("key"),
                (String) row.get("code"),
                (String) row.get("field"),
                (String) row.get("message"));
        reasons.computeIfAbsent(why.place(), place -> new ArrayList<>()).add(why);
      }
      Object rows = engine.rows(text("refused_rows")).get(0).get("n");
      return new Quarantine(((Number) rows).longValue(), reasons);
    }

    private static String text(String question) {
      return Resources.text("sql/query/replay/" + question + ".sql");
    }

    List<Reason> reasons(Set<RowPlace> places) {
      return places.stream().flatMap(place -> reasons.get(place).stream()).toList();
    }
  }

  /** Who is in quarantine now: as the run left it, but for what has been closed since. */
  private Quarantine quarantine(Resource resource) {
    Path left = run.stage(ModelStage.STORE.label()).resolve("quarantine");
    if (!run.isComplete(IngestStage.NAME) || !Files.isDirectory(left)) {
      throw new DesistException(
          ErrorCode.RUN_PRUNED,
          "Cannot replay the quarantine of %s: what its stages ingest and store left is not in %s. Run on the same files again with --again, and replay on that run."
              .formatted(runId, run.root()));
    }
    if (!inForce().list().isEmpty()) {
      return quarantineWith(resource, null, Map.of(), List.of());
    }
    try (Session session = session()) {
      Engine engine = session.engine(context(run));
      engine.mount("quarantine", left);
      return Quarantine.read(engine, resource);
    }
  }

  /** Makes ingest and store with the answers as one correction more, and looks who is refused. */
  private Quarantine quarantineWith(
      Resource resource, Path file, Map<RowPlace, Long> answers, List<Reason> reasons) {
    scratch.remove();
    Folders.createPrivate(scratch.root());
    Map<Correction, Path> corrections = inForce().list();
    if (!answers.isEmpty()) {
      Path rows = scratch.root().resolve("rows.csv");
      write(resource, file, answers, rows);
      int last = Integer.MAX_VALUE;
      corrections.put(
          new Correction(last, resource.name(), runId, "", answers.size(), reasons), rows);
    }
    RunContext context = context(scratch);
    Path ingest = scratch.stage(IngestStage.NAME);
    try (Session session = session()) {
      Engine engine = session.engine(context);
      CorrectionLayer.takeOver(run.stage(IngestStage.NAME), ingest);
      CorrectionLayer.write(engine, ingest, settings.input().snapshot(), corrections);
      session.reach(ModelStage.STORE, context);
      new ModelRunner(engine)
          .run(
              session.catalog().of(ModelStage.STORE),
              scratch.stage(ModelStage.STORE.label()),
              (model, count) -> {});
      return Quarantine.read(engine, resource);
    }
  }

  /**
   * Puts the rows that pass in force.
   *
   * @param file that was judged
   * @param judgement what {@link #judge} said of it, with one row closed at least
   */
  public void close(Path file, Judgement judgement) {
    Resource resource = resource(judgement.resource());
    inForce()
        .add(
            resource.name(),
            runId,
            Fingerprint.ofFile(file),
            judgement.answers().size(),
            judgement.closed(),
            rows -> write(resource, file, judgement.answers(), rows));
  }

  /** Writes the corrected rows that answer, each with the place that it answers. */
  private static void write(
      Resource resource, Path file, Map<RowPlace, Long> answers, Path target) {
    Map<Long, Map<String, String>> text = DeliveredRows.read(file, new HashSet<>(answers.values()));
    List<List<String>> rows = new ArrayList<>();
    answers.forEach(
        (place, line) -> {
          Map<String, String> values = new HashMap<>(text.get(line));
          values.replaceAll((column, value) -> Sheet.original(value));
          rows.add(row(resource, place, values));
        });
    Sheet.writeExactly(target, header(resource), rows);
  }

  /**
   * Writes the refused rows of a resource as they were delivered, with why each was refused, for
   * somebody to correct. The file is readable by its owner only.
   *
   * @return how many rows
   */
  public int template(String name, Path file) {
    Resource resource = resource(name);
    Map<RowPlace, List<Reason>> reasons;
    try {
      reasons = quarantine(resource).reasons();
    } finally {
      scratch.remove();
    }
    Map<String, Set<Long>> lines = new TreeMap<>();
    for (RowPlace place : reasons.keySet()) {
      lines.computeIfAbsent(place.file(), any -> new TreeSet<>()).add(place.line());
    }
    Map<String, Map<Long, Map<String, String>>> delivered = new HashMap<>();
    lines.forEach(
        (from, wanted) ->
            delivered.put(
                from, DeliveredRows.read(settings.input().extracts().resolve(from), wanted)));
    List<String> header = header(resource);
    header.add(REASONS_COLUMN);
    List<List<String>> rows = new ArrayList<>();
    reasons.forEach(
        (place, why) -> {
          List<String> row =
              row(
                  resource,
                  place,
                  delivered.get(place.file()).getOrDefault(place.line(), Map.of()));
          row.add(
              why.stream()
                  .map(r -> (r.field() == null ? "" : r.field() + " ") + r.code())
                  .distinct()
                  .collect(Collectors.joining("; ")));
          rows.add(row);
        });
    Sheet.write(file, header, rows);
    return rows.size();
  }

  private static List<String> header(Resource resource) {
    List<String> header =
        new ArrayList<>(List.of(CorrectedRows.FILE_COLUMN, CorrectedRows.LINE_COLUMN));
    resource.fields().stream().map(Field::name).forEach(header::add);
    return header;
  }

  private static List<String> row(Resource resource, RowPlace place, Map<String, String> values) {
    List<String> row = new ArrayList<>(List.of(place.file(), Long.toString(place.line())));
    resource.fields().forEach(field -> row.add(values.getOrDefault(field.name(), "")));
    return row;
  }

  private Session session() {
    return new Session(settings, KeyFile.read(settings.files().key()));
  }

  private RunContext context(RunFolder folder) {
    return new RunContext(settings, runId, folder, ProgressListener.silent());
  }

  private static Resource resource(String name) {
    DataPackage contract = DataPackage.extracts();
    return contract
        .resource(name)
        .orElseThrow(
            () ->
                new DesistException(
                    ErrorCode.BAD_ARGUMENT,
                    "Cannot use the resource %s: it is one of %s."
                        .formatted(
                            name,
                            contract.resources().stream()
                                .map(Resource::name)
                                .collect(Collectors.joining(", ")))));
  }
}
