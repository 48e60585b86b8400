// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.storage;

import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import org.apache.hadoop.fs.permission.FsPermission;

/** Sets who may enter; an object store, which has no owners, passes it over. */
record HadoopPermissions(HadoopPath path) implements PosixFileAttributeView {
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
