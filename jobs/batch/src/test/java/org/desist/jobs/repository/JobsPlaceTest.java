// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsPlaceTest {
  @TempDir Path folder;

  @Test
  void aServerIsShownWithoutUserAndPassword() {
    JobsPlace place =
        JobsPlace.of("jdbc:postgresql://db.example/nights?user=anna&password=secret", null, null);

    assertThat(place.label()).isEqualTo("jdbc:postgresql://db.example:5432/nights");
    assertThat(place).hasToString(place.label());
  }

  @Test
  void anotherAddressIsRefusedWithoutBeingShown() {
    assertThatThrownBy(() -> JobsPlace.of("jdbc:oracle:secret@db", null, null))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_ARGUMENT))
        .hasMessage(
            "Cannot use the address of the job repository: it must be a folder, or"
                + " jdbc:postgresql://HOST/DATABASE. Correct --jobs or DESIST_JOBS.");
  }

  @Test
  void anOutputFoldersOwnPlaceMovesWithItAndOthersKnowItByName() {
    Path out = folder.resolve("out");

    assertThat(JobNames.of(JobsPlace.below(out), out)).isEqualTo("reoffending");
    assertThat(JobNames.of(JobsPlace.of(out + "/jobs", null, null), out)).isEqualTo("reoffending");
    JobsPlace shared = JobsPlace.of(folder.resolve("jobs").toString(), null, null);
    assertThat(JobNames.of(shared, out))
        .matches("reoffending-[0-9a-f]{12}")
        .isNotEqualTo(JobNames.of(shared, folder.resolve("other")));
  }

  @Test
  void aFolderMayBeNamedAsAUrl() {
    assertThat(JobsPlace.of("file:/srv/jobs", null, null))
        .isEqualTo(JobsPlace.of("/srv/jobs", null, null));
  }

  @Test
  void lookingAtRunsLeavesNothingBehind() throws Exception {
    JobsPlace place = JobsPlace.below(folder);
    JobDatabase.open(place, folder).close();
    Path file = folder.resolve("jobs").resolve("repository.mv.db");
    long bytes = file.toFile().length();

    try (JobDatabase copy = JobDatabase.read(place, folder).orElseThrow()) {
      assertThat(copy.repository().findJobInstances("reoffending")).isEmpty();
    }

    assertThat(file).hasSize(bytes);
    assertThat(file.getParent()).isDirectoryContaining(found -> found.equals(file));
    assertThat(file.getParent().toFile().list()).hasSize(1);
  }
}
