// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desist.jobs.SmallWorld;
import org.desist.jobs.Terminal;
import org.desist.run.Folders;
import org.desist.run.OutLock;
import org.desist.run.Versions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers see, by the command; every piece of advice is typed as it stands. */
class CurrentCommandTest {
  private static final Pattern ADVICE = Pattern.compile("desist (current|resume) [^\\r\\n]*");
  private static final String MARCH = "2019-03-31-0001";
  private static final String JUNE = SmallWorld.FIRST;

  @TempDir Path folder;
  private SmallWorld world;
  private Path out;

  @BeforeEach
  void publishJuneThenMarch() {
    world = SmallWorld.in(folder);
    out = world.publishFirst("out");
  }

  @Test
  void anOlderSnapshotStaysBesideAndTheCommandSaysSo() throws Exception {
    Terminal older = march();

    assertThat(older.exit()).as(older.err()).isZero();
    assertThat(Versions.below(out).current()).contains(JUNE);
    assertThat(Versions.below(out).names()).containsExactly(MARCH, JUNE);
    assertThat(older.err())
        .contains(
            "Published as the version %s. Readers still see %s, of the snapshot of 2019-06-30."
                .formatted(MARCH, JUNE));
    assertThat(catalog()).contains("/versions/" + JUNE + "/");
    assertThat(
            type(
                    "query",
                    "--restricted",
                    "--out",
                    out + "",
                    "select outcome, against from guard where guard = 'snapshot_order'")
                .out())
        .contains("not_evaluated");
    assertThat(type("runs", "--out", out + "").out())
        .containsPattern(MARCH + " .* yes ")
        .containsPattern(JUNE + " .* current ");

    Terminal set = type(advice(older.err()));
    assertThat(set.exit()).as(set.err()).isZero();
    assertThat(set.out())
        .containsPattern("Readers see +" + MARCH)
        .containsPattern("snapshot +2019-03-31")
        .containsPattern("set by +" + System.getProperty("user.name"))
        .containsPattern("before +" + JUNE);
    assertThat(catalog()).contains("/versions/" + MARCH + "/");
    assertThat(
            type(
                    "query",
                    "--restricted",
                    "--out",
                    out + "",
                    "select outcome, against from guard where guard = 'snapshot_order'")
                .out())
        .contains("soft", JUNE);

    Folders.delete(Versions.below(out).folder(MARCH));
    Terminal nothing = type("query", "--marts", "--out", out + "");
    assertThat(nothing.exit()).isEqualTo(2);
    assertThat(nothing.err()).contains("names %s, whose version is gone".formatted(MARCH));
    assertThat(type("prune", "--clock-is-right", "--out", out + "").err())
        .contains("NOTHING_PUBLISHED: Cannot prune: readers see nothing");
    assertThat(type(advice(nothing.err())).exit()).isZero();
    assertThat(Versions.below(out).current()).contains(JUNE);

    Terminal forced = type(run("2019-03-31", "--make-current"));
    assertThat(forced.exit()).as(forced.err()).isZero();
    assertThat(Versions.below(out).current()).contains("2019-03-31-0002");
  }

  @Test
  void theLastVersionThatIsRemovedIsPublishedAnewAsTheAdviceSays() {
    Folders.delete(Versions.below(out).folder(JUNE));
    Terminal nothing = type("check", "--out", out + "");
    assertThat(nothing.exit()).isEqualTo(3);

    Terminal again = type(advice(nothing.err()));

    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(Versions.below(out).current()).contains(SmallWorld.SECOND);
    assertThat(type("check", "--out", out + "").exit()).isZero();
  }

  @Test
  void whatCannotBeIsRefusedAndChangesNothing() throws IOException {
    refused(2, "say why", "current", JUNE);
    refused(2, "which no reader sees", "current", JUNE, "--reason", "a\u001b[2Jb");
    refused(2, "which no reader sees", "current", JUNE, "--reason", "a\u202eb");
    refused(2, "There are: " + JUNE, "current", MARCH, "--reason", "why");
    refused(2, "name the run, too", "current", "--reason", "why");
    OutLock lock = OutLock.take(out, Clock.systemUTC());
    assertThat(OutLock.isHeld(out)).isTrue();
    refused(6, "another process works there", "current", JUNE, "--reason", "why");
    lock.close();
    Path mart = Versions.below(out).folder(JUNE).resolve("published/arrival/part-00000.parquet");
    Files.delete(mart);
    refused(3, "published/arrival", "current", JUNE, "--reason", "why");
    assertThat(Files.readString(out.resolve("current"))).isEqualTo(JUNE + "\n");
  }

  private void refused(int exit, String words, String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--out", out.toString()));
    Terminal terminal = world.type(all);
    assertThat(terminal.exit()).as(terminal.err()).isEqualTo(exit);
    assertThat(terminal.err()).contains(words);
  }

  private Terminal march() {
    return type(run("2019-03-31"));
  }

  private String[] run(String snapshot, String... more) {
    List<String> command =
        world.run(
            out, SmallWorld.extracts(), snapshot, "--from", "2017-04-01", "--to", "2017-04-01");
    command.addAll(List.of(more));
    return command.toArray(String[]::new);
  }

  private Terminal type(String... command) {
    return world.type(List.of(command));
  }

  /** The first command in a message, as a shell would split it. */
  private static String[] advice(String message) {
    Matcher found = ADVICE.matcher(message);
    assertThat(found.find()).as(message).isTrue();
    List<String> words = new ArrayList<>();
    Matcher word = Pattern.compile("'([^']*)'|(\\S+)").matcher(found.group());
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words.subList(1, words.size()).toArray(String[]::new);
  }

  private String catalog() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + out.resolve("marts.duckdb"));
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select sql from duckdb_views() where view_name = 'reoffending_rate'")) {
      row.next();
      return row.getString(1);
    }
  }
}
