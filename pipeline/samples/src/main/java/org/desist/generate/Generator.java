// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.generate.Courtroom.OffenceMix;
import org.desist.generate.Custody.Prisons;
import org.desist.generate.ExtractSink.CsvBytes;
import org.desist.generate.ExtractSink.CsvSink;
import org.desist.generate.GeneratorSettings.ParticipantListSettings;
import org.desist.generate.Population.NameTables;
import org.desist.generate.Services.Service;
import org.desist.storage.FileDigest;

/**
 * Generates a snapshot. Runs of persons are simulated side by side and written in order, so memory
 * stays constant and the bytes do not depend on the number of threads.
 */
public final class Generator {
  private static final int PERSONS_PER_RUN = 500;
  private static final ParticipantListSettings NO_LISTS = new ParticipantListSettings(List.of(), 0);

  /** One run of persons, ready to be written. */
  private record Prepared(int persons, Batch batch, List<ExtractSink.Append> appends) {}

  private final GeneratorSettings settings;
  private final Map<String, Extract> extracts = Extract.all();
  private final Map<String, ExtractSink> sinks = new LinkedHashMap<>();
  private final Map<String, Long> rows = new LinkedHashMap<>();
  private final Faults faults;
  private final Population people;
  private final Career career;
  private final ParticipantLists lists;

  private Generator(GeneratorSettings settings, ParticipantListSettings lists) {
    this.settings = settings;
    this.faults = Faults.usual(settings.snapshotDate());
    Places places = Places.load();
    this.people = new Population(settings.seed(), NameTables.load(), places);
    this.career =
        new Career(
            settings.seed(),
            places,
            new Courtroom(OffenceMix.load()),
            new Custody(Prisons.load()),
            new Services(Service.all()));
    this.lists = new ParticipantLists(settings, lists, people);
  }

  /** A world without lists of participants. */
  public static Generator of(GeneratorSettings settings) {
    return of(settings, NO_LISTS);
  }

  /** The same world with lists of participants in {@link GeneratorSettings#participantFolder()}. */
  public static Generator of(GeneratorSettings settings, ParticipantListSettings lists) {
    return new Generator(settings, lists);
  }

  /**
   * Writes the snapshot and its truth. Use a generator once.
   *
   * @throws DesistException BAD_ARGUMENT when the snapshot's folder already holds something,
   *     STORAGE when it cannot be written
   */
  public GeneratedFiles generate(GenerateListener listener) {
    try {
      Path folder = emptyFolder();
      try (Truth truth = new Truth(settings)) {
        open(folder);
        writeAll(truth, listener);
      } finally {
        for (ExtractSink sink : sinks.values()) {
          sink.close();
        }
      }
      Map<String, Path> files = new LinkedHashMap<>();
      sinks.forEach((name, sink) -> files.put(name, sink.file()));
      long bytes = 0;
      for (Path file : files.values()) {
        bytes += Files.size(file);
      }
      ControlFile.write(folder, rows, files);
      lists.write();
      return new GeneratedFiles(folder, settings.truthFolder(), Map.copyOf(rows), bytes);
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot write the generated snapshot to "
              + settings.snapshotFolder()
              + ": "
              + e.getMessage()
              + ". Check that the disk has room and that the folder can be written.",
          e);
    }
  }

  private Path emptyFolder() throws IOException {
    Path folder = Files.createDirectories(settings.snapshotFolder());
    try (Stream<Path> content = Files.list(folder)) {
      if (content.findAny().isPresent()) {
        throw new DesistException(
            ErrorCode.BAD_ARGUMENT,
            "Cannot generate into "
                + folder
                + ": it is not empty. Remove it or give another --out.");
      }
    }
    return folder;
  }

  private void open(Path folder) throws IOException {
    for (Extract extract : extracts.values()) {
      Path file = folder.resolve(extract.name() + settings.format().suffix());
      sinks.put(
          extract.name(),
          switch (settings.format()) {
            case CSV -> CsvSink.plain(file, extract);
            case CSV_GZIP -> CsvSink.compressed(file, extract);
            case PARQUET -> ParquetSink.open(file, extract);
          });
      rows.put(extract.name(), 0L);
    }
  }

  private void writeAll(Truth truth, GenerateListener listener) throws IOException {
    int persons = settings.persons();
    ExecutorService executor = Executors.newFixedThreadPool(settings.threads());
    try {
      Deque<Future<Prepared>> waiting = new ArrayDeque<>();
      int next = 1;
      long written = 0;
      while (next <= persons || !waiting.isEmpty()) {
        while (next <= persons && waiting.size() < 2 * settings.threads() + 2) {
          int first = next;
          int last = Math.min(persons, first + PERSONS_PER_RUN - 1);
          waiting.add(executor.submit(() -> prepare(first, last)));
          next = last + 1;
        }
        Prepared prepared = result(waiting.remove());
        write(prepared);
        truth.add(prepared.batch());
        lists.add(prepared.batch());
        written += prepared.persons();
        listener.advanced(written, persons);
      }
    } finally {
      executor.shutdownNow();
    }
    Batch measures = new Batch();
    PerformanceMeasures.rows(
            extracts.get("performance_measure"), settings.seed(), settings.snapshotDate())
        .forEach(measures::add);
    write(encode(0, measures));
  }

  private Prepared prepare(int first, int last) {
    Batch batch = new Batch();
    PersonRows personRows =
        new PersonRows(extracts, settings.seed(), settings.snapshotDate(), people, faults, batch);
    for (int number = first; number <= last; number++) {
      Person person = people.draw(number);
      if (!person.firstOffence().isAfter(settings.snapshotDate())) {
        personRows.add(career.simulate(person, settings.snapshotDate()));
      }
    }
    return encode(last - first + 1, batch);
  }

  private Prepared encode(int persons, Batch batch) {
    List<ExtractSink.Append> appends = new ArrayList<>();
    for (Extract extract : extracts.values()) {
      appends.add(sinks.get(extract.name()).prepare(batch.rows(extract)));
    }
    return new Prepared(persons, batch, appends);
  }

  private void write(Prepared prepared) throws IOException {
    for (ExtractSink.Append append : prepared.appends()) {
      append.run();
    }
    for (Extract extract : extracts.values()) {
      rows.merge(extract.name(), (long) prepared.batch().rows(extract).size(), Long::sum);
    }
  }

  private static Prepared result(Future<Prepared> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DesistException(
          ErrorCode.INTERNAL, "Cannot finish generating: interrupted. Run it again.", e);
    } catch (ExecutionException e) {
      throw new DesistException(
          ErrorCode.INTERNAL, "Cannot generate: " + e.getCause() + ". Report this as a fault.", e);
    }
  }

  /** Told how far the generator has come, on the thread that called it. */
  @FunctionalInterface
  public interface GenerateListener {
    /** After each run of persons has been written. */
    void advanced(long persons, long total);

    /** A listener that does nothing. */
    static GenerateListener silent() {
      return (persons, total) -> {};
    }
  }

  /**
   * What was written.
   *
   * @param snapshot the folder of the extracts
   * @param truth the folder of the truth
   * @param rows rows by resource, in the contract's order
   * @param bytes bytes of the extracts
   */
  public record GeneratedFiles(Path snapshot, Path truth, Map<String, Long> rows, long bytes) {}

  /** control.csv: how many rows each file has, and the SHA-256 of its bytes as delivered. */
  static final class ControlFile {
    private ControlFile() {}

    static void write(Path folder, Map<String, Long> rows, Map<String, Path> files)
        throws IOException {
      List<String[]> records = new ArrayList<>();
      records.add(new String[] {"resource", "rows", "sha256"});
      for (Map.Entry<String, Path> file : files.entrySet()) {
        String count = Long.toString(rows.get(file.getKey()));
        records.add(new String[] {file.getKey(), count, FileDigest.of(file.getValue())});
      }
      Files.write(folder.resolve("control.csv"), CsvBytes.records(records));
    }
  }
}
