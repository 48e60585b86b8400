// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;

/** Tells a file whose content is wrong from one that cannot be fetched. */
final class ContentFault {
  private ContentFault() {}

  /** Opens the content again. */
  @FunctionalInterface
  interface Opening {
    InputStream open() throws IOException;
  }

  /**
   * What is wrong with the content, to stand behind "Cannot read FILE: "; empty when it is not the
   * content that failed.
   *
   * @param after how far reading came, such as " after 12 rows"
   */
  static Optional<String> problem(IOException failure, String after, Opening opening)
      throws IOException {
    if (failure instanceof CharacterCodingException) {
      try (InputStream content = opening.open()) {
        FaultLine fault = FaultLine.find(content);
        return Optional.of(String.format(Locale.ROOT, "line %d %s", fault.line(), fault.problem()));
      }
    }
    if (failure instanceof EOFException || failure instanceof ZipException) {
      return Optional.of(
          "the gzip file is truncated or damaged%s: %s".formatted(after, failure.getMessage()));
    }
    return failure instanceof GzipMembers.TooDenseException
        ? Optional.of(failure.getMessage())
        : Optional.empty();
  }
}
