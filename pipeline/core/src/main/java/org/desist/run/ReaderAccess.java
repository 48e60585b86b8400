// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.storage.Locations;

/**
 * Opens what is published to those who may read it. The launcher has everything written for its
 * owner alone, and says in {@code DESIST_UMASK} what the account that started it lets others do:
 * that, and never a right to change anything, is given to what is published. Without the variable
 * files are as the process's own mask makes them, and nothing is done.
 */
public final class ReaderAccess {
  /** The variable: a mask as the shell's umask prints it, such as 0022. */
  public static final String VARIABLE = "DESIST_UMASK";

  private static final int OCTAL = 8;
  private static final int ALL = 0777;

  private ReaderAccess() {}

  /** Opens a file or a folder, but nothing in it. */
  public static void open(Path path) {
    String mask = System.getenv(VARIABLE);
    if (mask != null && !Locations.isRemote(path)) {
      open(path, mask(mask));
    }
  }

  /** Opens a folder with all it holds, but for what is named {@code restricted}. */
  public static void openAll(Path folder) {
    if (System.getenv(VARIABLE) == null || Locations.isRemote(folder)) {
      return;
    }
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
              if (inner.endsWith("restricted")) {
                return FileVisitResult.SKIP_SUBTREE;
              }
              open(inner);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              open(file);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw refused(folder, e);
    }
  }

  static void open(Path path, int mask) {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view == null || path.getFileSystem() != FileSystems.getDefault()) {
      // A store has rules of its own for who may read.
      return;
    }
    try {
      Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
      permissions.addAll(view.readAttributes().permissions());
      boolean isFolder = Files.isDirectory(path);
      give(permissions, mask, 040, PosixFilePermission.GROUP_READ);
      give(permissions, mask, 04, PosixFilePermission.OTHERS_READ);
      if (isFolder) {
        give(permissions, mask, 010, PosixFilePermission.GROUP_EXECUTE);
        give(permissions, mask, 01, PosixFilePermission.OTHERS_EXECUTE);
      }
      view.setPermissions(permissions);
    } catch (IOException e) {
      throw refused(path, e);
    }
  }

  private static void give(
      Set<PosixFilePermission> permissions, int mask, int bit, PosixFilePermission right) {
    if ((mask & bit) == 0) {
      permissions.add(right);
    }
  }

  /**
   * What a text of the variable withholds.
   *
   * @throws DesistException BAD_ARGUMENT when it is no mask
   */
  static int mask(String text) {
    try {
      int mask = Integer.parseInt(text, OCTAL);
      if (mask >= 0 && mask <= ALL) {
        return mask;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number that is too large is.
    }
    throw new DesistException(
        ErrorCode.BAD_ARGUMENT,
        "Cannot use %s=%s: it is no mask. Write it like 0022, as the shell's umask prints it, or leave it out."
            .formatted(VARIABLE, text));
  }

  private static DesistException refused(Path path, IOException cause) {
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot open %s to its readers: %s. Check who owns it, then run again."
            .formatted(path, cause.getMessage()),
        cause);
  }
}
