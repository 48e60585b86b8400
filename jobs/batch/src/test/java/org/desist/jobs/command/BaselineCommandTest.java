// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.desist.jobs.SmallWorld;
import org.desist.jobs.Terminal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Freezing figures of a run, and the next run compared with them, on the small world. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BaselineCommandTest {
  private SmallWorld world;
  private String out;

  @BeforeAll
  void publish(@TempDir Path folder) {
    world = SmallWorld.in(folder);
    out = folder.resolve("out").toString();
    Terminal first = run();
    assertThat(first.exit()).as(first.err()).isZero();
  }

  private Terminal run(String... more) {
    List<String> command =
        new ArrayList<>(
            world.run(
                Path.of(out),
                SmallWorld.extracts(),
                "2019-06-30",
                "--from",
                "2016-01-01",
                "--to",
                "2018-10-01"));
    command.addAll(List.of(more));
    return world.type(command);
  }

  private Terminal baseline(String... words) {
    List<String> command = new ArrayList<>(List.of("baseline"));
    command.addAll(List.of(words));
    command.addAll(List.of("--out", out));
    return world.type(command);
  }

  private String compared(String columns) {
    return answer(
        "select %s from baseline_comparison where geography_type = 'national' and breakdown = 'total' and cohort_window = 'quarter' and cohort_start = date '2016-01-01'"
            .formatted(columns));
  }

  private String answer(String question) {
    Terminal asked =
        world.type(List.of("query", "--restricted", "--out", out, "--format", "csv", question));
    assertThat(asked.exit()).as(asked.err()).isZero();
    return asked.out();
  }

  @Test
  @Order(1)
  void beforeAnythingIsFrozenARunSaysSo() {
    assertThat(baseline("list").out()).contains("Nothing is frozen yet");
    assertThat(compared("baseline, baseline_version, outcome, reason"))
        .contains("2011,,,NO_BASELINE");
    Terminal shown = baseline("show", "2011");
    assertThat(shown.exit()).isEqualTo(2);
    assertThat(shown.err()).contains("nothing is frozen under that name", "desist baseline list");
  }

  @Test
  @Order(2)
  void aBaselineIsMadeOfWholeFinalQuartersOfTheRun() {
    Terminal odd =
        baseline("build", "--name", "2011", "--from", "2016-01-02", "--to", "2016-12-31");
    assertThat(odd.exit()).isEqualTo(2);
    assertThat(odd.err()).contains("a baseline is made of whole quarters");

    Terminal early =
        baseline("build", "--name", "2011", "--from", "1999-01-01", "--to", "1999-12-31");
    assertThat(early.exit()).isEqualTo(2);
    assertThat(early.err()).contains("has no quarter cohort of 1999-01-01", "--from 1999-01-01");

    Terminal late =
        baseline("build", "--name", "2011", "--from", "2018-07-01", "--to", "2018-12-31");
    assertThat(late.exit()).isEqualTo(2);
    assertThat(late.err()).contains("a baseline is made of final figures");
    assertThat(baseline("list").out()).contains("Nothing is frozen yet");
  }

  @Test
  @Order(3)
  void theNextRunIsHeldAgainstWhatIsFrozen() {
    Terminal built =
        baseline("build", "--name", "2011", "--from", "2016-01-01", "--to", "2016-12-31");
    assertThat(built.exit()).as(built.err()).isZero();
    assertThat(built.out())
        .contains("Baseline 2011@1", "built from run " + SmallWorld.FIRST, "Cite it as");
    assertThat(baseline("list").out()).contains("2011@1", "2016-01-01", "moj-2017");
    assertThat(baseline("show", "2011@1").out()).isEqualTo(built.out());

    // Without a word about it: another baseline is another run.
    Terminal again = run();
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(again.out()).contains(SmallWorld.SECOND);
    // The quarter of the small world has fewer than thirty people: compared, and not judged.
    assertThat(compared("baseline_version, adjusted_rate is not null as compared, outcome, reason"))
        .contains("1,true,,TOO_FEW");
    assertThat(
            answer(
                "select count(*) > 0 as waiting, count(outcome) as judged, count(reoffences_avoided_billionths) as avoided, count(*) filter (where result = 'INTERIM' and reason = 'INTERIM') = count(*) as told from baseline_comparison where cohort_status <> 'final'"))
        .contains("true,0,0,true");
  }

  @Test
  @Order(4)
  void theSameBaselineMakesNoNewRun() {
    Terminal third = run();
    assertThat(third.exit()).as(third.err()).isZero();
    assertThat(third.err()).contains("Nothing to do");
  }

  @Test
  @Order(5)
  void aRunByAnotherScoreIsComparedWithABaselineOfItsOwn() {
    Terminal scored = run("--method", "moj-2017-ogrs4g");
    assertThat(scored.exit()).as(scored.err()).isZero();
    assertThat(answer("select method, score from published.run"))
        .contains("moj-2017-ogrs4g,ogrs4g");
    assertThat(compared("baseline_version, adjusted_rate is not null as compared, reason, score"))
        .contains("1,false,BASELINE_OF_OTHER_SCORE,ogrs4g");

    Terminal built =
        baseline("build", "--name", "2011", "--from", "2016-01-01", "--to", "2016-12-31");
    assertThat(built.out()).contains("Baseline 2011@2", "score      ogrs4g");
    Terminal again = run("--method", "moj-2017-ogrs4g");
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(compared("baseline_version, adjusted_rate is not null as compared, reason, score"))
        .contains("2,true,TOO_FEW,ogrs4g");

    // The default method goes on with the version of its own score.
    Terminal usual = run();
    assertThat(usual.exit()).as(usual.err()).isZero();
    assertThat(usual.err()).contains("Nothing to do");
  }

  @Test
  @Order(6)
  void baselineAloneIsAUsageError() {
    Terminal alone = world.type(List.of("baseline"));
    assertThat(alone.exit()).isEqualTo(2);
    assertThat(alone.err()).contains("say build, import, list or show");
  }
}
