// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.Shell;

/**
 * {@code marts.duckdb}: a view per published mart over the current version, for analysts with
 * DuckDB of their own. It is derived from the version and can be made again at any time; restricted
 * marts are never in it. Views and columns carry what the contract says of them as comments.
 */
public final class MartCatalog {
  public static final String FILE = "marts.duckdb";

  private MartCatalog() {}

  /** Makes the catalog of a version and puts it in the place of the one before in one act. */
  public static void refresh(Path out, Path version) {
    Path draft = out.resolve("." + FILE + ".draft");
    try {
      Files.deleteIfExists(draft);
      // A killed process may have left the log of its draft, which DuckDB would replay into this
      // one.
      Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + ".wal"));
      write(draft, out, version);
      Files.move(
          draft,
          out.resolve(FILE),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | SQLException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot write %s: %s. Readers see the version all the same; make room, then make the catalog anew with: %s"
              .formatted(
                  out.resolve(FILE),
                  e.getMessage(),
                  Shell.current(out, version.getFileName().toString(), "make marts.duckdb anew")),
          e);
    }
  }

  private static void write(Path file, Path out, Path version) throws SQLException {
    MartContract contract = MartContract.read();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      for (VersionManifest.Mart mart : VersionManifest.read(version).marts()) {
        if (mart.folder().startsWith("published/")) {
          String files = version.toAbsolutePath().normalize().resolve(mart.folder()) + "/*.parquet";
          view(statement, contract, mart.folder(), files);
        }
      }
      for (Map.Entry<String, String> mart : RequestMarts.patterns(out).entrySet()) {
        view(statement, contract, "published/" + mart.getKey(), mart.getValue());
      }
    }
  }

  private static void view(Statement statement, MartContract contract, String folder, String files)
      throws SQLException {
    String name = folder.substring(folder.indexOf('/') + 1);
    statement.execute(
        "create view \"%s\" as select * from read_parquet(%s)".formatted(name, text(files)));
    Optional<MartContract.Mart> described = contract.in(folder);
    if (described.isPresent()) {
      comment(statement, name, described.get());
    }
  }

  private static void comment(Statement statement, String view, MartContract.Mart mart)
      throws SQLException {
    String about = mart.description() + ". One row per " + mart.grain() + ".";
    statement.execute("comment on view \"%s\" is %s".formatted(view, text(about)));
    for (MartContract.Column column : mart.columns()) {
      statement.execute(
          "comment on column \"%s\".\"%s\" is %s"
              .formatted(view, column.name(), text(column.description())));
    }
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
