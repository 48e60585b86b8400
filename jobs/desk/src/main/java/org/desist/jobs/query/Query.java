// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.query;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desist.engine.EngineFiles;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.terminal.TextTable;
import org.desist.run.Folders;
import org.desist.run.ReaderAccess;
import org.desist.text.FigureText;

/**
 * One question to the current version and where its answer goes.
 *
 * @param out output folder of runs
 * @param sql one statement that reads
 * @param format how the answer is written
 * @param answer file to write to, or null for the screen; PARQUET needs one
 * @param area whether restricted marts can be asked
 */
public record Query(Path out, String sql, AnswerFormat format, Path answer, Area area) {
  /** A table for people has the meaning of each column; data for programs is DuckDB's own. */
  private static final Pattern DESCRIBED =
      Pattern.compile("\\s*describe\\s+(?:table\\s+)?(\\w+)\\s*;?\\s*", Pattern.CASE_INSENSITIVE);

  /** What can be asked. */
  public enum Area {
    PUBLISHED,
    RESTRICTED
  }

  /**
   * Asks and writes the answer.
   *
   * @param screen takes the answer when no file was named
   * @param notes takes remarks about it
   * @throws DesistException BAD_QUERY when DuckDB refuses the query
   */
  public void run(PrintWriter screen, PrintWriter notes) {
    if (format == AnswerFormat.PARQUET && answer == null) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot write Parquet to the screen. Name a file with --to-file FILE.");
    }
    try (MartDatabase marts = open()) {
      String checked = QueryGuard.check(marts.connection(), sql);
      Matcher described = DESCRIBED.matcher(sql);
      Optional<TextTable> columns =
          answer == null && format == AnswerFormat.TABLE && described.matches()
              ? MartList.columns(marts, described.group(1))
              : Optional.empty();
      if (columns.isPresent()) {
        screen.println(columns.get().text());
        screen.flush();
        return;
      }
      if (answer == null) {
        write(marts.connection(), checked, screen, notes);
        EmptyMarts.explain(marts, checked, notes);
        return;
      }
      if (area == Area.RESTRICTED) {
        Folders.preparePrivateFile(answer);
      }
      if (format == AnswerFormat.PARQUET) {
        copy(marts.connection(), checked);
      } else {
        writeFile(marts.connection(), checked, notes);
      }
      EmptyMarts.explain(marts, checked, notes);
      if (area == Area.PUBLISHED && Files.isRegularFile(answer)) {
        ReaderAccess.open(answer);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private MartDatabase open() {
    return switch (area) {
      case PUBLISHED -> MartDatabase.publishedInto(out, answer);
      case RESTRICTED -> MartDatabase.restrictedInto(out, answer);
    };
  }

  private void copy(Connection connection, String checked) {
    // The guard has seen one reading statement.
    try (Statement statement = connection.createStatement()) {
      statement.execute(EngineFiles.copy(checked, answer));
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  private void writeFile(Connection connection, String checked, PrintWriter notes) {
    try (PrintWriter file =
        new PrintWriter(Files.newBufferedWriter(answer, StandardCharsets.UTF_8))) {
      write(connection, checked, file, notes);
      if (file.checkError()) {
        throw new IOException("the disk refused");
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void write(Connection connection, String checked, PrintWriter target, PrintWriter notes) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(checked)) {
      QueryAnswer written = new QueryAnswer(rows);
      switch (format) {
        case TABLE -> {
          switch (written.table(target)) {
            case NONE ->
                notes.println(
                    "No rows: nothing fits the conditions. select distinct COLUMN from MART shows what there is.");
            case FIRST ->
                notes.println(
                    FigureText.text(
                        "These are the first %,d rows. For all of them: --format csv",
                        QueryAnswer.TABLE_ROWS));
            case ALL -> {}
          }
        }
        case CSV -> written.csv(target);
        case JSON -> written.json(target);
        case PARQUET -> throw new IllegalStateException("written by DuckDB itself");
      }
      target.flush();
    } catch (SQLException e) {
      throw refused(e);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private DesistException unwritable(IOException cause) {
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot write the answer to %s: %s. Check that the folder exists and has room."
            .formatted(answer == null ? "the screen" : answer, cause.getMessage()),
        cause);
  }

  private static DesistException refused(SQLException cause) {
    return new DesistException(
        ErrorCode.BAD_QUERY,
        "Cannot run the query: %s%nList the marts with: desist query --marts"
            .formatted(SqlMessage.of(cause)),
        cause);
  }
}
