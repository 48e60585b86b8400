// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.storage.InputFiles;

/** A CSV file that somebody named, packed by gzip where its name ends in .gz. */
final class NamedCsv {
  private static final String PACKED = ".gz";

  private final Path file;
  private final ContentFault.Opening opening;

  NamedCsv(Path file) {
    this.file = file;
    this.opening = this::unpacked;
  }

  /** A file whose content was made ready elsewhere. */
  NamedCsv(Path file, byte[] content) {
    this.file = file;
    this.opening = () -> new ByteArrayInputStream(content);
  }

  /** What reads the content of a file. */
  @FunctionalInterface
  interface Reading<T> {
    T read(InputStream content) throws IOException;
  }

  /**
   * Reads the content.
   *
   * @throws DesistException UNREADABLE, or MISSING_COLUMN, when the file cannot be used
   */
  <T> T read(Reading<T> reading) {
    try (InputStream content = opening.open()) {
      return reading.read(content);
    } catch (RefusedFileException e) {
      throw new DesistException(ErrorCode.valueOf(e.code().name()), e.getMessage(), e);
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.UNREADABLE, "Cannot read %s: %s".formatted(file, sentence(e)), e);
    }
  }

  private InputStream unpacked() throws IOException {
    InputStream in = InputFiles.open(file);
    boolean isPacked = file.toString().toLowerCase(Locale.ROOT).endsWith(PACKED);
    return isPacked ? new GzipMembers(in, ReadingLimits.USUAL.compressionRatio()) : in;
  }

  private String sentence(IOException failure) {
    try {
      return ContentFault.problem(failure, "", opening)
          .map(problem -> problem + ". Save it again as CSV in UTF-8, or fetch it again.")
          .orElse(failure.getMessage() + ". Check that it is there and may be read.");
    } catch (IOException e) {
      return e.getMessage() + ". Check that it is there and may be read.";
    }
  }
}
