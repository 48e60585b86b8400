// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.desist.jobs.SmallWorld;
import org.desist.jobs.Terminal;
import org.desist.run.RunFolder;
import org.desist.stage.RunExplanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person's path needs what the stages left, and nothing that the run was compared with. */
class ExplainAfterwardsTest {
  /** The small world, in which one who was convicted in July is convicted in October again. */
  private static Path twiceConvicted(Path folder) throws IOException {
    Path extracts = SmallWorld.copy(SmallWorld.extracts(), folder.resolve("extracts"));
    append(extracts, "pnc_event.csv", "E101Z,2010/0000101L,CONVICTION,2017-10-10,2571");
    append(extracts, "pnc_offence.csv", "O101Z,E101Z,04600,2017-09-30,,01,POLICE,false");
    append(extracts, "pnc_disposal.csv", "O101Z,1,1015,,,80.00");
    Files.delete(extracts.resolve("control.csv"));
    return extracts;
  }

  private static void append(Path folder, String file, String row) throws IOException {
    Files.writeString(folder.resolve(file), row + "\n", StandardOpenOption.APPEND);
  }

  @Test
  void aPathIsExplainedByIndexEventWhenTheContractsOfItsRunAreGone(@TempDir Path folder)
      throws IOException {
    SmallWorld world = SmallWorld.in(folder);
    Path contracts = Files.createDirectory(folder.resolve("contracts"));
    Path contract = contracts.resolve("C17.yaml");
    Path samples = SmallWorld.extracts().getParent().resolveSibling("contracts");
    Files.copy(samples.resolve("C17.yaml"), contract);
    Path out = folder.resolve("out");
    Terminal run =
        world.type(
            world.run(
                out,
                twiceConvicted(folder),
                "2019-06-30",
                "--window",
                "all",
                "--from",
                "2017-07-01",
                "--to",
                "2017-07-01",
                "--contracts",
                contracts.toString()));
    assertThat(run.exit()).as(run.err()).isZero();
    Files.delete(contract);
    Files.delete(contracts);

    Terminal terminal = new Terminal(folder, Map.of()).with(new RunExplanation());
    terminal.type(
        "explain",
        "--pnc-id",
        "2010/0000101L",
        "--cohort",
        "four_quarters:2017-07-01",
        "--out",
        out.toString(),
        "--key-file",
        folder.resolve("person.key").toString());

    assertThat(terminal.exit()).as(terminal.err()).isZero();
    assertThat(terminal.out().replaceAll(" +", " "))
        .containsSubsequence(
            "After the index event of 2017-07-10 (conviction E101A):",
            "O101Z 2017-09-30 2017-10-10 04600 Stealing from shops and stalls (shoplifting) counted",
            "After the index event of 2017-10-10 (conviction E101Z):",
            "No later offence to judge.");
  }

  @Test
  void aRunWhoseStagesAreDamagedOrPrunedSaysSo(@TempDir Path folder) throws IOException {
    SmallWorld world = SmallWorld.in(folder);
    Path out = world.publishFirst("out");
    Path file =
        RunFolder.of(out, SmallWorld.FIRST)
            .stage("cohort")
            .resolve("index_event/part-00000.parquet");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    Terminal damaged = explain(folder, out);

    assertThat(damaged.exit()).isEqualTo(6);
    assertThat(damaged.err())
        .contains(
            "STORAGE: Cannot explain from run " + SmallWorld.FIRST,
            "the stage cohort is damaged (index_event/part-00000.parquet has other bytes");

    RunFolder.of(out, SmallWorld.FIRST).remove();
    Terminal pruned = explain(folder, out);

    assertThat(pruned.exit()).isEqualTo(2);
    assertThat(pruned.err())
        .contains("RUN_PRUNED: Cannot explain from run " + SmallWorld.FIRST, "--again");
  }

  private static Terminal explain(Path folder, Path out) {
    Terminal terminal = new Terminal(folder, Map.of()).with(new RunExplanation());
    terminal.type(
        "explain",
        "--pnc-id",
        "2010/0000101L",
        "--cohort",
        "quarter:2017-04-01",
        "--out",
        out.toString(),
        "--key-file",
        folder.resolve("person.key").toString());
    return terminal;
  }
}
