// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.publish;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.desist.engine.DuckDbEngine;
import org.desist.engine.EngineRoom;
import org.desist.error.DesistException;
import org.desist.method.Method;
import org.desist.method.MethodFile;
import org.desist.model.SqlModel;
import org.desist.run.Folders;
import org.desist.run.ReaderAccess;
import org.desist.run.RunFolder;
import org.desist.run.RunSettings;
import org.desist.run.Software;
import org.desist.storage.ListedFiles;
import org.desist.storage.LocalCopy;

/**
 * Fills the folder of a version: {@code published/MART}, {@code restricted/MART} and a manifest.
 */
public final class VersionWriter implements AutoCloseable {
  private final RunFolder run;
  private final Path version;
  private final LocalCopy workspace;
  private final DuckDbEngine duckdb;
  private final List<VersionManifest.Mart> marts = new ArrayList<>();
  private final List<ListedFiles.Entry> files = new ArrayList<>();

  /** Of a run whose stages are complete, into an empty folder. */
  public VersionWriter(RunFolder run, Path version) {
    this.run = run;
    this.version = version;
    this.workspace = LocalCopy.of(version);
    Folders.createPrivate(version.resolve("restricted"));
    this.duckdb = EngineRoom.HASHING.open(workspace.path().resolve(".spill"));
  }

  /**
   * Adds a table as a mart.
   *
   * @throws DesistException STORAGE when a file is not what its stage wrote
   */
  public void add(SqlModel.Mart mart, Path table) {
    String folder = mart.folder();
    List<ListedFiles.Entry> linked = MartFiles.link(run, table, version, folder);
    ContentHash.Content content = new ContentHash(duckdb).of(version.resolve(folder));
    // After they were read: what was hashed row by row is what is listed byte by byte.
    MartFiles.verify(table, version, linked);
    files.addAll(linked);
    marts.add(new VersionManifest.Mart(mart.name(), folder, content.rows(), content.hash()));
  }

  /** How many marts were added. */
  public int count() {
    return marts.size();
  }

  /** Writes the manifest. */
  public void finish(String runId, RunSettings settings, Method method, String engine) {
    List<VersionManifest.Mart> sorted =
        marts.stream().sorted(Comparator.comparing(VersionManifest.Mart::folder)).toList();
    new VersionManifest(
            runId,
            settings.input().snapshot().toString(),
            method.method(),
            MethodFile.fingerprint(settings.files().method()),
            engine,
            Software.version(),
            VersionManifest.contentHash(sorted),
            sorted,
            files.stream().sorted(Comparator.comparing(ListedFiles.Entry::name)).toList())
        .write(version);
    ReaderAccess.openAll(version);
  }

  @Override
  public void close() {
    duckdb.close();
    workspace.close();
  }
}
