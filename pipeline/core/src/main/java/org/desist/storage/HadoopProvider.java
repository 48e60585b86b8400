// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.permission.FsPermission;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * What java.nio.file.Files does, done by Hadoop. A file is there when its writer has closed it; on
 * an object store that is the one act that creates it.
 *
 * <p>Questions whether something is there throw when the store cannot say: to take silence for an
 * absence would publish over what is there.
 */
final class HadoopProvider extends FileSystemProvider {
  private static final int BUFFER = 1 << 16;

  private final String scheme;

  HadoopProvider(String scheme) {
    this.scheme = scheme;
  }

  @Override
  public String getScheme() {
    return scheme;
  }

  @Override
  public HadoopFileSystem newFileSystem(URI uri, Map<String, ?> environment) {
    return getFileSystem(uri);
  }

  @Override
  public HadoopFileSystem getFileSystem(URI uri) {
    return new HadoopFileSystem(uri.getScheme(), uri.getAuthority());
  }

  @Override
  public Path getPath(URI uri) {
    return getFileSystem(uri).getPath(uri.getPath());
  }

  @Override
  public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
    return hadoop(path).open(path(path), BUFFER);
  }

  @Override
  public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
    List<OpenOption> asked = Arrays.asList(options);
    if (asked.contains(StandardOpenOption.APPEND)) {
      throw new UnsupportedOperationException("a file is written once and whole");
    }
    return hadoop(path).create(path(path), !asked.contains(StandardOpenOption.CREATE_NEW));
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (!options.isEmpty() && !options.equals(Set.of(StandardOpenOption.READ))) {
      throw new UnsupportedOperationException("a file is written once and whole");
    }
    long size = status(path).getLen();
    return new HadoopChannel(hadoop(path).open(path(path), BUFFER), size);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    List<Path> entries = new ArrayList<>();
    for (FileStatus status : hadoop(folder).listStatus(path(folder))) {
      Path entry = folder.resolve(status.getPath().getName());
      if (filter.accept(entry)) {
        entries.add(entry);
      }
    }
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return entries.iterator();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    if (!hadoop(folder).mkdirs(path(folder))) {
      throw new IOException("the file system refused to make " + folder);
    }
  }

  @Override
  public void delete(Path path) throws IOException {
    if (!hadoop(path).delete(path(path), false)) {
      throw new NoSuchFileException(path.toString());
    }
  }

  @Override
  public void copy(Path from, Path to, CopyOption... options) throws IOException {
    boolean replaces = Arrays.asList(options).contains(StandardCopyOption.REPLACE_EXISTING);
    if (!replaces && Files.exists(to)) {
      throw new FileAlreadyExistsException(to.toString());
    }
    try (InputStream input = newInputStream(from);
        OutputStream output = newOutputStream(to)) {
      input.transferTo(output);
    }
  }

  /** Renames in one act, over what is there; nothing is moved where the file system cannot. */
  @Override
  public void move(Path from, Path to, CopyOption... options) throws IOException {
    if (!Locations.renamesInOneAct(from)) {
      throw new AtomicMoveNotSupportedException(
          from.toString(), to.toString(), scheme + " copies file by file");
    }
    FileContext.getFileContext(to.toUri(), HadoopSettings.current())
        .rename(path(from), path(to), Options.Rename.OVERWRITE);
  }

  @Override
  public boolean isSameFile(Path one, Path other) {
    return one.toAbsolutePath().equals(other.toAbsolutePath());
  }

  @Override
  public boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  @Override
  public FileStore getFileStore(Path path) {
    throw new UnsupportedOperationException("room");
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    status(path);
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return type == PosixFileAttributeView.class
        ? type.cast(new Permissions((HadoopPath) path))
        : null;
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    if (type != BasicFileAttributes.class) {
      throw new UnsupportedOperationException(type.getName());
    }
    return type.cast(new Attributes(status(path)));
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) {
    throw new UnsupportedOperationException(attributes);
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
    throw new UnsupportedOperationException(attribute);
  }

  private static org.apache.hadoop.fs.FileSystem hadoop(Path path) throws IOException {
    return ((HadoopPath) path).getFileSystem().hadoop();
  }

  private static org.apache.hadoop.fs.Path path(Path path) {
    return ((HadoopPath) path).hadoop();
  }

  private static FileStatus status(Path path) throws NoSuchFileException {
    try {
      return hadoop(path).getFileStatus(path(path));
    } catch (FileNotFoundException e) {
      throw absent(path, e);
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot ask for %s: %s. Check that the store is there, its address and who may read it; docs/storage.md tells where these are set. Then run again."
              .formatted(path, e.getMessage()),
          e);
    }
  }

  private static NoSuchFileException absent(Path path, FileNotFoundException cause) {
    NoSuchFileException absent = new NoSuchFileException(path.toString());
    absent.initCause(cause);
    return absent;
  }

  /** What Hadoop knows of a file or folder. */
  private record Attributes(FileStatus status) implements BasicFileAttributes {
    @Override
    public FileTime lastModifiedTime() {
      return FileTime.fromMillis(status.getModificationTime());
    }

    @Override
    public FileTime lastAccessTime() {
      return FileTime.fromMillis(status.getAccessTime());
    }

    @Override
    public FileTime creationTime() {
      return lastModifiedTime();
    }

    @Override
    public boolean isRegularFile() {
      return status.isFile();
    }

    @Override
    public boolean isDirectory() {
      return status.isDirectory();
    }

    @Override
    public boolean isSymbolicLink() {
      return false;
    }

    @Override
    public boolean isOther() {
      return false;
    }

    @Override
    public long size() {
      return status.getLen();
    }

    @Override
    public Object fileKey() {
      return null;
    }
  }

  /** Sets who may enter; an object store, which has no owners, passes it over. */
  private record Permissions(HadoopPath path) implements PosixFileAttributeView {
    @Override
    public String name() {
      return "posix";
    }

    @Override
    public void setPermissions(Set<PosixFilePermission> permissions) throws IOException {
      FsPermission permission =
          FsPermission.valueOf("-" + PosixFilePermissions.toString(permissions));
      path.getFileSystem().hadoop().setPermission(path.hadoop(), permission);
    }

    @Override
    public PosixFileAttributes readAttributes() {
      throw new UnsupportedOperationException("owners");
    }

    @Override
    public void setTimes(FileTime modified, FileTime accessed, FileTime created) {
      throw new UnsupportedOperationException("times");
    }

    @Override
    public UserPrincipal getOwner() {
      throw new UnsupportedOperationException("owners");
    }

    @Override
    public void setOwner(UserPrincipal owner) {
      throw new UnsupportedOperationException("owners");
    }

    @Override
    public void setGroup(GroupPrincipal group) {
      throw new UnsupportedOperationException("owners");
    }
  }
}
