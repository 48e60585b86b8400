// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageRunnerTest {
  @TempDir Path out;

  @Test
  void aStageIsCompleteOnceItsManifestListsWhatItWrote() throws IOException {
    RunContext context = context();

    StageRunner.Result result = StageRunner.run(writing("part.parquet", "rows"), context);

    assertThat(result).isEqualTo(StageRunner.Result.DONE);
    assertThat(context.folder().isComplete("store")).isTrue();
    assertThat(Files.readString(out.resolve("runs/r1/store/MANIFEST.json")))
        .contains("\"run\" : \"r1\"", "\"name\" : \"part.parquet\"", "\"bytes\" : 4");
  }

  @Test
  void onlyTheOwnerMayEnterARun() throws IOException {
    StageRunner.run(writing("part.parquet", "rows"), context());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve("runs/r1"))))
        .isEqualTo("rwx------");
  }

  @Test
  void aCompleteStageIsNotRunAgain() {
    RunContext context = context();
    StageRunner.run(writing("part.parquet", "first"), context);

    StageRunner.Result result = StageRunner.run(writing("part.parquet", "second"), context);

    assertThat(result).isEqualTo(StageRunner.Result.ALREADY_COMPLETE);
    assertThat(out.resolve("runs/r1/store/part.parquet")).hasContent("first");
  }

  @Test
  void whatAnUnfinishedStageLeftIsDeletedFirst() {
    RunContext context = context();
    Stage dying =
        stage(
            path -> {
              write(path.resolve("deep/left-over.parquet"), "half");
              throw new IllegalStateException("cut off");
            });
    assertThatThrownBy(() -> StageRunner.run(dying, context)).hasMessage("cut off");
    assertThat(context.folder().isComplete("store")).isFalse();
    assertThat(out.resolve("runs/r1/store/deep/left-over.parquet")).exists();

    StageRunner.run(writing("part.parquet", "rows"), context);

    assertThat(out.resolve("runs/r1/store/deep")).doesNotExist();
    assertThat(context.folder().isComplete("store")).isTrue();
  }

  @Test
  void discardingARunForgetsItsCompleteStages() {
    RunContext context = context();
    StageRunner.run(writing("part.parquet", "rows"), context);

    context.folder().discard();

    assertThat(context.folder().isComplete("store")).isFalse();
    assertThat(StageRunner.run(writing("part.parquet", "new"), context))
        .isEqualTo(StageRunner.Result.DONE);
  }

  private RunContext context() {
    RunSettings settings =
        new RunSettings(
            out,
            LocalDate.of(2019, 6, 30),
            out,
            "duckdb",
            null,
            Set.of(WindowKind.QUARTER),
            null,
            null,
            null,
            null,
            null,
            Set.of(),
            512,
            1);
    return new RunContext(settings, "r1", RunFolder.of(out, "r1"), ProgressListener.silent());
  }

  private static Stage writing(String name, String text) {
    return stage(path -> write(path.resolve(name), text));
  }

  private static Stage stage(Work work) {
    return new Stage() {
      @Override
      public String name() {
        return "store";
      }

      @Override
      public void run(RunContext context) {
        work.into(context.folder().stage("store"));
      }
    };
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Work {
    void into(Path folder);
  }
}
