// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.desist.contract.DataPackage;
import org.desist.contract.Field;
import org.desist.contract.Resource;
import org.desist.correction.ClosedReason;
import org.desist.correction.Correction;
import org.desist.engine.Engine;
import org.desist.engine.Resources;
import org.desist.engine.SmallTable;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.ingest.CorrectedRows;
import org.desist.ingest.ReferenceTables;
import org.desist.run.Folders;

/**
 * Makes the ingest of a snapshot with its corrections out of an ingest without them, or with fewer:
 * only the corrected rows are read. Tables that none of them touches are the same files under
 * another name.
 */
final class CorrectedIngest {
  /** Why rows that were put right had been refused. */
  static final String CLOSED = "_closed";

  private static final String CORRECTED = "_corrected";
  private static final String QUARANTINE = "_quarantine";
  private static final String WARNING = "_warning";

  private final Engine engine;
  private final DataPackage contract;
  private final LocalDate snapshot;

  CorrectedIngest(Engine engine, DataPackage contract, LocalDate snapshot) {
    this.engine = engine;
    this.contract = contract;
    this.snapshot = snapshot;
  }

  /** Corrected rows of one resource, in a file, and why they had been refused. */
  record Entry(Correction correction, Path rows) {}

  /**
   * Makes it.
   *
   * @param base a complete ingest of the same files
   * @param target an empty folder on the same disk
   * @param corrections all that are in force, in their order
   * @return how many rows of the snapshot are answered
   */
  long write(Path base, Path target, List<Entry> corrections) {
    Map<String, List<Path>> files = new LinkedHashMap<>();
    for (Entry entry : corrections) {
      files
          .computeIfAbsent(entry.correction().resource(), resource -> new ArrayList<>())
          .add(entry.rows());
    }
    engine.mount("old_part", base.resolve("_part"));
    List<List<Object>> answered = new ArrayList<>();
    for (Resource resource : contract.resources()) {
      List<Path> corrected = files.getOrDefault(resource.name(), List.of());
      if (corrected.isEmpty()) {
        link(base.resolve(resource.name()), target.resolve(resource.name()));
      } else {
        for (Long number : rows(resource, base, target, corrected)) {
          answered.add(List.of(resource.name(), number));
        }
      }
    }
    engine.hold(
        new SmallTable(
            "answered_row", Session.columns("resource", "string", "row_no", "bigint"), answered));
    faults("field_fault", base, target, QUARANTINE);
    faults("row_warning", base, target, WARNING);
    engine.write("part", text("corrected_parts"), target.resolve("_part"));
    engine.write("reader_warning", text("reader_warnings"), target.resolve("_reader_warning"));
    engine.hold(closed(corrections));
    engine.write("closed_row", "select * from held_closed_row", target.resolve(CLOSED));
    ReferenceTables.write(target.toAbsolutePath());
    return answered.size();
  }

  /** Writes a table with its corrected rows; gives the numbers of the rows they answer. */
  private List<Long> rows(Resource resource, Path base, Path target, List<Path> corrected) {
    Path own = target.resolve(CORRECTED);
    List<Long> numbers;
    try (CorrectedRows reader = new CorrectedRows(resource, parts(resource), own)) {
      reader.read(corrected, snapshot);
      numbers = reader.numbers();
    }
    String name = resource.name();
    engine.mount("old_" + name, base.resolve(name));
    engine.mount("corrected_" + name, own.resolve(name));
    List<List<Object>> held = new ArrayList<>();
    numbers.forEach(number -> held.add(List.of(number)));
    engine.hold(new SmallTable("answered_" + name, Session.columns("row_no", "bigint"), held));
    if (number(engine.rows(fill("answered_rows", resource)).get(0), "n") == 0) {
      // Nothing of the table has to go: it is the same files, and one more.
      link(base.resolve(name), target.resolve(name));
      link(own.resolve(name), target.resolve(name));
    } else {
      engine.write("raw_" + name, fill("corrected_rows", resource), target.resolve(name));
    }
    return numbers;
  }

  private Map<String, Long> parts(Resource resource) {
    Map<String, Long> parts = new TreeMap<>();
    for (Map<String, Object> row : engine.rows(fill("files", resource))) {
      parts.put((String) row.get("file"), number(row, "part"));
    }
    return parts;
  }

  private void faults(String table, Path base, Path target, String folder) {
    engine.mount("old_" + table, base.resolve(folder));
    engine.mount("corrected_" + table, target.resolve(CORRECTED).resolve(folder));
    engine.write(table, text("corrected_faults").replace("{kind}", table), target.resolve(folder));
  }

  private static SmallTable closed(List<Entry> corrections) {
    List<List<Object>> rows = new ArrayList<>();
    for (Entry entry : corrections) {
      Correction correction = entry.correction();
      for (ClosedReason reason : correction.reasons()) {
        rows.add(
            Arrays.asList(
                correction.number(),
                correction.resource(),
                reason.file(),
                reason.line(),
                reason.key(),
                reason.code(),
                reason.field(),
                reason.message()));
      }
    }
    return new SmallTable("held_closed_row", Session.CLOSED_ROW, rows);
  }

  private static String text(String question) {
    return Resources.text("sql/query/replay/" + question + ".sql");
  }

  private static String fill(String question, Resource resource) {
    List<String> columns = new ArrayList<>();
    for (Field field : resource.fields()) {
      columns.add(field.name());
      field.keyColumn().ifPresent(columns::add);
    }
    return text(question)
        .replace("{resource}", resource.name())
        .replace("{columns}", columns.stream().collect(Collectors.joining(", ")));
  }

  private static long number(Map<String, Object> row, String column) {
    return ((Number) row.get(column)).longValue();
  }

  /** Gives every file below a folder a second name; copies where links are not possible. */
  private static void link(Path from, Path to) {
    try {
      Files.walkFileTree(from, new Linking(from, to));
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot put %s into %s: %s. Check the room on the disk, then resume the run."
              .formatted(from, to, e.getMessage()),
          e);
    }
  }

  private static final class Linking extends SimpleFileVisitor<Path> {
    private final Path from;
    private final Path to;

    Linking(Path from, Path to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      Folders.create(to.resolve(from.relativize(folder)));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Path target = to.resolve(from.relativize(file));
      try {
        Files.createLink(target, file);
      } catch (UnsupportedOperationException | IOException e) {
        Files.copy(file, target);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
