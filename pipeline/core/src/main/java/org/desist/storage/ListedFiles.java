// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that a finished folder is made of: its manifest lists each with its size and SHA-256.
 * What is in the folder and not in the list is no part of it.
 */
public final class ListedFiles {
  /** Of a stage of a run. */
  public static final String OF_STAGE = "MANIFEST.json";

  /** Of a published version. */
  public static final String OF_VERSION = "manifest.json";

  /** Hadoop keeps one beside each file on a disk, hidden, and refuses a file that differs. */
  private static final String CHECKSUM = ".crc";

  private static final ObjectMapper JSON = new ObjectMapper();

  private ListedFiles() {}

  /**
   * A file as it was written.
   *
   * @param name below the folder, with {@code /} between its parts
   * @param bytes its size
   * @param sha256 of its bytes in lower-case hex; null in a list of before there were hashes
   */
  public record Entry(String name, long bytes, String sha256) {}

  /** The entry of a file as it is now. */
  public static Entry entry(Path folder, Path file) throws IOException {
    return new Entry(name(folder, file), Files.size(file), FileDigest.of(file));
  }

  /**
   * Entries of every plain file below the folder of a stage but its manifest, by name.
   *
   * @param known those that have been made already: their files are not read again
   */
  public static List<Entry> written(Path folder, List<Entry> known) throws IOException {
    Map<String, Entry> named = known.stream().collect(Collectors.toMap(Entry::name, one -> one));
    return sideBySide(
        plain(folder, folder).stream(),
        file -> {
          Entry made = named.get(name(folder, file));
          return made == null ? entry(folder, file) : made;
        });
  }

  /** Entries of a file below a folder, or of every plain file below one of its folders. */
  public static List<Entry> below(Path folder, Path part) throws IOException {
    return sideBySide(plain(folder, part).stream(), file -> entry(folder, file));
  }

  private static List<Path> plain(Path folder, Path part) throws IOException {
    try (Stream<Path> walk = Files.walk(part)) {
      return walk.filter(file -> Files.isRegularFile(file))
          .filter(file -> !name(folder, file).equals(OF_STAGE))
          .sorted()
          .toList();
    }
  }

  /**
   * What has become of a file since it was written: in words, or empty when it has every byte.
   * Files are read side by side.
   */
  public static Optional<String> damage(Path folder, List<Entry> entries) throws IOException {
    return sideBySide(entries.stream(), entry -> damage(folder, entry)).stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The same of one file. */
  public static Optional<String> damage(Path folder, Entry entry) throws IOException {
    Path file = folder.resolve(entry.name());
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(entry.name() + (Files.isSymbolicLink(file) ? " is a link" : " is gone"));
    }
    try {
      long bytes = Files.size(file);
      if (bytes != entry.bytes()) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "%s has %d bytes where %d were written",
                entry.name(),
                bytes,
                entry.bytes()));
      }
      return entry.sha256() == null || entry.sha256().equals(FileDigest.of(file))
          ? Optional.empty()
          : Optional.of(entry.name() + " has other bytes than were written");
    } catch (NoSuchFileException e) {
      return Optional.of(entry.name() + " is gone");
    }
  }

  /**
   * The first file below the folder of a stage that an engine would read and that is not listed.
   */
  public static Optional<String> unlisted(Path folder, List<Entry> entries) throws IOException {
    Set<String> names = entries.stream().map(Entry::name).collect(Collectors.toSet());
    return plain(folder, folder).stream()
        .filter(file -> !isHidden(file) || file.toString().endsWith(CHECKSUM))
        .map(file -> name(folder, file))
        .filter(name -> !names.contains(name))
        .findFirst();
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  /**
   * The files of a table of a finished folder, as its manifest lists them; empty while the folder
   * is being written, and for lists of before there were any.
   *
   * @param table its folder: in that of a stage, or in an area of a version
   */
  public static Optional<List<Path>> ofTable(Path table) throws IOException {
    Path stage = table.toAbsolutePath().getParent();
    Optional<List<Path>> listed = listed(table, stage, OF_STAGE);
    Path version = stage == null ? null : stage.getParent();
    return listed.isPresent() ? listed : listed(table, version, OF_VERSION);
  }

  private static Optional<List<Path>> listed(Path table, Path folder, String manifest)
      throws IOException {
    if (folder == null || !Files.isRegularFile(folder.resolve(manifest))) {
      return Optional.empty();
    }
    JsonNode files;
    try {
      files = JSON.readTree(Files.readString(folder.resolve(manifest))).path("files");
    } catch (JsonProcessingException e) {
      throw new IOException(manifest + " is cut off", e);
    }
    if (!files.isArray()) {
      return Optional.empty();
    }
    String below = name(folder, table) + "/";
    List<Path> paths = new ArrayList<>();
    for (JsonNode file : files) {
      String name = file.path("name").asText();
      if (name.startsWith(below)) {
        paths.add(folder.resolve(name));
      }
    }
    return Optional.of(paths);
  }

  /** Engines are given absolute paths, whatever way of writing a folder the operator chose. */
  private static String name(Path folder, Path file) {
    return folder
        .toAbsolutePath()
        .relativize(file.toAbsolutePath())
        .toString()
        .replace(file.getFileSystem().getSeparator(), "/");
  }

  private interface Reading<A, B> {
    B of(A one) throws IOException;
  }

  /** Results in the order of what they are of. */
  private static <A, B> List<B> sideBySide(Stream<A> all, Reading<A, B> reading)
      throws IOException {
    try {
      return all.parallel()
          .map(
              one -> {
                try {
                  return Objects.requireNonNull(reading.of(one));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
