// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.desist.contract.ValidationCode;
import org.desist.engine.Task;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.storage.FileDigest;
import org.desist.storage.Locations;

/**
 * Reads one file and writes its rows, its quarantine and its warnings. What is wrong with the file
 * as a whole is in the result, so that all faults of a snapshot are reported at once.
 *
 * @param output the folder of the ingest
 * @param snapshot its date
 * @param limits past which reading stops
 * @param digests whether control.csv asks for the sha256
 */
public record PartTask(
    PartSource source, String output, LocalDate snapshot, ReadingLimits limits, boolean digests)
    implements Task<PartResult> {
  /** Unique in the snapshot, such as {@code pnc_person-00000}. */
  public String name() {
    return String.format(Locale.ROOT, "%s-%05d", source.resource().name(), source.part());
  }

  /** The files that it has written. */
  public List<Path> written() {
    return new PartOutput(Locations.named(output))
        .of(source.resource(), source.part()).stream().filter(file -> Files.exists(file)).toList();
  }

  @Override
  public PartResult call() {
    RowParser row = new RowParser(source.resource(), snapshot);
    MessageDigest digest = digests ? FileDigest.begin() : null;
    PartOutput files = new PartOutput(Locations.named(output));
    PartWriter writer = new PartWriter(files, source, row, limits.rejectedRows());
    try (writer) {
      Header header = read(row, writer, digest);
      return result(
          writer,
          digest == null ? null : FileDigest.hex(digest),
          header.unknown(source.resource()),
          List.of());
    } catch (RefusedFileException e) {
      return result(writer, null, List.of(), List.of(e.fault()));
    }
  }

  private Header read(RowParser row, PartWriter writer, MessageDigest digest) {
    Delivered delivered = new Delivered(source, limits.compressionRatio());
    try {
      if (source.form() == PartSource.FileForm.PARQUET) {
        if (digest != null) {
          delivered.digest(digest);
        }
        return new ParquetRows(source, row, limits.compressionRatio()).read(writer);
      }
      CsvRows rows = new CsvRows(source.file(), row);
      Delivered.Reading<Header> reading = content -> rows.read(content, writer);
      return digest == null ? delivered.read(reading) : delivered.read(reading, digest);
    } catch (IOException e) {
      throw failure(e, writer, delivered);
    }
  }

  private RuntimeException failure(IOException failure, PartWriter writer, Delivered delivered) {
    try {
      return ContentFault.problem(failure, " after " + writer.rowsRead() + " rows", delivered::open)
          .<RuntimeException>map(problem -> refused(problem, failure))
          .orElseGet(() -> cannotFetch(failure));
    } catch (IOException e) {
      return cannotFetch(e);
    }
  }

  private RefusedFileException refused(String problem, IOException cause) {
    return new RefusedFileException(
        ValidationCode.UNREADABLE,
        "Cannot read "
            + source.file()
            + ": "
            + problem
            + ". Fetch it again; if it is the same, ask the sender for a new one.",
        cause);
  }

  private DesistException cannotFetch(IOException cause) {
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot read "
            + source.location()
            + ": "
            + cause.getMessage()
            + ". Check that it is there and may be read, then resume the run.",
        cause);
  }

  private PartResult result(
      PartWriter writer, String sha256, List<String> unknownColumns, List<FileFault> faults) {
    return new PartResult(
        source.resource().name(),
        source.part(),
        source.file(),
        writer.rowsRead(),
        writer.rowsGood(),
        writer.rowsRead() - writer.rowsGood(),
        source.bytes(),
        sha256,
        writer.refused(),
        writer.warned(),
        unknownColumns,
        faults);
  }
}
