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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.storage.ListedFiles;
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
  void aPieceThatIsWholeIsKeptAndListedAndTheRestIsDeleted() throws IOException {
    RunContext context = context();
    dieWith(context, "one", "two");

    List<String> made = new ArrayList<>();
    StageRunner.run(pieces(context, made, "one", "two", "three"), context);

    assertThat(made).containsExactly("three");
    assertThat(out.resolve("runs/r1/store/left-over.parquet")).doesNotExist();
    try (Stream<Path> files = Files.list(out.resolve("runs/r1/store"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("MANIFEST.json", "one", "two", "three");
    }
    assertThat(context.folder().damage("store")).isEmpty();
    assertThat(context.folder().written("store", "two"))
        .extracting(ListedFiles.Entry::name)
        .containsExactly("two/part.parquet");
  }

  @Test
  void anOutputFolderMayBeGivenFromWhereSomebodyStands() {
    out = Path.of("").toAbsolutePath().relativize(out);
    RunContext context = context();
    dieWith(context, "one");

    List<String> made = new ArrayList<>();
    StageRunner.run(pieces(context, made, "one", "two"), context);

    assertThat(made).containsExactly("two");
  }

  @Test
  void aPieceThatWasChangedIsMadeAgain() throws IOException {
    RunContext context = context();
    dieWith(context, "one", "two");
    Files.writeString(out.resolve("runs/r1/store/one/part.parquet"), "eno");

    List<String> made = new ArrayList<>();
    StageRunner.run(pieces(context, made, "one", "two"), context);

    assertThat(made).containsExactly("one");
    assertThat(out.resolve("runs/r1/store/one/part.parquet")).hasContent("one");
  }

  @Test
  void aCompleteStageThatRefusesIsWorkedAgain() {
    RunContext context = context();
    StageRunner.run(writing("part.parquet", "first"), context);
    Stage refusing =
        new Stage() {
          @Override
          public String name() {
            return "store";
          }

          @Override
          public void run(RunContext at) {
            write(at.folder().stage("store").resolve("part.parquet"), "second");
          }

          @Override
          public Optional<DesistException> refusal(RunContext at) {
            return Optional.of(new DesistException(ErrorCode.GUARD, "Cannot publish."));
          }
        };

    assertThat(StageRunner.run(refusing, context)).isEqualTo(StageRunner.Result.DONE);
    assertThat(out.resolve("runs/r1/store/part.parquet")).hasContent("second");
  }

  /** A stage that dies when it has made some pieces. */
  private static void dieWith(RunContext context, String... names) {
    Stage dying =
        stage(
            path -> {
              pieces(context, new ArrayList<>(), names).run(context);
              write(path.resolve("left-over.parquet"), "half");
              throw new IllegalStateException("cut off");
            });
    assertThatThrownBy(() -> StageRunner.run(dying, context)).hasMessage("cut off");
  }

  /** A stage of pieces, each a table with its name in it; {@code made} gets those it writes. */
  private static Stage pieces(RunContext context, List<String> made, String... names) {
    return stage(
        path -> {
          StagePieces pieces = context.folder().pieces("store");
          for (String name : names) {
            if (pieces.result(name, Integer.class).isEmpty()) {
              write(path.resolve(name).resolve("part.parquet"), name);
              // As engines write: to an absolute path.
              pieces.keep(name, name.length(), List.of(path.resolve(name).toAbsolutePath()));
              made.add(name);
            }
          }
        });
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
            new RunSettings.SnapshotInput(out, LocalDate.of(2019, 6, 30)),
            new RunSettings.CohortChoice(Set.of(WindowKind.QUARTER), null, null),
            RunSettings.NamedFiles.key(null),
            new RunSettings.EngineChoice(EngineKind.duckdb, null, 512, 1));
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
