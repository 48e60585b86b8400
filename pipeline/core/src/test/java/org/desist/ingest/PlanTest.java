// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.desist.contract.DataPackage;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.storage.DeskFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {
  @TempDir private Path root;

  @Test
  void largestFilesComeFirst() throws Exception {
    Snapshot snapshot =
        Snapshot.good(root)
            .with("pnc_offence.csv", Snapshot.OFFENCES + "O2,E1,00101,\n".repeat(100))
            .with("pnc_disposal.csv", Snapshot.DISPOSALS + "O2,1,1015\n".repeat(10));

    List<String> resources = new ArrayList<>();
    for (PartTask task : snapshot.plan().tasks()) {
      resources.add(task.call().resource());
    }

    assertThat(resources).startsWith("pnc_offence", "pnc_disposal").hasSize(6);
  }

  @Test
  void resultsMayComeInAnyOrder() throws Exception {
    Snapshot snapshot = Snapshot.good(root);
    IngestPlan plan = snapshot.plan();
    List<PartResult> results = new ArrayList<>();
    for (PartTask task : plan.tasks()) {
      results.add(task.call());
    }
    IngestResult first = plan.finish(results);
    Collections.reverse(results);

    assertThat(plan.finish(results)).isEqualTo(first);
    assertThat(first.parts())
        .extracting(PartResult::resource)
        .containsExactly(
            "pnc_person",
            "pnc_event",
            "pnc_offence",
            "pnc_disposal",
            "prison_release",
            "probation_case");
  }

  @Test
  void tasksAndResultsTravelToOtherMachines() throws Exception {
    Snapshot snapshot = Snapshot.good(root);
    IngestPlan plan = snapshot.plan();
    List<PartResult> results = new ArrayList<>();
    for (PartTask task : plan.tasks()) {
      results.add(copy(copy(task).call()));
    }

    assertThat(plan.finish(results).rowsRead()).isEqualTo(6);
  }

  @Test
  void folderThatIsNotThereLacksEverything() {
    Snapshot snapshot = Snapshot.empty(root);

    assertThatThrownBy(snapshot::plan)
        .isInstanceOf(DesistException.class)
        .hasMessageContaining("Cannot find pnc_person in " + snapshot.folder());
  }

  @Test
  void fileThatVanishesIsAFaultOfStorage() {
    Snapshot snapshot = Snapshot.good(root);
    IngestPlan plan = snapshot.plan();
    snapshot.without("pnc_event.csv");

    assertThatThrownBy(
            () -> {
              for (PartTask task : plan.tasks()) {
                task.call();
              }
            })
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE))
        .hasMessageContaining("pnc_event.csv");
  }

  @Test
  void outputThatCannotBeWrittenIsAFaultOfStorage() {
    Snapshot snapshot = Snapshot.good(root);
    snapshot.with("../ingest", "a file where the folder should be");

    assertThatThrownBy(snapshot::ingest)
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE))
        .hasMessageStartingWith("Cannot write ");
  }

  @Test
  void aSnapshotElsewhereIsReadAsOneOfThisMachine() throws Exception {
    Snapshot snapshot = Snapshot.good(root);
    Path remote = DeskFileSystem.of(snapshot.folder());

    assertThat(SnapshotFiles.list(remote))
        .isEqualTo(SnapshotFiles.list(snapshot.folder()))
        .hasSize(6);
    assertThat(SnapshotFiles.list(remote.resolve("none"))).isEmpty();
    assertThat(SnapshotFiles.list(snapshot.folder().resolve("none"))).isEmpty();
    IngestPlan plan =
        Ingest.plan(
            DataPackage.extracts(),
            remote,
            LocalDate.of(2021, 6, 30),
            ReadingLimits.USUAL,
            DeskFileSystem.of(root.resolve("elsewhere")));
    List<PartResult> results = new ArrayList<>();
    for (PartTask task : plan.tasks()) {
      results.add(copy(task).call());
    }
    assertThat(plan.finish(results)).isEqualTo(snapshot.ingest());
    assertThat(root.resolve("elsewhere/pnc_event/part-00000.parquet"))
        .hasSameBinaryContentAs(root.resolve("ingest/pnc_event/part-00000.parquet"));
  }

  @SuppressWarnings("unchecked")
  private static <T> T copy(T original) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(original);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }
}
