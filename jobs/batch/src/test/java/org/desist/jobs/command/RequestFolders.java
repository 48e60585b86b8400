// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Folders of comparison requests, as a provider would send them. */
final class RequestFolders {
  private RequestFolders() {}

  /**
   * Writes a request with its list.
   *
   * @param rows of the list, its header first
   * @param more lines of request.yaml after its names; a national scope where there are none
   */
  static Path write(
      Path folder, String request, String organisation, List<String> rows, String... more)
      throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("participants.csv"), rows);
    List<String> lines =
        new ArrayList<>(
            List.of(
                "request: " + request,
                "organisation: " + organisation,
                "programme: The Programme",
                "participants: participants.csv"));
    lines.addAll(more.length == 0 ? List.of("scope: national") : List.of(more));
    Files.write(folder.resolve("request.yaml"), lines);
    return folder;
  }
}
