// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.desist.jobs.SmallWorld;
import org.desist.jobs.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published is compared with its manifest. */
class CheckCommandTest {
  @TempDir Path folder;

  @Test
  void everyDamageIsNamedWithItsVersionItsMartAndWhatToDo() throws IOException {
    SmallWorld world = SmallWorld.in(folder);
    Path out = world.publishFirst("out");
    Path version = out.resolve("versions").resolve(SmallWorld.FIRST);

    Terminal whole = check(world, out);
    assertThat(whole.exit()).as(whole.err()).isZero();
    assertThat(whole.out()).containsPattern(SmallWorld.FIRST + " +\\d+ +[\\d,]+ +whole");

    alter(out.resolve("marts.duckdb"), "SELECT *", "SELECT * REPLACE (0 AS rows_refused)");
    assertThat(check(world, out).err())
        .contains("marts.duckdb: it does not agree with the version in arrival");
    alter(out.resolve("marts.duckdb"), "SELECT * REPLACE (0 AS rows_refused)", "SELECT *");
    assertThat(check(world, out).exit()).isZero();

    Path published = version.resolve("published");
    // Links: the run's own files must not change with them.
    replace(published.resolve("arrival/part-00000.parquet"), published.resolve("run"));
    Files.delete(published.resolve("data_quality/part-00000.parquet"));
    overwrite(published.resolve("disparity/part-00000.parquet"), "PAR1 cut off");
    Files.createDirectories(version.resolve("restricted/stray"));
    Terminal damaged = check(world, out);

    assertThat(damaged.exit()).isEqualTo(3);
    assertThat(damaged.out()).containsPattern(SmallWorld.FIRST + ".*damaged");
    assertThat(damaged.err())
        .contains("DAMAGED: Cannot vouch for what is published:")
        .contains(SmallWorld.FIRST + " published/arrival: it has 1 rows, and the manifest says 12")
        .contains(SmallWorld.FIRST + " published/data_quality: its files are missing")
        .contains(SmallWorld.FIRST + " published/disparity: its files cannot be read as Parquet")
        .contains(SmallWorld.FIRST + " restricted/stray: the manifest does not list it")
        .contains("marts.duckdb: it does not agree with the version in arrival, data_quality")
        .contains("run on its snapshot again with --again");
  }

  @Test
  void aManifestAndAPointerThatAreWrongAreNamed() throws IOException {
    SmallWorld world = SmallWorld.in(folder);
    Path out = world.publishFirst("out");
    Path manifest = out.resolve("versions").resolve(SmallWorld.FIRST).resolve("manifest.json");
    String text = Files.readString(manifest);
    Files.writeString(
        manifest, text.replaceFirst("\"contentHash\" : \"..", "\"contentHash\" : \"00"));
    assertThat(check(world, out).err()).contains("its content hash is not that of its marts");

    Files.delete(manifest);
    assertThat(check(world, out).err())
        .contains(SmallWorld.FIRST + " manifest.json: it is missing or cannot be read");

    Files.writeString(manifest, text);
    Files.writeString(out.resolve("current"), "2019-06-30-0009\n");
    assertThat(check(world, out).err())
        .contains("names 2019-06-30-0009, whose version is gone")
        .contains("desist current " + SmallWorld.FIRST);
    Files.writeString(out.resolve("current"), "no name!\n");
    Files.delete(manifest);
    Terminal both = check(world, out);
    assertThat(both.exit()).isEqualTo(3);
    assertThat(both.err())
        .contains("current holds what is no run's name")
        .contains(SmallWorld.FIRST + " manifest.json: it is missing or cannot be read");
    Files.writeString(manifest, text);
    assertThat(world.type(List.of("check", "nothing", "--out", out.toString())).err())
        .contains("UNKNOWN_RUN: Cannot check nothing: there is no version of that name");
  }

  private static Terminal check(SmallWorld world, Path out) {
    return world.type(List.of("check", "--out", out.toString()));
  }

  /** A view over the same files that says something else. */
  private static void alter(Path catalog, String from, String to) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + catalog);
        Statement statement = connection.createStatement()) {
      String view;
      try (ResultSet views =
          statement.executeQuery("select sql from duckdb_views() where view_name = 'arrival'")) {
        assertThat(views.next()).isTrue();
        view = views.getString(1);
      }
      assertThat(view).contains(from);
      statement.execute(
          view.replace(from, to).replaceFirst("CREATE VIEW", "CREATE OR REPLACE VIEW"));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void replace(Path file, Path other) throws IOException {
    Files.copy(other.resolve("part-00000.parquet"), file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void overwrite(Path file, String text) throws IOException {
    Files.delete(file);
    Files.writeString(file, text);
  }
}
