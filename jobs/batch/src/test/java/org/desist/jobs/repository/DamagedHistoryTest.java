// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.Folders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of the history that nobody can read is left alone, and the message says what to do. */
class DamagedHistoryTest {
  @TempDir Path out;
  private JobsPlace place;
  private Path file;

  @BeforeEach
  void begin() throws IOException {
    place = JobsPlace.below(out);
    JobDatabase.open(place, out).close();
    file = out.resolve("jobs/repository.mv.db");
    Files.createDirectories(out.resolve("runs/2019-06-30-0001"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "cut off", "empty", "a folder"})
  void readingAndOpeningSayWhatToMoveWhere(String damage) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.delete(file);
    switch (damage) {
      case "garbage" -> Files.writeString(file, "no database ".repeat(500));
      case "cut off" -> Files.write(file, Arrays.copyOf(whole, 8200));
      case "empty" -> Files.createFile(file);
      default -> Files.createDirectories(file);
    }
    long bytes = Files.size(file);

    refuses(() -> JobDatabase.read(place, out));
    refuses(() -> JobDatabase.open(place, out));
    assertThat(Files.size(file)).isEqualTo(bytes);

    Files.move(file, file.resolveSibling("repository.mv.db.damaged"));
    JobDatabase.open(place, out).close();
  }

  private void refuses(Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE))
        .hasMessageContaining("Cannot use the history of runs in " + file)
        .hasMessageContaining("mv %s %s.damaged".formatted(file, file))
        .hasMessageContaining("published versions, and what readers see, stay");
  }

  @Test
  void aFileThatWasOnlyBegunHoldsNoHistory() throws IOException {
    Folders.delete(out.resolve("runs"));
    Files.delete(file);
    Files.createFile(file);

    JobDatabase.open(place, out).close();
  }
}
