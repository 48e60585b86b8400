// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.publish;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.desist.engine.DuckDbEngine;
import org.desist.engine.EngineFiles;
import org.desist.engine.EngineRoom;
import org.desist.error.DesistException;
import org.desist.run.Pointer;
import org.desist.run.Shell;
import org.desist.run.Versions;
import org.desist.storage.ListedFiles;

/**
 * Compares published versions with their manifests: every mart is read and hashed again, row by row
 * and byte by byte, and nothing else may be there.
 */
public final class VersionCheck implements AutoCloseable {
  private static final String AGAIN =
      "bring the version back from its backup, or run on its snapshot again with --again";

  private final Path out;
  private final DuckDbEngine duckdb;

  /** Of the versions below {@code out}; {@code spill} is for what does not fit in memory. */
  public VersionCheck(Path out, Path spill) {
    this.out = out;
    this.duckdb = EngineRoom.HASHING.open(spill);
  }

  /**
   * Something wrong with what is published.
   *
   * @param version the run whose version it is in, or empty when it lies beside the versions
   * @param mart the mart's folder in the version, or the file
   * @param problem what is wrong
   * @param remedy what to do
   */
  public record Damage(String version, String mart, String problem, String remedy) {}

  /**
   * What came of one version.
   *
   * @param marts how many its manifest lists
   * @param rows how many they are said to have
   * @param isListed whether its manifest lists its files with their hashes, as those of versions
   *     published before there were any do not: such a version is compared row by row alone
   * @param damages none when it is whole
   */
  public record Result(
      String version, int marts, long rows, boolean isListed, List<Damage> damages) {
    public Result {
      damages = List.copyOf(damages);
    }
  }

  /** Reads a version again. */
  public Result version(String runId) {
    Path version = Versions.below(out).folder(runId);
    VersionManifest manifest;
    try {
      manifest = VersionManifest.read(version);
    } catch (DesistException e) {
      boolean isLater = e.getCause() instanceof UnrecognizedPropertyException;
      Damage damage =
          isLater
              ? new Damage(
                  runId,
                  VersionManifest.FILE,
                  "a later release wrote it",
                  "check it with that release")
              : new Damage(runId, VersionManifest.FILE, "it is missing or cannot be read", AGAIN);
      return new Result(runId, 0, 0, false, List.of(damage));
    }
    List<Damage> damages = new ArrayList<>();
    if (!manifest.runId().equals(runId)) {
      damages.add(
          new Damage(runId, VersionManifest.FILE, "it is that of run " + manifest.runId(), AGAIN));
    }
    if (!VersionManifest.contentHash(manifest.marts()).equals(manifest.contentHash())) {
      damages.add(
          new Damage(
              runId, VersionManifest.FILE, "its content hash is not that of its marts", AGAIN));
    }
    for (VersionManifest.Mart mart : manifest.marts()) {
      problem(version, mart)
          .or(() -> changed(version, manifest, mart))
          .ifPresent(problem -> damages.add(new Damage(runId, mart.folder(), problem, AGAIN)));
    }
    for (String name : links(version, manifest)) {
      damages.add(new Damage(runId, name, "it is a link", AGAIN));
    }
    for (String name : unlisted(version, manifest)) {
      damages.add(
          new Damage(runId, name, "the manifest does not list it", "find out who put it there"));
    }
    long rows = manifest.marts().stream().mapToLong(VersionManifest.Mart::rows).sum();
    return new Result(runId, manifest.marts().size(), rows, manifest.isListed(), damages);
  }

  private Optional<String> problem(Path version, VersionManifest.Mart mart) {
    Path folder = version.resolve(mart.folder());
    ContentHash.Content content;
    try {
      if (EngineFiles.of(folder).stream().noneMatch(file -> Files.exists(file))) {
        return Optional.of("its files are missing");
      }
      content = new ContentHash(duckdb).of(folder);
    } catch (DesistException e) {
      return Optional.of("its files cannot be read as Parquet");
    }
    if (content.rows() != mart.rows()) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "it has %,d rows, and the manifest says %,d",
              content.rows(),
              mart.rows()));
    }
    return content.hash().equals(mart.hash())
        ? Optional.empty()
        : Optional.of("its rows are not those that were published");
  }

  /** What rows do not show, such as a statistic by which an engine skips some of them. */
  private static Optional<String> changed(
      Path version, VersionManifest manifest, VersionManifest.Mart mart) {
    try {
      return ListedFiles.damage(
          version,
          manifest.files().stream()
              .filter(file -> file.name().startsWith(mart.folder() + "/"))
              .toList());
    } catch (IOException e) {
      return Optional.of("its files cannot be read");
    }
  }

  /** Folders of the manifest that are kept elsewhere. */
  private static List<String> links(Path version, VersionManifest manifest) {
    return Stream.concat(
            Stream.of("published", "restricted"),
            manifest.marts().stream().map(VersionManifest.Mart::folder))
        .filter(folder -> Files.isSymbolicLink(version.resolve(folder)))
        .distinct()
        .toList();
  }

  /** What is in a version and should not be: the topmost of what lies in one another. */
  private static List<String> unlisted(Path version, VersionManifest manifest) {
    Set<Path> known = new HashSet<>(List.of(version, version.resolve(VersionManifest.FILE)));
    if (manifest.isListed()) {
      manifest.files().forEach(file -> know(version, version.resolve(file.name()), known));
    } else {
      manifest
          .marts()
          .forEach(
              mart -> {
                Path folder = version.resolve(mart.folder());
                know(version, folder, known);
                known.addAll(EngineFiles.of(folder));
              });
    }
    know(version, version.resolve("published"), known);
    know(version, version.resolve("restricted"), known);
    try (Stream<Path> walk = Files.walk(version)) {
      return walk.filter(path -> !known.contains(path) && known.contains(path.getParent()))
          .map(path -> version.relativize(path).toString())
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of("(a folder that cannot be listed)");
    }
  }

  private static void know(Path version, Path path, Set<Path> known) {
    for (Path part = path; !part.equals(version); part = part.getParent()) {
      known.add(part);
    }
  }

  /**
   * What came of the pointer and of the catalog.
   *
   * @param damages none when both are as they should be
   * @param notes what is as it should be and yet worth a word
   */
  public record Readers(List<Damage> damages, List<String> notes) {
    public Readers {
      damages = List.copyOf(damages);
      notes = List.copyOf(notes);
    }

    private static Readers damaged(Damage damage) {
      return new Readers(List.of(damage), List.of());
    }

    private static Readers whole() {
      return new Readers(List.of(), List.of());
    }
  }

  /** The pointer, and the catalog for analysts over the version that it names. */
  public Readers pointer() {
    Versions versions = Versions.below(out);
    Pointer pointer;
    try {
      pointer = versions.pointer();
    } catch (DesistException e) {
      return Readers.damaged(
          new Damage("", Pointer.FILE, "it cannot be read", "check who may read it, and the disk"));
    }
    if (pointer.isBroken()) {
      return Readers.damaged(
          new Damage(
              pointer.run() == null ? "" : pointer.run(),
              Pointer.FILE,
              "readers see nothing, because " + pointer.problem(),
              versions.remedy(pointer)));
    }
    return pointer.isSound()
        ? catalog(pointer.run(), versions.folder(pointer.run()))
        : Readers.whole();
  }

  private Readers catalog(String runId, Path version) {
    VersionManifest manifest;
    try {
      manifest = VersionManifest.read(version);
    } catch (DesistException e) {
      // Told already of the version.
      return Readers.whole();
    }
    Path file = out.resolve(MartCatalog.FILE);
    if (!Files.isRegularFile(file)) {
      return Readers.damaged(stale(runId, "it is missing"));
    }
    Map<String, MartCatalog.State> states;
    try {
      states = MartCatalog.states(file, version, manifest);
    } catch (SQLException e) {
      return Readers.damaged(stale(runId, "it cannot be opened"));
    }
    List<String> wrong =
        states.entrySet().stream()
            .filter(state -> state.getValue() == MartCatalog.State.STALE)
            .map(Map.Entry::getKey)
            .toList();
    if (!wrong.isEmpty()) {
      return Readers.damaged(
          stale(
              runId,
              "it does not agree with the version in "
                  + wrong.stream().limit(5).collect(Collectors.joining(", "))));
    }
    return states.containsValue(MartCatalog.State.MOVED)
        ? new Readers(
            List.of(),
            List.of(
                MartCatalog.FILE
                    + " names the files of the folder that it was made in, and this one has been moved or copied since; "
                    + remade(runId)))
        : Readers.whole();
  }

  private Damage stale(String runId, String problem) {
    return new Damage(runId, MartCatalog.FILE, problem, remade(runId));
  }

  private String remade(String runId) {
    return "desist query does not need it; make it anew with: "
        + Shell.current(out, runId, "make marts.duckdb anew");
  }

  @Override
  public void close() {
    duckdb.close();
  }
}
