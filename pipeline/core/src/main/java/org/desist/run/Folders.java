// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.storage.Locations;

/** File operations of a run, with errors that say what to do. */
public final class Folders {
  private Folders() {}

  /** Creates a folder and those above it; nothing happens when it is there. */
  public static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw storage("create the folder " + folder, "Check that the disk is writable", e);
    }
  }

  /** Creates a folder that readers may enter, and those above it; one that is there is left. */
  public static void createOpen(Path folder) {
    if (Locations.isRemote(folder)) {
      create(folder);
      return;
    }
    Deque<Path> missing = new ArrayDeque<>();
    for (Path at = folder.toAbsolutePath(); at != null && !Files.exists(at); at = at.getParent()) {
      missing.push(at);
    }
    create(folder);
    missing.forEach(ReaderAccess::open);
  }

  /**
   * Creates a folder that only its owner may enter, where the file system knows owners. Folders
   * above it that are missing are open to readers.
   */
  public static void createPrivate(Path folder) {
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      createOpen(parent);
    }
    create(folder);
    closeToOthers(folder);
  }

  /** Leaves a file or a folder to its owner alone, where the file system knows owners. */
  public static void closeToOthers(Path path) {
    PosixFileAttributeView owners = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (owners != null) {
      try {
        owners.setPermissions(ownersRights(path, owners));
      } catch (IOException e) {
        throw storage("close " + path + " to others", "Check who owns it", e);
      }
    }
  }

  private static Set<PosixFilePermission> ownersRights(Path path, PosixFileAttributeView owners)
      throws IOException {
    if (path.getFileSystem() != FileSystems.getDefault()) {
      // Rights can be set there and not asked for.
      return PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------");
    }
    Set<PosixFilePermission> kept = owners.readAttributes().permissions();
    kept.retainAll(PosixFilePermissions.fromString("rwx------"));
    return kept;
  }

  /**
   * Creates an empty file that is its owner's alone from the first moment, where the file system
   * knows owners.
   *
   * @throws FileAlreadyExistsException when there is one of that name, or a link
   */
  public static void createPrivateFile(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
  }

  /** Has a file that is about to be written as its owner's alone before anything is in it. */
  public static void preparePrivateFile(Path file) throws IOException {
    if (Files.isRegularFile(file)) {
      closeToOthers(file);
    } else if (!Files.exists(file)) {
      createPrivateFile(file);
    }
  }

  /** Deletes a folder with all it holds, or a file; nothing happens when there is none. */
  public static void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try {
      if (Locations.isRemote(path)) {
        Locations.deleteRemote(path);
      } else {
        Files.walkFileTree(path, new Deletion());
      }
    } catch (IOException e) {
      throw storage("delete " + path, "Check that nothing else writes there", e);
    }
  }

  /**
   * A new folder for what is needed for a while; only its owner may enter. The caller deletes it.
   */
  public static Path temporary(String purpose) {
    try {
      return Files.createTempDirectory("desist-" + purpose);
    } catch (IOException e) {
      throw storage(
          "make a folder for a while in " + System.getProperty("java.io.tmpdir"),
          "Check the room there, or name another folder by TMPDIR or -Djava.io.tmpdir",
          e);
    }
  }

  /** The names of the folders below one, sorted; none when it does not exist. */
  public static List<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .map(entry -> entry.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw storage("list " + folder, "Check that the folder is readable", e);
    }
  }

  /**
   * Writes a small file so that readers see all of it or nothing, also after a power cut. Where
   * nothing can be renamed atomically, writing a small file is. What cannot be read back as it was
   * written never takes the file's place.
   */
  public static void replace(Path file, String text) {
    replace(file, text, draft -> {});
  }

  /** The same for a file that is open to readers from the moment it is there. */
  public static void replaceOpen(Path file, String text) {
    replace(file, text, ReaderAccess::open);
  }

  private static void replace(Path file, String text, Consumer<Path> prepare) {
    Path draft = file.resolveSibling("." + file.getFileName() + ".draft");
    try {
      if (!Locations.renamesInOneAct(file)) {
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return;
      }
      Files.writeString(draft, text, StandardCharsets.UTF_8);
      if (!Locations.isRemote(draft)) {
        force(draft);
      }
      if (!Files.readString(draft, StandardCharsets.UTF_8).equals(text)) {
        throw new IOException("what is read back is not what was written");
      }
      prepare.accept(draft);
      move(draft, file);
    } catch (IOException e) {
      throw storage("write " + file, "Check that the disk is writable and has room", e);
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Renames in one act; {@link Locations#renamesInOneAct} says where that can be done. */
  public static void move(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw storage("rename " + from + " to " + to, "Check that nothing else writes there", e);
    }
  }

  private static DesistException storage(String what, String next, IOException cause) {
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot %s: %s. %s, then run again.".formatted(what, cause.getMessage(), next),
        cause);
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
