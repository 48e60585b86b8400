// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.desist.storage.InputFiles;

/** The bytes of a file as delivered: unpacked where packed, and digested on the way when asked. */
final class Delivered {
  private final PartSource source;
  private final int maximumRatio;

  Delivered(PartSource source, int maximumRatio) {
    this.source = source;
    this.maximumRatio = maximumRatio;
  }

  /** What reads the content of a file. */
  @FunctionalInterface
  interface Reading<T> {
    T read(InputStream content) throws IOException;
  }

  /** Reads the content. */
  <T> T read(Reading<T> reading) throws IOException {
    try (InputStream content = open()) {
      return reading.read(content);
    }
  }

  /** Reads the content while digesting the bytes as delivered. */
  <T> T read(Reading<T> reading, MessageDigest digest) throws IOException {
    try (InputStream in = InputFiles.open(source.path());
        InputStream digested = new DigestInputStream(in, digest);
        InputStream content = content(digested)) {
      T result = reading.read(content);
      drain(digested);
      return result;
    }
  }

  /** Digests the bytes as delivered, without reading the content. */
  void digest(MessageDigest digest) throws IOException {
    try (InputStream in = InputFiles.open(source.path());
        InputStream digested = new DigestInputStream(in, digest)) {
      drain(digested);
    }
  }

  /** Opens the content by itself. */
  InputStream open() throws IOException {
    return content(InputFiles.open(source.path()));
  }

  private InputStream content(InputStream in) {
    return source.form() == PartSource.FileForm.CSV_GZIP ? new GzipMembers(in, maximumRatio) : in;
  }

  /** A reader may stop before the last byte, after the end of a gzip stream for one. */
  private static void drain(InputStream in) throws IOException {
    in.transferTo(OutputStream.nullOutputStream());
  }
}
