// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import picocli.CommandLine.Option;

/**
 * One person's PNC id: typed, or from a file or standard input, where the machine's other accounts
 * do not see it in the list of processes.
 */
final class PncIdOption {
  private static final String STANDARD_INPUT = "-";

  // A line is an id; whatever is longer is no file of one.
  private static final int LONGEST = 1000;

  @Option(
      names = "--pnc-id",
      paramLabel = "ID",
      description = {
        "The person, in any written form of a PNC id.",
        "Everyone on the machine can see what is typed here."
      })
  String typed;

  @Option(
      names = "--pnc-id-file",
      paramLabel = "FILE|-",
      description = "File that holds the PNC id, or - for standard input.")
  String file;

  /** Whether neither is given. */
  boolean isAbsent() {
    return typed == null && file == null;
  }

  /**
   * The id as it was written.
   *
   * @param input standard input
   * @throws DesistException BAD_ARGUMENT when both are given, or the file does not hold one line
   */
  String value(InputStream input) {
    if (typed != null && file != null) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot tell whom to explain: give one of --pnc-id and --pnc-id-file.");
    }
    return file == null ? typed : read(input);
  }

  private String read(InputStream input) {
    String name = file.equals(STANDARD_INPUT) ? "standard input" : file;
    List<String> lines = text(name, input).lines().filter(line -> !line.isBlank()).toList();
    if (lines.size() != 1) {
      // What it holds instead may be personal.
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          String.format(
              Locale.ROOT,
              "Cannot read a PNC id from %s: it holds %d lines with text. Write one id into it and nothing else.",
              name,
              lines.size()));
    }
    return lines.get(0).strip();
  }

  private String text(String name, InputStream input) {
    try {
      if (file.equals(STANDARD_INPUT)) {
        return new String(input.readNBytes(LONGEST), StandardCharsets.UTF_8);
      }
      try (InputStream content = Files.newInputStream(Path.of(file))) {
        return new String(content.readNBytes(LONGEST), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot read a PNC id from %s: %s. Name a text file with one id in it."
              .formatted(name, e.getMessage()),
          e);
    }
  }
}
