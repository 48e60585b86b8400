// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.desist.engine.EngineFiles;
import org.desist.engine.EngineRoom;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.Folders;
import org.desist.run.ReaderAccess;
import org.desist.run.Shell;

/**
 * {@code marts.duckdb}: a view per published mart over the current version, for analysts with
 * DuckDB of their own. It is derived from the version and can be made again at any time; restricted
 * marts are never in it. Views and columns carry what the contract says of them as comments.
 */
public final class MartCatalog {
  public static final String FILE = "marts.duckdb";

  private MartCatalog() {}

  /** Makes the catalog of a version and puts it atomically in the place of the one before. */
  public static void refresh(Path out, Path version) {
    Path draft = out.resolve("." + FILE + ".draft");
    // DuckDB takes what follows a question mark in the path of a database for settings.
    Path scratch = Folders.temporary("catalog");
    try {
      write(scratch.resolve(FILE), out, version);
      Files.copy(scratch.resolve(FILE), draft, StandardCopyOption.REPLACE_EXISTING);
      ReaderAccess.open(draft);
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
    } finally {
      Folders.delete(scratch);
    }
  }

  private static void write(Path file, Path out, Path version) throws SQLException {
    MartContract contract = MartContract.read();
    try (Connection connection = EngineRoom.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(EngineFiles.attach(file, "marts"));
      statement.execute("use marts");
      for (Map.Entry<String, String> view : views(out, version).entrySet()) {
        String name = view.getKey();
        statement.execute(
            "create view \"%s\" as select * from %s".formatted(name, view.getValue()));
        Optional<MartContract.Mart> described = contract.in("published/" + name);
        if (described.isPresent()) {
          comment(statement, name, described.get());
        }
      }
      statement.execute("use memory");
      statement.execute("detach marts");
    }
  }

  /** What each view reads: files by name, and no folder. */
  private static Map<String, String> views(Path out, Path version) {
    Map<String, String> views = new LinkedHashMap<>();
    for (VersionManifest.Mart mart : VersionManifest.read(version).marts()) {
      if (mart.isPublished()) {
        Path folder = version.toAbsolutePath().normalize().resolve(mart.folder());
        views.put(mart.name(), EngineFiles.table(EngineFiles.of(folder)));
      }
    }
    RequestMarts.files(out).forEach((mart, files) -> views.put(mart, EngineFiles.table(files)));
    return views;
  }

  /** What a view of a catalog is to a version. */
  enum State {
    /** It reads the version's files. */
    CURRENT,
    /** It reads those of the same name in another folder, from which this one was moved. */
    MOVED,
    /** It is missing, or reads something else. */
    STALE
  }

  /**
   * The state of the view of each published mart, by name.
   *
   * @throws SQLException when the catalog cannot be opened
   */
  static Map<String, State> states(Path catalog, Path version, VersionManifest manifest)
      throws SQLException {
    Map<String, State> states = new LinkedHashMap<>();
    try (Connection connection = EngineRoom.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(EngineFiles.attachToRead(catalog, "marts"));
      Map<String, String> texts = new LinkedHashMap<>();
      try (ResultSet views =
          statement.executeQuery(
              "select view_name, sql from duckdb_views() where database_name = 'marts'")) {
        while (views.next()) {
          texts.put(views.getString(1), views.getString(2));
        }
      }
      for (VersionManifest.Mart mart : manifest.marts()) {
        if (mart.isPublished()) {
          String text = texts.getOrDefault(mart.name(), "");
          Path here = version.toAbsolutePath().normalize();
          states.put(mart.name(), state(statement, here, mart, text));
        }
      }
    }
    return states;
  }

  private static State state(
      Statement statement, Path version, VersionManifest.Mart mart, String text) {
    List<Path> files = EngineFiles.of(version.resolve(mart.folder()));
    boolean isHere = files.stream().allMatch(file -> text.contains(EngineFiles.named(file)));
    if (!isHere) {
      Path versions = version.getParent().getParent();
      return files.stream().allMatch(file -> text.contains("/" + versions.relativize(file) + "'"))
          ? State.MOVED
          : State.STALE;
    }
    // Rows that are as many could still be others, as of a view that somebody made by hand.
    String compared =
        """
        select (select count(*) from marts."%1$s") = %3$s
            and not exists (select * from marts."%1$s" except all select * from %2$s)
            and (select list(column_name) from (describe marts."%1$s"))
                = (select list(column_name) from (describe select * from %2$s))
        """
            .formatted(mart.name(), EngineFiles.table(files), Long.toString(mart.rows()));
    try (ResultSet isSame = statement.executeQuery(compared)) {
      return isSame.next() && isSame.getBoolean(1) ? State.CURRENT : State.STALE;
    } catch (SQLException e) {
      return State.STALE;
    }
  }

  private static void comment(Statement statement, String view, MartContract.Mart mart)
      throws SQLException {
    String about = mart.description() + ". One row per " + mart.grain() + ".";
    statement.execute("comment on view \"%s\" is %s".formatted(view, EngineFiles.text(about)));
    for (MartContract.Column column : mart.columns()) {
      statement.execute(
          "comment on column \"%s\".\"%s\" is %s"
              .formatted(view, column.name(), EngineFiles.text(column.description())));
    }
  }
}
