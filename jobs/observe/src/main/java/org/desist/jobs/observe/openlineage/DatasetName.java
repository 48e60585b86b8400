// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe.openlineage;

import java.net.URI;
import java.nio.file.Path;

/**
 * A table by OpenLineage's rules: {@code file} and a path on this machine, {@code s3://bucket} and
 * a key in a bucket, the scheme and authority of any other file system.
 */
record DatasetName(String namespace, String name) {
  static DatasetName of(Path path) {
    URI uri = path.toAbsolutePath().normalize().toUri();
    String whole = uri.getPath().replaceFirst("/+$", "");
    if (uri.getScheme().equals("file")) {
      return new DatasetName("file", whole);
    }
    String scheme = uri.getScheme().matches("s3[an]") ? "s3" : uri.getScheme();
    return new DatasetName(scheme + "://" + uri.getAuthority(), whole.replaceFirst("^/", ""));
  }
}
