// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.repository;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.h2.store.fs.disk.FilePathDisk;

/**
 * A folder under a name of its own for H2, which would take what follows a semicolon in its address
 * for settings, and a backslash for a slash. Whatever the folder is called, none of it is in the
 * address.
 */
public final class NamedDisk extends FilePathWrapper {
  private static final String SCHEME = "desist";
  private static final Map<String, Path> FOLDERS = new ConcurrentHashMap<>();

  static {
    FilePath.register(new NamedDisk());
  }

  /** For H2, which makes one per path. */
  public NamedDisk() {}

  /** What H2 is to call a folder. */
  static String name(Path folder) {
    String token = UUID.randomUUID().toString();
    FOLDERS.put(token, folder.toAbsolutePath());
    return SCHEME + ":" + token;
  }

  /** Forgets a name that nothing is open under any more. */
  static void forget(String name) {
    FOLDERS.remove(name.substring(SCHEME.length() + 1));
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  /** Paths are {@code TOKEN} and {@code TOKEN/FILE}. */
  @Override
  protected FilePath unwrap(String path) {
    String below = path.substring(SCHEME.length() + 1);
    int slash = below.indexOf('/');
    Path folder = FOLDERS.get(slash < 0 ? below : below.substring(0, slash));
    if (folder == null) {
      return new Disk(below);
    }
    return new Disk((slash < 0 ? folder : folder.resolve(below.substring(slash + 1))).toString());
  }

  /** Itself: H2 would take a backslash in a path that it is given again for a slash. */
  @Override
  public FilePath toRealPath() {
    return this;
  }

  @Override
  public FilePath getParent() {
    int slash = name.indexOf('/');
    return slash < 0 ? super.getParent() : getPath(name.substring(0, slash));
  }

  /** Files by their names as they are. */
  private static final class Disk extends FilePathDisk {
    Disk(String path) {
      name = path;
    }

    @Override
    public FilePathDisk getPath(String path) {
      return new Disk(path);
    }

    @Override
    public FilePathDisk toRealPath() {
      return this;
    }
  }
}
