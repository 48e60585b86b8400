// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.request;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.desist.engine.Resources;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/** A request to fill in: every key explained, and a list with two invented people. */
public final class RequestTemplate {
  private static final List<String> FILES = List.of("request.yaml", "participants.csv");

  private RequestTemplate() {}

  /**
   * Writes {@code request.yaml} and {@code participants.csv}.
   *
   * @param folder is made when it does not exist
   * @throws DesistException BAD_ARGUMENT when it holds anything, STORAGE when it cannot be written
   */
  public static void write(Path folder) {
    try {
      refuseContent(folder);
      Files.createDirectories(folder);
      for (String file : FILES) {
        Files.writeString(
            folder.resolve(file), Resources.text("request/" + file), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot write a template to %s: %s. Check that the folder can be written."
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  private static void refuseContent(Path folder) throws IOException {
    boolean isTaken = Files.exists(folder) && !Files.isDirectory(folder);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> content = Files.list(folder)) {
        isTaken = content.findAny().isPresent();
      }
    }
    if (isTaken) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot write a template to %s: it is not an empty folder. Name one that does not exist yet."
              .formatted(folder));
    }
  }
}
