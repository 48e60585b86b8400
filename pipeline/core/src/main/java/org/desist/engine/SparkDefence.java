// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.storage.SecretFile;

/**
 * Keeps others on the machine and on the network out of what Spark has in memory. A driver serves
 * its blocks, rows of people among them, to whoever can open its ports and knows the secret;
 * without authentication the ports are enough.
 */
final class SparkDefence {
  /** Set to true by those who protect a cluster's network in another way. */
  static final String ALLOW = "spark.desist.allowUnauthenticatedCluster";

  /** Names a file with the secret that the master and the workers of a standalone cluster have. */
  static final String SECRET_FILE = "spark.desist.secretFile";

  private static final String SECRET = "spark.authenticate.secret";
  private static final String AUTHENTICATE = "spark.authenticate";
  private static final String RPC_ENCRYPTION = "spark.network.crypto.enabled";
  private static final String FILE_ENCRYPTION = "spark.io.encryption.enabled";
  private static final String LOOPBACK = "127.0.0.1";

  private SparkDefence() {}

  /**
   * The settings for a master.
   *
   * @param master such as {@code local[4]} or {@code yarn}
   * @param given what has been set for Spark outside of this program
   * @throws DesistException OPEN_CLUSTER for a cluster that asks nobody for a secret, unless that
   *     is allowed
   */
  static Map<String, String> settings(String master, SparkConf given) {
    return isLocal(master) ? local() : cluster(master, given);
  }

  private static boolean isLocal(String master) {
    return master.equals("local") || master.startsWith("local[");
  }

  /** Spark draws the secret of a local run itself, and keeps it in memory. */
  private static Map<String, String> local() {
    return Map.of(
        "spark.driver.bindAddress",
        LOOPBACK,
        "spark.driver.host",
        LOOPBACK,
        AUTHENTICATE,
        "true",
        RPC_ENCRYPTION,
        "true",
        FILE_ENCRYPTION,
        "true");
  }

  private static Map<String, String> cluster(String master, SparkConf given) {
    if (!given.getBoolean(AUTHENTICATE, false)) {
      if (given.getBoolean(ALLOW, false)) {
        return Map.of();
      }
      throw new DesistException(
          ErrorCode.OPEN_CLUSTER,
          "Cannot use the cluster %s: %s is not true, so whoever reaches its ports can read what it holds of people. Set %s=true%s; docs/cluster.md shows how. Where the network itself keeps others out, %s=true allows it."
              .formatted(master, AUTHENTICATE, AUTHENTICATE, secret(master), ALLOW));
    }
    Map<String, String> settings = new LinkedHashMap<>();
    if (given.contains(SECRET_FILE)) {
      settings.put(SECRET, read(Path.of(given.get(SECRET_FILE))));
    }
    for (String encryption : new String[] {RPC_ENCRYPTION, FILE_ENCRYPTION}) {
      if (!given.contains(encryption)) {
        settings.put(encryption, "true");
      }
    }
    return settings;
  }

  private static String read(Path file) {
    try {
      String secret = Files.readString(file).strip();
      SecretFile.check("file of Spark's secret", file);
      if (!secret.isEmpty()) {
        return secret;
      }
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.NO_KEY,
          "Cannot read the file of Spark's secret %s: %s. %s names it."
              .formatted(file, e.getMessage(), SECRET_FILE),
          e);
    }
    throw new DesistException(
        ErrorCode.NO_KEY,
        "Cannot use the file of Spark's secret %s: it is empty. Write into it what %s is on the master and the workers."
            .formatted(file, SECRET));
  }

  /** YARN and Kubernetes hand a secret of their own to each application. */
  private static String secret(String master) {
    return master.startsWith("spark://")
        ? " and %s to a file with the secret that the master and the workers have"
            .formatted(SECRET_FILE)
        : "";
  }
}
