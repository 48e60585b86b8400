// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe.openlineage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Adds events to a file, a line each. */
final class FileSink implements EventSink {
  private final Path file;
  private int lost;

  FileSink(Path file) {
    this.file = file;
  }

  @Override
  public void send(String event) {
    try {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      Files.writeString(
          file,
          event + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      lost++;
    }
  }

  @Override
  public void close() {}

  @Override
  public int lost() {
    return lost;
  }
}
