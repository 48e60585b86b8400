// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.diff;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.desist.contract.DataPackage;
import org.desist.error.DesistException;
import org.desist.model.ModelCatalog;
import org.desist.model.ModelStage;
import org.desist.publish.MartContract;
import org.desist.run.RunFolder;
import org.desist.run.Versions;

/**
 * Where the marts of a run lie.
 *
 * @param folders by name of the mart in the contract, {@code AREA.MART}
 */
public record MartFolders(Map<String, Path> folders) {
  public MartFolders {
    folders = new TreeMap<>(folders);
  }

  /**
   * The marts of a version.
   *
   * @throws DesistException NOTHING_PUBLISHED when the run has none
   */
  public static MartFolders ofVersion(Path out, String run) {
    Path version = Versions.below(out).published(run, "compare");
    Map<String, Path> folders = new TreeMap<>();
    for (MartContract.Mart mart : MartContract.read().ofVersions()) {
      put(folders, mart.name(), version.resolve(mart.path()));
    }
    return new MartFolders(folders);
  }

  /** The marts that the stages of a run have made, published or not; none before they have. */
  public static MartFolders ofStages(Path out, String run) {
    RunFolder folder = RunFolder.of(out, run);
    Map<String, Path> folders = new TreeMap<>();
    if (folder.isComplete(ModelStage.DISCLOSE.label())) {
      ModelCatalog.load(DataPackage.extracts())
          .marts(folder)
          .forEach((mart, table) -> put(folders, mart.folder().replace('/', '.'), table));
    }
    return new MartFolders(folders);
  }

  private static void put(Map<String, Path> folders, String mart, Path folder) {
    if (Files.isDirectory(folder)) {
      folders.put(mart, folder);
    }
  }
}
