// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.correction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.Fingerprint;
import org.desist.run.Folders;

/**
 * The corrections in force for one snapshot, {@code OUT/corrections/DATE/CONTENT/NUMBER/}, where
 * CONTENT tells the very files of the snapshot: another delivery of the same date has none of them.
 * Each has {@code rows.csv}, rows as they were handed in, with the file and line each answers, and
 * {@code correction.json}. Both hold what the extracts hold: only their owner may enter.
 */
public final class Corrections {
  private static final String FOLDER = "corrections";
  private static final String ROWS = "rows.csv";
  private static final String MANIFEST = "correction.json";
  private static final int CONTENT_SHOWN = 16;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path folder;
  private final List<Correction> list;

  private Corrections(Path folder, List<Correction> list) {
    this.folder = folder;
    this.list = List.copyOf(list);
  }

  /** The folder of all corrections below {@code out}; it need not exist. */
  public static Path folder(Path out) {
    return out.resolve(FOLDER);
  }

  /** Those in force for the snapshot in a folder, which is read only when its date has some. */
  public static Corrections of(Path out, LocalDate snapshot, Path extracts) {
    if (Folders.names(folder(out).resolve(snapshot.toString())).isEmpty()) {
      return new Corrections(folder(out).resolve(snapshot.toString()), List.of());
    }
    return of(out, snapshot, Fingerprint.ofFolder(extracts));
  }

  /** Those in force for the snapshot of that content. */
  public static Corrections of(Path out, LocalDate snapshot, String extractsFingerprint) {
    Path folder =
        folder(out)
            .resolve(snapshot.toString())
            .resolve(extractsFingerprint.substring(0, CONTENT_SHOWN));
    List<Correction> found = new ArrayList<>();
    for (String name : Folders.names(folder)) {
      found.add(read(folder.resolve(name).resolve(MANIFEST)));
    }
    return new Corrections(folder, found);
  }

  /**
   * Each with its rows, in the order in which they came: of two that answer one row the later
   * holds.
   */
  public Map<Correction, Path> list() {
    Map<Correction, Path> rows = new LinkedHashMap<>();
    list.forEach(one -> rows.put(one, rows(one)));
    return rows;
  }

  private Path rows(Correction correction) {
    return place(correction.number()).resolve(ROWS);
  }

  /** The one that was made from a file of that content, if there is one. */
  public Optional<Correction> from(String source) {
    return list.stream().filter(correction -> correction.source().equals(source)).findFirst();
  }

  /** Changes with what is in force; empty when nothing is. */
  public String fingerprint() {
    return list.isEmpty()
        ? ""
        : Fingerprint.ofText(
            list.stream()
                .map(one -> one.resource() + " " + Fingerprint.ofFile(rows(one)))
                .collect(Collectors.joining("\n")));
  }

  /**
   * Puts one more in force, in one act: killed before, it never was. Only the holder of the lock of
   * {@code OUT} may do this.
   *
   * @param rows writes the rows to the file it is given
   */
  public Correction add(
      String resource,
      String run,
      String source,
      int count,
      List<Correction.Reason> reasons,
      Consumer<Path> rows) {
    int number = list.stream().mapToInt(Correction::number).max().orElse(0) + 1;
    Correction correction = new Correction(number, resource, run, source, count, reasons);
    Path draft = folder.resolve(".draft");
    Folders.delete(draft);
    Folders.createPrivate(draft);
    rows.accept(draft.resolve(ROWS));
    try {
      Files.writeString(draft.resolve(MANIFEST), JSON.writeValueAsString(correction) + "\n");
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot write %s: %s. Check the room on the disk, then replay again."
              .formatted(draft.resolve(MANIFEST), e.getMessage()),
          e);
    }
    Folders.move(draft, place(number));
    return correction;
  }

  private Path place(int number) {
    return folder.resolve(String.format(Locale.ROOT, "%04d", number));
  }

  private static Correction read(Path file) {
    try {
      return JSON.readValue(Files.readString(file), Correction.class);
    } catch (JsonProcessingException e) {
      throw unreadable(file, e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw unreadable(file, e.getMessage(), e);
    }
  }

  private static DesistException unreadable(Path file, String problem, IOException cause) {
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot read %s: %s. Bring the file back from its backup: later corrections rest on it."
            .formatted(file, problem),
        cause);
  }
}
