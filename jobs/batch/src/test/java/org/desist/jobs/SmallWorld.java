// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.desist.ProjectFolder;
import org.desist.identity.KeyFile;
import org.desist.stage.Pipeline;

/** Runs of the real stages on the people of data-samples/small-world, all under one key. */
public final class SmallWorld {
  /** The run that {@link #publishFirst} publishes. */
  public static final String FIRST = "2019-06-30-0001";

  /** The next run of the same snapshot. */
  public static final String SECOND = "2019-06-30-0002";

  private final Path folder;

  private SmallWorld(Path folder) {
    this.folder = folder;
  }

  /** Keeps its key and what it publishes in a folder. */
  public static SmallWorld in(Path folder) {
    KeyFile.create(folder.resolve("person.key"));
    return new SmallWorld(folder);
  }

  /** The extracts as they come with the project. */
  public static Path extracts() {
    Path project = ProjectFolder.root();
    return project.resolve("data-samples").resolve("small-world").resolve("extracts");
  }

  /** Types a command. */
  public Terminal type(List<String> command) {
    Terminal terminal = new Terminal(folder, Map.of()).with(new Pipeline());
    terminal.type(command.toArray(String[]::new));
    return terminal;
  }

  /** An output folder in which one version is published. */
  public Path publishFirst(String name) {
    Path out = folder.resolve(name);
    type(run(out, "2017-04-01"));
    return out;
  }

  /** The command that works out the quarter that begins on a day. */
  public List<String> run(Path out, String quarter) {
    return run(out, extracts(), "2019-06-30", "--from", quarter, "--to", quarter);
  }

  /** The command that runs on a snapshot. */
  public List<String> run(Path out, Path extracts, String snapshot, String... more) {
    List<String> command = new ArrayList<>(List.of("run", "--out", out.toString()));
    command.addAll(List.of("--extracts", extracts.toString(), "--snapshot", snapshot));
    command.addAll(List.of("--key-file", folder.resolve("person.key").toString()));
    command.addAll(List.of("--threads", "2", "--memory", "512"));
    command.addAll(List.of(more));
    return command;
  }

  /** The command that goes on with a run. */
  public static List<String> resume(Path out, String run) {
    return List.of("resume", run, "--out", out.toString());
  }

  /** Copies a folder with all it holds. */
  public static Path copy(Path from, Path to) {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files below a folder, by their relative paths, sorted. */
  public static List<String> files(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> folder.relativize(path).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
