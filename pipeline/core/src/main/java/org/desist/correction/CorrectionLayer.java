// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.correction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.desist.contract.DataPackage;
import org.desist.contract.Resource;
import org.desist.engine.Engine;
import org.desist.engine.Resources;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.ingest.CorrectedRows;
import org.desist.ingest.ReferenceTables;
import org.desist.ingest.RowPlace;
import org.desist.run.Folders;

/**
 * Corrections as a layer over what ingest read of a delivery. The delivery's own tables stay as
 * they are, so that runs can share them; the layer lies beside them and is laid over where they are
 * made readable.
 */
public final class CorrectionLayer {
  /** The folder of {@code closed_row} in that of the ingest. */
  public static final String CLOSED = "_closed";

  private static final String CLOSED_ROW = "closed_row";
  private static final List<Column> COLUMNS =
      List.of(
          new Column("correction", "int"),
          new Column("resource", "string"),
          new Column("file", "string"),
          new Column("line", "bigint"),
          new Column("key", "string"),
          new Column("code", "string"),
          new Column("field", "string"),
          new Column("message", "string"));

  private CorrectionLayer() {}

  /**
   * Reads corrections into the folder of an ingest, and writes why the rows that they answer had
   * been refused.
   *
   * @param ingest what was read of the delivery
   * @param corrections all that are in force, in their order, each with its rows
   * @return how many rows of the snapshot are answered
   */
  public static long write(
      Engine engine, Path ingest, LocalDate snapshot, Map<Correction, Path> corrections) {
    Map<String, Long> parts = parts(engine, ingest);
    List<Correction> latestFirst = new ArrayList<>(corrections.keySet());
    Collections.reverse(latestFirst);
    Set<List<Object>> taken = new HashSet<>();
    Set<List<Object>> answered = new HashSet<>();
    for (Correction one : latestFirst) {
      Map<RowPlace, Long> numbers = new HashMap<>();
      for (RowPlace place : one.places()) {
        if (taken.add(List.of(one.resource(), place))) {
          numbers.put(place, number(parts, one, place));
        }
      }
      Resource resource = DataPackage.extracts().resource(one.resource()).orElseThrow();
      CorrectedRows.read(resource, corrections.get(one), one.number(), numbers, snapshot, ingest)
          .forEach(place -> answered.add(List.of(one.resource(), place)));
    }
    engine.hold(closed(corrections.keySet(), answered));
    engine.write(CLOSED_ROW, "select * from held_closed_row", ingest.resolve(CLOSED));
    return answered.size();
  }

  private static Map<String, Long> parts(Engine engine, Path ingest) {
    engine.mount("part", ingest.resolve("_part"));
    Map<String, Long> parts = new HashMap<>();
    for (Map<String, Object> row : engine.rows(Resources.text("sql/query/replay/part.sql"))) {
      parts.put(
          row.get("resource") + " " + row.get("file"), ((Number) row.get("part")).longValue());
    }
    return parts;
  }

  private static long number(Map<String, Long> parts, Correction correction, RowPlace place) {
    Long part = parts.get(correction.resource() + " " + place.file());
    if (part == null) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot use correction %s of %s: the snapshot has no file %s. Remove its folder and replay again."
              .formatted(correction.number(), correction.resource(), place.file()));
    }
    return RowPlace.number(part, place.line());
  }

  private static SmallTable closed(Set<Correction> corrections, Set<List<Object>> answered) {
    List<List<Object>> rows = new ArrayList<>();
    for (Correction one : corrections) {
      for (Correction.Reason why : one.reasons()) {
        if (answered.contains(List.of(one.resource(), why.place()))) {
          rows.add(
              Arrays.asList(
                  one.number(),
                  one.resource(),
                  why.file(),
                  why.line(),
                  why.key(),
                  why.code(),
                  why.field(),
                  why.message()));
        }
      }
    }
    return new SmallTable("held_closed_row", COLUMNS, rows);
  }

  /** Makes the rows of one table of a snapshot readable, with its corrections where it has some. */
  public static void mount(Engine engine, String table, Path ingest, String resource) {
    Path answers = ingest.resolve(CorrectedRows.PREFIX + resource);
    if (Files.isDirectory(answers)) {
      engine.mount(table + "_delivered", ingest.resolve(resource));
      engine.mount(table + "_correction", answers);
      engine.view(
          table, Resources.text("sql/query/replay/corrected.sql").replace("{table}", table));
    } else {
      engine.mount(table, ingest.resolve(resource));
    }
  }

  /** Makes {@code closed_row} readable, without rows where there are no corrections. */
  public static void mountClosed(Engine engine, Path ingest) {
    if (Files.isDirectory(ingest.resolve(CLOSED))) {
      engine.mount(CLOSED_ROW, ingest.resolve(CLOSED));
    } else {
      engine.hold(new SmallTable(CLOSED_ROW, COLUMNS, List.of()));
    }
  }

  /**
   * Takes over what another run has read of the same delivery, but not its corrections nor its code
   * lists: the same files under another name, or copies where that is not possible.
   */
  public static void takeOver(Path from, Path to) {
    ReferenceTables.write(to.toAbsolutePath());
    try (Stream<Path> tables = Files.list(from)) {
      for (Path table :
          tables.filter(Files::isDirectory).filter(CorrectionLayer::isDelivery).toList()) {
        Path target = to.resolve(table.getFileName());
        Folders.create(target);
        try (Stream<Path> files = Files.list(table)) {
          for (Path file : files.filter(CorrectionLayer::isDelivery).toList()) {
            link(file, target.resolve(file.getFileName()));
          }
        }
      }
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot put %s into %s: %s. Check the room on the disk, then resume the run."
              .formatted(from, to, e.getMessage()),
          e);
    }
  }

  private static boolean isDelivery(Path path) {
    String name = path.getFileName().toString();
    return !name.startsWith(CorrectedRows.PREFIX)
        && !name.startsWith("ref_")
        && !name.equals(CLOSED);
  }

  private static void link(Path file, Path target) throws IOException {
    try {
      Files.createLink(target, file);
    } catch (UnsupportedOperationException | IOException e) {
      Files.copy(file, target);
    }
  }
}
