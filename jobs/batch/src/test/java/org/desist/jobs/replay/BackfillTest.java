// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.desist.jobs.SmallWorld;
import org.desist.jobs.Terminal;
import org.desist.jobs.reoffending.RunHistory;
import org.desist.jobs.repository.JobsPlace;
import org.desist.publish.VersionManifest;
import org.desist.run.RunStatus;
import org.desist.run.Versions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cohorts of the small world are worked out again, in one run. */
class BackfillTest {
  @TempDir Path folder;

  @Test
  void aPlanShowsWhatWouldChangeAndTheSameCommandPublishesIt() {
    SmallWorld world = SmallWorld.in(folder);
    Path out = world.publishFirst("out");

    Terminal plan = world.type(backfill(out, "2017-01-01", "2017-07-01", "--plan"));

    assertThat(plan.exit()).as(plan.err()).isZero();
    assertThat(plan.out())
        .containsPattern("quarter +2017-01-01 +new ")
        .containsPattern("quarter +2017-07-01 +new +52 ")
        .doesNotContain("2017-04-01")
        .contains("1 cohorts say the same.");
    assertThat(plan.err()).contains("nothing is published", "desist resume " + SmallWorld.SECOND);
    assertThat(Versions.below(out).names()).containsExactly(SmallWorld.FIRST);
    assertThat(RunHistory.read(JobsPlace.below(out), out).run(SmallWorld.SECOND).status())
        .isEqualTo(RunStatus.PAUSED);

    Terminal done = world.type(backfill(out, "2017-01-01", "2017-07-01"));

    assertThat(done.exit()).as(done.err()).isZero();
    assertThat(done.err()).contains("disclose was complete already and is kept");
    assertThat(Versions.below(out).current()).contains(SmallWorld.SECOND);
    Path whole = folder.resolve("whole");
    world.type(
        world.run(
            whole,
            SmallWorld.extracts(),
            "2019-06-30",
            "--from",
            "2017-01-01",
            "--to",
            "2017-07-01"));
    assertThat(hash(out, SmallWorld.SECOND)).isEqualTo(hash(whole, SmallWorld.FIRST));
  }

  @Test
  void aRangeThatIsPublishedAsItIsLeavesNothingToDo() {
    SmallWorld world = SmallWorld.in(folder);
    Path out = world.publishFirst("out");

    Terminal plan = world.type(backfill(out, "2017-04-01", "2017-04-01", "--plan"));
    assertThat(plan.out()).contains("No cohort would change.");
    assertThat(plan.err()).contains("there is nothing to do");
    Terminal done = world.type(backfill(out, "2017-04-01", "2017-04-01"));

    assertThat(done.exit()).isZero();
    assertThat(done.err()).contains("Nothing to do: run " + SmallWorld.FIRST);
    assertThat(Versions.below(out).names()).containsExactly(SmallWorld.FIRST);
  }

  @Test
  void rangesThatCannotBeAreRefused() {
    SmallWorld world = SmallWorld.in(folder);
    Path out = world.publishFirst("out");

    assertThat(world.type(backfill(out, "2017-07-01", "2017-04-01")).err())
        .contains("BAD_ARGUMENT: Cannot use --from 2017-07-01 with --to 2017-04-01: it is later.");
    assertThat(world.type(backfill(out, "2017-07-01", "2019-07-01")).err())
        .contains("Cannot work out cohorts up to 2019-07-01: the snapshot is of 2019-06-30.");
    assertThat(
            world.type(backfill(out, "2017-07-01", "2017-07-01", "--snapshot", "2019-03-31")).err())
        .contains("Cannot backfill on the snapshot of 2019-03-31: readers see that of 2019-06-30");
    assertThat(world.type(backfill(folder.resolve("empty"), "2017-07-01", "2017-07-01")).err())
        .contains("NOTHING_PUBLISHED: Cannot backfill: nothing has been published");
  }

  private static List<String> backfill(Path out, String from, String to, String... more) {
    List<String> command =
        new ArrayList<>(List.of("backfill", "--from", from, "--to", to, "--out", out.toString()));
    command.addAll(List.of(more));
    return command;
  }

  private static String hash(Path out, String run) {
    return VersionManifest.read(Versions.below(out).folder(run)).contentHash();
  }
}
