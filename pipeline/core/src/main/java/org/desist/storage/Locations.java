// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.storage;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileSystem;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * Where files are: a path of this machine, or {@code scheme://authority/folder} on a file system
 * that Hadoop knows, such as {@code s3a://bucket/desist}.
 */
public final class Locations {
  // Two letters at least, so that the drive of a Windows path is none.
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");

  private Locations() {}

  /**
   * The path that a text names.
   *
   * @throws DesistException BAD_ARGUMENT when no file system for its scheme is installed, or the
   *     text is no location
   */
  public static Path of(String text) {
    Path path = named(text);
    if (path instanceof HadoopPath remote) {
      try {
        FileSystem.getFileSystemClass(remote.getFileSystem().scheme(), HadoopSettings.current());
      } catch (IOException e) {
        throw unusable(text, "no file system of that kind is installed", e);
      }
    }
    return path;
  }

  /**
   * The same for a text that was once given and is only told of now, such as in the history of
   * runs: whether its file system is installed shows when it is used.
   *
   * @throws DesistException BAD_ARGUMENT when the text is no location
   */
  public static Path named(String text) {
    try {
      if (!SCHEME.matcher(text).matches()) {
        return Path.of(text);
      }
      // Not new URI(text): a name may hold what a URI must escape.
      URI uri = new org.apache.hadoop.fs.Path(text).toUri();
      if (uri.getScheme().equals("file")) {
        return Path.of(uri.getPath());
      }
      return new HadoopFileSystem(uri.getScheme(), uri.getAuthority()).getPath(uri.getPath());
    } catch (IllegalArgumentException e) {
      throw unusable(text, "it is no location: " + e.getMessage(), e);
    }
  }

  private static DesistException unusable(String text, String why, Exception cause) {
    return new DesistException(
        ErrorCode.BAD_ARGUMENT,
        "Cannot use %s: %s. Name a folder of this machine, or one such as s3a://bucket/desist; docs/storage.md tells what each kind needs."
            .formatted(text, why),
        cause);
  }

  /** Whether a path lies on a file system that only Hadoop reaches. */
  public static boolean isRemote(Path path) {
    return path instanceof HadoopPath;
  }

  /**
   * Whether a folder or a file can take another's name in one act, so that nobody sees it half way.
   * True of this machine and of HDFS; an object store copies file by file.
   */
  public static boolean renamesInOneAct(Path path) {
    return !(path instanceof HadoopPath hadoop) || hadoop.getFileSystem().renamesInOneAct();
  }

  /** A path as Spark and Hadoop are told of it: with its scheme, and nothing escaped. */
  public static String url(Path path) {
    return isRemote(path) ? path.toAbsolutePath().toString() : "file:" + path.toAbsolutePath();
  }

  /**
   * Deletes a folder with all it holds, or a file, at once, which java.nio does file by file.
   * Killed half way, some of it is left.
   *
   * @param path one for which {@link #isRemote} holds
   */
  public static void deleteRemote(Path path) throws IOException {
    HadoopPath remote = (HadoopPath) path;
    remote.getFileSystem().hadoop().delete(remote.hadoop(), true);
  }
}
