// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.desist.run.Versions;

/** A small version: the marts that screens and queries read, made from marts.sql beside this. */
public final class SampleMarts {
  private static final List<String> MARTS =
      List.of(
          "published/reoffending_rate",
          "published/data_quality",
          "restricted/reoffending_rate",
          "restricted/cohort_member",
          "restricted/attrition",
          "restricted/quarantine");

  private SampleMarts() {}

  /** Writes every mart below a version's folder. */
  public static void write(Path version) {
    for (String mart : MARTS) {
      copy(mart.replace('/', '_'), version.resolve(mart));
    }
    complete(version);
  }

  /** Adds a mart that no extract of the snapshot could fill, and what arrived. */
  public static void writeContact(Path version) {
    copy("published_contact_standard", version.resolve("published/contact_standard"));
    copy("published_arrival", version.resolve("published/arrival"));
  }

  /** Writes the manifest of a version whose marts are there. */
  public static void complete(Path version) {
    try {
      Files.writeString(version.resolve(Versions.MANIFEST), "{}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes what ingest leaves of its parts. */
  public static void writeParts(Path folder) {
    copy("part", folder);
  }

  /** Writes the rejected rows that the store leaves. */
  public static void writeQuarantine(Path folder) {
    copy("store_quarantine", folder);
  }

  private static void copy(String table, Path folder) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      Files.createDirectories(folder);
      statement.execute(script());
      statement.execute(
          "copy %s to '%s' (format parquet)".formatted(table, folder.resolve("0.parquet")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String script() throws IOException {
    try (InputStream input = SampleMarts.class.getResourceAsStream("marts.sql")) {
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
