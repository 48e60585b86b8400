// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.storage;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Names below the root of a file system, or, when relative, below any folder of it. */
final class HadoopPath implements Path {
  private final HadoopFileSystem fileSystem;
  private final boolean isAbsolute;
  private final List<String> names;

  HadoopPath(HadoopFileSystem fileSystem, boolean isAbsolute, List<String> names) {
    this.fileSystem = fileSystem;
    this.isAbsolute = isAbsolute;
    this.names = List.copyOf(names);
  }

  /** The same in Hadoop's words. */
  org.apache.hadoop.fs.Path hadoop() {
    return new org.apache.hadoop.fs.Path(toAbsolutePath().toString());
  }

  private HadoopPath absolute(List<String> others) {
    return new HadoopPath(fileSystem, true, others);
  }

  private HadoopPath relative(List<String> others) {
    return new HadoopPath(fileSystem, false, others);
  }

  @Override
  public HadoopFileSystem getFileSystem() {
    return fileSystem;
  }

  @Override
  public boolean isAbsolute() {
    return isAbsolute;
  }

  @Override
  public Path getRoot() {
    return isAbsolute ? absolute(List.of()) : null;
  }

  @Override
  public Path getFileName() {
    return names.isEmpty() ? null : relative(names.subList(names.size() - 1, names.size()));
  }

  @Override
  public Path getParent() {
    if (names.isEmpty() || (names.size() == 1 && !isAbsolute)) {
      return null;
    }
    return new HadoopPath(fileSystem, isAbsolute, names.subList(0, names.size() - 1));
  }

  @Override
  public int getNameCount() {
    return names.size();
  }

  @Override
  public Path getName(int index) {
    return subpath(index, index + 1);
  }

  @Override
  public Path subpath(int begin, int end) {
    if (begin < 0 || begin >= end || end > names.size()) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "names %d to %d of %s", begin, end, this));
    }
    return relative(names.subList(begin, end));
  }

  @Override
  public boolean startsWith(Path other) {
    return other instanceof HadoopPath that
        && fileSystem.equals(that.fileSystem)
        && isAbsolute == that.isAbsolute
        && names.size() >= that.names.size()
        && names.subList(0, that.names.size()).equals(that.names);
  }

  @Override
  public boolean endsWith(Path other) {
    if (!(other instanceof HadoopPath that) || !fileSystem.equals(that.fileSystem)) {
      return false;
    }
    int from = names.size() - that.names.size();
    return that.isAbsolute
        ? equals(that)
        : from >= 0 && names.subList(from, names.size()).equals(that.names);
  }

  @Override
  public Path normalize() {
    List<String> kept = new ArrayList<>();
    for (String name : names) {
      boolean isUp = name.equals("..");
      if (isUp && !kept.isEmpty() && !kept.get(kept.size() - 1).equals("..")) {
        kept.remove(kept.size() - 1);
      } else if (!name.equals(".") && !(isUp && isAbsolute)) {
        kept.add(name);
      }
    }
    return new HadoopPath(fileSystem, isAbsolute, kept);
  }

  @Override
  public Path resolve(Path other) {
    if (other.isAbsolute()) {
      return other;
    }
    List<String> all = new ArrayList<>(names);
    all.addAll(like(other).names);
    return new HadoopPath(fileSystem, isAbsolute, all);
  }

  @Override
  public Path relativize(Path other) {
    HadoopPath that = like(other);
    if (isAbsolute != that.isAbsolute) {
      throw new IllegalArgumentException("one of %s and %s is absolute".formatted(this, that));
    }
    int same = 0;
    while (same < Math.min(names.size(), that.names.size())
        && names.get(same).equals(that.names.get(same))) {
      same++;
    }
    List<String> way = new ArrayList<>(Collections.nCopies(names.size() - same, ".."));
    way.addAll(that.names.subList(same, that.names.size()));
    return relative(way);
  }

  private HadoopPath like(Path other) {
    if (other instanceof HadoopPath that && fileSystem.equals(that.fileSystem)) {
      return that;
    }
    throw new ProviderMismatchException("%s is not on %s".formatted(other, fileSystem.root()));
  }

  @Override
  public URI toUri() {
    HadoopPath whole = toAbsolutePath();
    try {
      return new URI(
          fileSystem.scheme(),
          fileSystem.authority(),
          "/" + String.join("/", whole.names),
          null,
          null);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a path with a scheme is a URI", e);
    }
  }

  @Override
  public HadoopPath toAbsolutePath() {
    return isAbsolute ? this : absolute(names);
  }

  @Override
  public Path toRealPath(LinkOption... options) {
    return toAbsolutePath().normalize();
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException("watching");
  }

  @Override
  public int compareTo(Path other) {
    return toString().compareTo(like(other).toString());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HadoopPath that
        && fileSystem.equals(that.fileSystem)
        && isAbsolute == that.isAbsolute
        && names.equals(that.names);
  }

  @Override
  public int hashCode() {
    return 31 * fileSystem.hashCode() + names.hashCode();
  }

  /** With scheme and authority when absolute, so that the text names the same file anywhere. */
  @Override
  public String toString() {
    String below = String.join("/", names);
    return isAbsolute ? fileSystem.root() + "/" + below : below;
  }
}
