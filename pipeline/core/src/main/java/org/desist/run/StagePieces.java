// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.storage.ListedFiles;

/**
 * What of a stage is whole before the stage is: a piece is a table, or a part of one. Each is
 * listed, with the size and hash of its files and what came of it, in a file {@code .NAME.piece} of
 * its own once it is written. A stage that was cut off keeps its pieces; what no list names is
 * deleted before it goes on. The lists become the stage's manifest when all is done.
 */
public final class StagePieces {
  private static final String SUFFIX = ".piece";
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path folder;

  StagePieces(Path folder) {
    this.folder = folder;
  }

  private record Piece(JsonNode result, List<ListedFiles.Entry> files) {}

  /**
   * What came of a piece; empty when it is still to be made. Its files were checked at the start.
   */
  public <T> Optional<T> result(String name, Class<T> type) {
    Path list = list(name);
    if (!Files.isRegularFile(list)) {
      return Optional.empty();
    }
    try {
      return Optional.of(MAPPER.treeToValue(read(list).result(), type));
    } catch (IOException e) {
      throw storage("read " + list, e);
    }
  }

  /**
   * Notes that a piece is whole.
   *
   * @param name unique in the stage, of letters that a file's name may have
   * @param result what came of it, to be had again from {@link #result}
   * @param written its files, or folders of them
   * @throws DesistException STORAGE when the disk refuses
   */
  public void keep(String name, Object result, List<Path> written) {
    try {
      List<ListedFiles.Entry> files = new ArrayList<>();
      for (Path one : written) {
        files.addAll(ListedFiles.below(folder, one));
      }
      Piece piece = new Piece(MAPPER.valueToTree(result), files);
      Folders.replace(list(name), MAPPER.writeValueAsString(piece) + "\n");
    } catch (IOException e) {
      throw storage("list what was written of " + name + " to " + folder, e);
    }
  }

  /** Deletes all that is in no whole piece, and the lists of pieces that are whole no more. */
  void clear() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      Set<Path> kept = new HashSet<>();
      for (Path list : lists()) {
        Optional<List<ListedFiles.Entry>> files = whole(list);
        if (files.isPresent()) {
          kept.add(list);
          files.get().forEach(file -> kept.add(folder.resolve(file.name())));
        }
      }
      if (kept.isEmpty()) {
        Folders.delete(folder);
      } else {
        Files.walkFileTree(folder, new Sweeper(kept));
      }
    } catch (IOException e) {
      throw storage("clear " + folder, e);
    }
  }

  /** Takes the lists away and returns what they list: the stage is done. */
  List<ListedFiles.Entry> close() throws IOException {
    List<ListedFiles.Entry> files = new ArrayList<>();
    for (Path list : lists()) {
      files.addAll(read(list).files());
      Files.delete(list);
    }
    return files;
  }

  private static Optional<List<ListedFiles.Entry>> whole(Path list) throws IOException {
    try {
      List<ListedFiles.Entry> files = read(list).files();
      return ListedFiles.damage(list.getParent(), files).isEmpty()
          ? Optional.of(files)
          : Optional.empty();
    } catch (JsonProcessingException e) {
      // Cut off: its piece is made again.
      return Optional.empty();
    }
  }

  private List<Path> lists() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .filter(file -> Files.isRegularFile(file))
          .sorted()
          .toList();
    }
  }

  private static Piece read(Path list) throws IOException {
    return MAPPER.readValue(Files.readString(list), Piece.class);
  }

  private Path list(String name) {
    return folder.resolve("." + name + SUFFIX);
  }

  private static DesistException storage(String what, IOException cause) {
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot %s: %s. Check the disk, then run again.".formatted(what, cause.getMessage()),
        cause);
  }

  /** Leaves the files that are kept, and the folders on the way to them. */
  private static final class Sweeper extends SimpleFileVisitor<Path> {
    private final Set<Path> kept;

    private Sweeper(Set<Path> kept) {
      this.kept = kept;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!kept.contains(file)) {
        Files.delete(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path at, IOException failure) throws IOException {
      if (failure != null) {
        throw failure;
      }
      if (kept.stream().noneMatch(file -> file.startsWith(at))) {
        Files.delete(at);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
