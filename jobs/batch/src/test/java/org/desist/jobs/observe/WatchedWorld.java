// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desist.jobs.SmallWorld;
import org.desist.jobs.Terminal;
import org.desist.stage.Pipeline;

/** Runs of the real stages on the small world, with variables set. */
final class WatchedWorld {
  private final Path folder;
  private final SmallWorld world;

  WatchedWorld(Path folder) {
    this.folder = folder;
    this.world = SmallWorld.in(folder);
  }

  Path out() {
    return folder.resolve("out");
  }

  /** Runs on one quarter, as far as is asked. */
  Terminal run(Map<String, String> environment, String... more) {
    List<String> command = new ArrayList<>(world.run(out(), "2017-04-01"));
    command.addAll(List.of(more));
    return type(environment, command);
  }

  /** Runs on a snapshot that lacks a column it must have. */
  Terminal runRefused(Map<String, String> environment) throws IOException {
    Path extracts = SmallWorld.copy(SmallWorld.extracts(), folder.resolve("extracts"));
    Files.delete(extracts.resolve("control.csv"));
    Path persons = extracts.resolve("pnc_person.csv");
    Files.writeString(persons, Files.readString(persons).replaceFirst("pnc_id", "pnc_number"));
    return type(environment, world.run(out(), extracts, "2019-07-31"));
  }

  private Terminal type(Map<String, String> environment, List<String> command) {
    Terminal terminal = new Terminal(folder, environment).with(new Pipeline());
    terminal.type(command.toArray(String[]::new));
    return terminal;
  }
}
