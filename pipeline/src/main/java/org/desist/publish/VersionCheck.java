// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.desist.engine.DuckDbEngine;
import org.desist.error.DesistException;
import org.desist.run.Folders;
import org.desist.run.Pointer;
import org.desist.run.Shell;
import org.desist.run.Versions;

/** Holds published versions against their manifests: every mart is read and hashed again. */
public final class VersionCheck implements AutoCloseable {
  private static final String AGAIN =
      "bring the version back from its backup, or run on its snapshot again with --again";
  private static final int MEMORY_MEGABYTES = 2000;

  private final Path out;
  private final DuckDbEngine duckdb;

  /** Of the versions below {@code out}; {@code spill} is for what does not fit in memory. */
  public VersionCheck(Path out, Path spill) {
    this.out = out;
    this.duckdb =
        DuckDbEngine.start(Runtime.getRuntime().availableProcessors(), MEMORY_MEGABYTES, spill);
  }

  /**
   * What came of one version.
   *
   * @param marts how many its manifest lists
   * @param rows how many they are said to have
   * @param damages none when it is whole
   */
  public record Result(String version, int marts, long rows, List<Damage> damages) {
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
      return new Result(
          runId,
          0,
          0,
          List.of(
              new Damage(runId, VersionManifest.FILE, "it is missing or cannot be read", AGAIN)));
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
          .ifPresent(problem -> damages.add(new Damage(runId, mart.folder(), problem, AGAIN)));
    }
    for (String folder : unlisted(version, manifest)) {
      damages.add(
          new Damage(runId, folder, "the manifest does not list it", "find out who put it there"));
    }
    long rows = manifest.marts().stream().mapToLong(VersionManifest.Mart::rows).sum();
    return new Result(runId, manifest.marts().size(), rows, damages);
  }

  private Optional<String> problem(Path version, VersionManifest.Mart mart) {
    Path folder = version.resolve(mart.folder());
    if (!holdsFiles(folder)) {
      return Optional.of("its files are missing");
    }
    ContentHash.Content content;
    try {
      content = new ContentHash(duckdb).of(folder);
    } catch (DesistException e) {
      return Optional.of("its files cannot be read as Parquet");
    }
    if (content.rows() != mart.rows()) {
      return Optional.of(
          "it has %,d rows, and the manifest says %,d".formatted(content.rows(), mart.rows()));
    }
    return content.hash().equals(mart.hash())
        ? Optional.empty()
        : Optional.of("its rows are not those that were published");
  }

  private static boolean holdsFiles(Path folder) {
    try (var files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".parquet"));
    } catch (IOException e) {
      return false;
    }
  }

  private static Set<String> unlisted(Path version, VersionManifest manifest) {
    Set<String> found = new TreeSet<>();
    for (String area : List.of("published", "restricted")) {
      Folders.names(version.resolve(area)).forEach(mart -> found.add(area + "/" + mart));
    }
    manifest.marts().forEach(mart -> found.remove(mart.folder()));
    return found;
  }

  /** The pointer, and the catalog for analysts over the version that it names. */
  public List<Damage> pointer() {
    Versions versions = Versions.below(out);
    Pointer pointer;
    try {
      pointer = versions.pointer();
    } catch (DesistException e) {
      return List.of(
          new Damage("", Pointer.FILE, "it cannot be read", "check who may read it, and the disk"));
    }
    if (pointer.isBroken()) {
      return List.of(
          new Damage(
              pointer.run() == null ? "" : pointer.run(),
              Pointer.FILE,
              "readers see nothing, because " + pointer.problem(),
              versions.remedy(pointer)));
    }
    return pointer.isSound() ? catalog(pointer.run(), versions.folder(pointer.run())) : List.of();
  }

  private List<Damage> catalog(String runId, Path version) {
    List<VersionManifest.Mart> marts;
    try {
      marts =
          VersionManifest.read(version).marts().stream()
              .filter(mart -> mart.folder().startsWith("published/"))
              .toList();
    } catch (DesistException e) {
      // Told already of the version.
      return List.of();
    }
    Properties readOnly = new Properties();
    readOnly.setProperty("duckdb.read_only", "true");
    String file = out.resolve(MartCatalog.FILE).toString();
    if (!Files.isRegularFile(Path.of(file))) {
      return List.of(stale(runId, "it is missing"));
    }
    List<String> wrong = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, readOnly)) {
      for (VersionManifest.Mart mart : marts) {
        if (!agrees(connection, mart)) {
          wrong.add(mart.name());
        }
      }
    } catch (SQLException e) {
      return List.of(stale(runId, "it cannot be opened"));
    }
    return wrong.isEmpty()
        ? List.of()
        : List.of(
            stale(
                runId,
                "it does not agree with the version in "
                    + wrong.stream().limit(5).collect(Collectors.joining(", "))));
  }

  private static boolean agrees(Connection connection, VersionManifest.Mart mart) {
    try (Statement statement = connection.createStatement();
        ResultSet count =
            statement.executeQuery("select count(*) from \"%s\"".formatted(mart.name()))) {
      return count.next() && count.getLong(1) == mart.rows();
    } catch (SQLException e) {
      return false;
    }
  }

  private Damage stale(String runId, String problem) {
    return new Damage(
        runId,
        MartCatalog.FILE,
        problem,
        "desist query does not need it; make it anew with: "
            + Shell.current(out, runId, "make marts.duckdb anew"));
  }

  @Override
  public void close() {
    duckdb.close();
  }
}
