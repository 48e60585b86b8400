// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.publish;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.Fingerprint;
import org.desist.run.Folders;
import org.desist.run.Versions;
import org.desist.storage.ListedFiles;

/**
 * {@code manifest.json} of a published version: what it was worked out from and what each mart
 * says.
 *
 * @param runId the run that published it
 * @param snapshot date of the extracts
 * @param method name of the method
 * @param methodHash hash of its content
 * @param engine product and version that ran the models
 * @param software version of this software
 * @param contentHash hash over the hashes of all marts but {@code run}, which names the run itself,
 *     and {@code guard}, which depends on what was published before
 * @param marts what is in the version
 * @param files of which it is made, by name, each with its bytes; none in a version of before they
 *     were listed
 */
public record VersionManifest(
    String runId,
    String snapshot,
    String method,
    String methodHash,
    String engine,
    String software,
    String contentHash,
    List<Mart> marts,
    List<ListedFiles.Entry> files) {
  public static final String FILE = Versions.MANIFEST;

  /** One names the run itself, the other depends on what was published before it. */
  private static final Set<String> NOT_CONTENT = Set.of("run", "guard");

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  public VersionManifest {
    marts = List.copyOf(marts);
    files = files == null ? List.of() : List.copyOf(files);
  }

  /** Whether the version was published with a list of its files. */
  @JsonIgnore
  public boolean isListed() {
    return !files.isEmpty();
  }

  /** Whether a complete version has every byte that was published. */
  public static boolean isWhole(Path version) {
    try {
      return read(version).hasEveryByte(version, "");
    } catch (DesistException e) {
      return false;
    }
  }

  /**
   * Whether the listed files of an area, or of all for an empty text, are as they were published.
   */
  public boolean hasEveryByte(Path version, String area) {
    try {
      return ListedFiles.damage(
              version, files.stream().filter(file -> file.name().startsWith(area)).toList())
          .isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /** A mart: where it is below the version, how many rows it has, and the hash of what it says. */
  public record Mart(String name, String folder, long rows, String hash) {
    /** Whether it is among those for every reader. */
    @JsonIgnore
    boolean isPublished() {
      return folder.startsWith("published/");
    }
  }

  /** The hash over what all marts say. */
  static String contentHash(List<Mart> marts) {
    return Fingerprint.ofText(
        marts.stream()
            .sorted(Comparator.comparing(Mart::folder))
            .filter(mart -> !NOT_CONTENT.contains(mart.name()))
            .map(mart -> mart.folder() + " " + mart.hash())
            .collect(Collectors.joining("\n")));
  }

  /** The run, its snapshot and its method, as they are shown. */
  public String title() {
    return "%s: snapshot %s, method %s".formatted(runId, snapshot, method);
  }

  /** Reads the manifest of a version's folder. */
  public static VersionManifest read(Path version) {
    Path file = version.resolve(FILE);
    try {
      return JSON.readValue(Files.readString(file), VersionManifest.class);
    } catch (UnrecognizedPropertyException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot read %s: it says '%s', which this release does not know; a later one published this version. Use that release, or go back as docs/upgrading.md says."
              .formatted(file, e.getPropertyName()),
          e);
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot read %s: %s. The version is damaged: run again with --again."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  void write(Path version) {
    try {
      Folders.replace(version.resolve(FILE), JSON.writeValueAsString(this) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of plain values is JSON", e);
    }
  }
}
