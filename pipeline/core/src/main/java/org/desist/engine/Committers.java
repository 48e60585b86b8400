// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.engine;

import java.util.Map;

/**
 * How what Spark's tasks write comes to be in its folder. Without more, a task writes aside and
 * renames, twice. On an object store each rename is a copy, so that S3A brings a committer of its
 * own: a task uploads to the final name, and the driver makes the uploads files when all have
 * ended. A task that failed, or was lost and goes on, leaves no file.
 */
final class Committers {
  private static final String PROTOCOL =
      "org.apache.spark.internal.io.cloud.PathOutputCommitProtocol";

  private Committers() {}

  /** Settings of a session: none where the libraries of the profile cloud are not installed. */
  static Map<String, String> settings() {
    try {
      Class.forName(PROTOCOL, false, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException e) {
      return Map.of();
    }
    return Map.of(
        // Each file system's own committer; that by renames on a disk and on HDFS.
        "spark.sql.sources.commitProtocolClass",
        PROTOCOL,
        "spark.sql.parquet.output.committer.class",
        "org.apache.spark.internal.io.cloud.BindingParquetOutputCommitter",
        "spark.hadoop.mapreduce.outputcommitter.factory.scheme.s3a",
        "org.apache.hadoop.fs.s3a.commit.S3ACommitterFactory",
        "spark.hadoop.fs.s3a.committer.name",
        "magic");
  }
}
