// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.desist.publish.VersionManifest;
import org.desist.run.Versions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What folders are called is never data: the same figures and verdicts below any name. */
class OddPathsTest {
  /** Partitions, patterns, separators of settings and lists, escapes and other scripts. */
  private static final String ODD =
      "region=J/category=total/a[1]{b,c}*?/semi;colon/it's \"quoted\"/per%20cent #+ü/col:on,com"
          + "/back\\slash/new\nline";

  private static final String PEOPLE =
      "select region, count(*) as n from cohort_member group by all order by all";
  private static final String CATEGORIES =
      "select measure, category, count(*) as n, sum(offenders) as offenders from reoffending_rate"
          + " group by all order by all";

  @TempDir static Path folder;
  private static SmallWorld world;
  private static Path plain;

  @BeforeAll
  static void publishInAPlainFolder() {
    world = SmallWorld.in(folder);
    plain = world.publishFirst("out");
  }

  @Test
  void duckDbPublishesTheSameBelowOddNames() throws IOException {
    Path out = run("duckdb");
    Path moved = folder.resolve("date=2019-06-30/[moved]");
    Files.createDirectories(moved.getParent());
    Files.move(out, moved);
    assertSame(moved);
    assertThat(world.type(List.of("check", "--out", moved.toString())).err())
        .contains("this one has been moved or copied since");
    Path copied = SmallWorld.copy(plain, folder.resolve("measure=frequency"));
    assertSame(copied);
  }

  @Test
  void sparkPublishesTheSameBelowOddNames() throws IOException {
    run("spark");
  }

  private Path run(String engine) throws IOException {
    Path out = folder.resolve(engine).resolve(ODD).resolve("out");
    Path extracts = folder.resolve(engine).resolve("ex[1]tracts;").resolve("sex=F,*");
    Files.createDirectories(extracts.getParent());
    SmallWorld.copy(SmallWorld.extracts(), extracts);
    List<String> command =
        new ArrayList<>(
            world.run(out, extracts, "2019-06-30", "--from", "2017-04-01", "--to", "2017-04-01"));
    command.addAll(List.of("--engine", engine));
    Terminal terminal = world.type(command);
    assertThat(terminal.exit()).as(terminal.err()).isZero();
    assertThat(content(out)).isEqualTo(content(plain));
    assertThat(out.resolve("jobs/repository.mv.db")).isRegularFile();
    assertSame(out);
    return out;
  }

  private void assertSame(Path out) {
    for (String question : List.of(PEOPLE, CATEGORIES)) {
      assertThat(type("query", "--restricted", "--out", out.toString(), question))
          .contains(question.equals(PEOPLE) ? "J" : "total")
          .isEqualTo(type("query", "--restricted", "--out", plain.toString(), question));
    }
    Path answer = out.resolve("answer[1];?.parquet");
    type(
        "query",
        "--out",
        out.toString(),
        "--format",
        "parquet",
        "--to-file",
        answer + "",
        CATEGORIES);
    assertThat(answer).isNotEmptyFile();
    Terminal check = world.type(List.of("check", "--out", out.toString()));
    assertThat(check.exit()).as(check.err()).isZero();
  }

  private String type(String... command) {
    Terminal terminal = world.type(List.of(command));
    assertThat(terminal.exit()).as(terminal.err()).isZero();
    return terminal.out();
  }

  private static String content(Path out) {
    return VersionManifest.read(Versions.below(out).folder(SmallWorld.FIRST)).contentHash();
  }
}
