// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.repository;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** A PostgreSQL database. Shown without user and password, wherever the address had them. */
public final class JobsServer implements JobsPlace {
  private static final String CONNECT_SECONDS = "10";

  /**
   * A server that has lost sight of a machine for a minute and a half gives its locks back; without
   * this it would be two hours.
   */
  private static final String KEEPALIVES =
      "-c tcp_keepalives_idle=60 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3";

  private final String label;
  private final String url;
  private final Properties properties;

  private JobsServer(String label, String url, Properties properties) {
    this.label = label;
    this.url = url;
    this.properties = properties;
  }

  static JobsServer of(String url, String user, String password) {
    Properties given = Driver.parseURL(url, null);
    if (given == null) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot use the address of the job repository: it must be a folder, or"
              + " jdbc:postgresql://HOST/DATABASE. Correct --jobs or DESIST_JOBS.");
    }
    String host = PGProperty.PG_HOST.getOrDefault(given);
    String port = PGProperty.PG_PORT.getOrDefault(given);
    String database = PGProperty.PG_DBNAME.getOrDefault(given);
    Properties properties = new Properties();
    put(properties, given, PGProperty.USER, user);
    put(properties, given, PGProperty.PASSWORD, password);
    put(properties, given, PGProperty.OPTIONS, KEEPALIVES);
    put(properties, given, PGProperty.TCP_KEEP_ALIVE, "true");
    put(properties, given, PGProperty.CONNECT_TIMEOUT, CONNECT_SECONDS);
    return new JobsServer(
        "jdbc:postgresql://%s:%s/%s".formatted(host, port, database), url, properties);
  }

  /** What the address says itself goes before. */
  private static void put(
      Properties properties, Properties given, PGProperty property, String value) {
    if (value != null && !value.isEmpty() && !property.isPresent(given)) {
      property.set(properties, value);
    }
  }

  /** With user and password, when they were given in it: for the driver only. */
  String url() {
    return url;
  }

  /** What the driver is told besides, its own copy. */
  Properties properties() {
    Properties copy = new Properties();
    copy.putAll(properties);
    return copy;
  }

  @Override
  public Optional<Path> asFolder() {
    return Optional.empty();
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public String toString() {
    return label;
  }
}
