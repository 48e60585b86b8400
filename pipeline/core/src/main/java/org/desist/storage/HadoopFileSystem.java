// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.storage;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** One bucket, container or cluster: all that has the same scheme and authority. */
final class HadoopFileSystem extends FileSystem {
  private static final String SEPARATOR = "/";

  // Those whose rename replaces and is one act. Others may have it, but not always (a store on
  // Azure with a hierarchical namespace), and nothing is lost by not relying on it.
  private static final Set<String> RENAMING = Set.of("hdfs", "webhdfs", "swebhdfs", "viewfs");

  private final String scheme;
  private final String authority;
  private final HadoopProvider provider;
  private org.apache.hadoop.fs.FileSystem hadoop;

  /**
   * Reaches nothing yet.
   *
   * @param authority such as a bucket, or null where the scheme has none
   */
  HadoopFileSystem(String scheme, String authority) {
    this.scheme = scheme;
    this.authority = authority;
    this.provider = new HadoopProvider(scheme);
  }

  /** Hadoop's own view, reached at the first call. */
  synchronized org.apache.hadoop.fs.FileSystem hadoop() throws IOException {
    if (hadoop == null) {
      hadoop =
          new org.apache.hadoop.fs.Path(root() + SEPARATOR).getFileSystem(HadoopSettings.current());
    }
    return hadoop;
  }

  /** Such as {@code s3a://bucket}, without a slash at its end. */
  String root() {
    return scheme + "://" + (authority == null ? "" : authority);
  }

  String scheme() {
    return scheme;
  }

  String authority() {
    return authority;
  }

  boolean renamesInOneAct() {
    return RENAMING.contains(scheme);
  }

  /** A path whose first part, when it begins with a slash, is right below the root. */
  @Override
  public HadoopPath getPath(String first, String... more) {
    String text = String.join(SEPARATOR, first, String.join(SEPARATOR, more));
    List<String> names =
        Arrays.stream(text.split(SEPARATOR)).filter(name -> !name.isEmpty()).toList();
    return new HadoopPath(this, text.startsWith(SEPARATOR), names);
  }

  @Override
  public FileSystemProvider provider() {
    return provider;
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException("Hadoop closes its file systems with the process");
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public String getSeparator() {
    return SEPARATOR;
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return List.of(getPath(SEPARATOR));
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return List.of();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return Set.of("basic", "posix");
  }

  @Override
  public PathMatcher getPathMatcher(String pattern) {
    throw new UnsupportedOperationException("patterns");
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    throw new UnsupportedOperationException("owners");
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException("watching");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HadoopFileSystem that
        && scheme.equals(that.scheme)
        && Objects.equals(authority, that.authority);
  }

  @Override
  public int hashCode() {
    return Objects.hash(scheme, authority);
  }
}
