// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.Folders;
import org.desist.run.Versions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers see never goes back by itself, and every change is recorded. */
class CurrentVersionTest {
  private static final String MARCH = "2019-03-31-0001";
  private static final String JUNE = "2019-06-30-0001";
  private static final String JUNE_AGAIN = "2019-06-30-0002";

  @TempDir Path out;
  private final List<String> told = new ArrayList<>();

  @Test
  void anOlderSnapshotStaysBesideWhatReadersSee() {
    assertThat(publish(JUNE)).isTrue();
    assertThat(publish(MARCH)).isFalse();
    assertThat(seen()).isEqualTo(JUNE);
    assertThat(publish(JUNE_AGAIN)).isTrue();
    assertThat(publish("2019-09-30-0001")).isTrue();
    assertThat(told).isEmpty();
  }

  @Test
  void aDamagedManifestStillTellsTheSnapshotByTheNameOfItsRun() throws IOException {
    publish(JUNE);
    Files.writeString(Versions.below(out).folder(JUNE).resolve("manifest.json"), "cut o");

    assertThat(publish(MARCH)).isFalse();
  }

  @Test
  void aPointerToNothingIsNoHistory() {
    publish(JUNE);
    Folders.delete(Versions.below(out).folder(JUNE));

    assertThat(publish(MARCH)).isTrue();
    assertThat(seen()).isEqualTo(MARCH);
    assertThat(told)
        .containsExactly(
            "Readers saw nothing, because %s names %s, whose version is gone: they see %s now."
                .formatted(out.resolve("current"), JUNE, MARCH));
  }

  @Test
  void everyChangeIsRecordedAndGarbageAmongThemIsLeftAlone() throws IOException {
    publish(JUNE);
    publish(JUNE);
    publish(MARCH);
    Files.writeString(
        out.resolve("current.log"), "half a line", java.nio.file.StandardOpenOption.APPEND);
    CurrentVersion.below(out).force(MARCH, told::add);

    PointerLog.Latest log = PointerLog.below(out).latest();
    assertThat(log.unreadable()).isEqualTo(1);
    assertThat(log.changes()).extracting(PointerLog.Change::to).containsExactly(JUNE, MARCH);
    assertThat(log.to(MARCH).orElseThrow())
        .satisfies(
            last -> {
              assertThat(last.from()).isEqualTo(JUNE);
              assertThat(last.by()).isEqualTo(System.getProperty("user.name"));
              assertThat(last.why()).isEqualTo("published by its run with --make-current");
            });
    // A process that was killed between the two had recorded a change and not made it.
    assertThat(log.to(JUNE)).map(PointerLog.Change::to).contains(JUNE);
    assertThat(log.to(JUNE_AGAIN)).isEmpty();
  }

  @Test
  void aRecordThatCannotBeWrittenKeepsNoRunFromPublishingButAPersonFromChanging()
      throws IOException {
    publish(MARCH);
    Files.delete(out.resolve("current.log"));
    Files.createDirectories(out.resolve("current.log"));

    assertThat(publish(JUNE)).isTrue();
    assertThat(told).hasSize(1);
    assertThat(told.get(0))
        .contains("Cannot write " + out.resolve("current.log"), "it is no regular file")
        .contains(
            "mv %s %s".formatted(out.resolve("current.log"), out.resolve("current.log.moved")));
    assertThatThrownBy(() -> CurrentVersion.below(out).set(MARCH, "why"))
        .hasMessageContaining("it is no regular file");
    assertThat(seen()).isEqualTo(JUNE);
  }

  @Test
  void whatIsNotWholeIsNotMadeCurrent() throws IOException {
    publish(JUNE);
    publish(MARCH);
    Files.writeString(Versions.below(out).folder(MARCH).resolve("manifest.json"), "{}");
    Files.createDirectories(Versions.below(out).folder(JUNE_AGAIN));

    refused(MARCH, ErrorCode.DAMAGED, "manifest.json: it is missing or cannot be read");
    refused(JUNE_AGAIN, ErrorCode.DAMAGED, "There are: " + MARCH + ", " + JUNE);
    refused("2019-12-31-0001", ErrorCode.UNKNOWN_RUN, "no version of that name");
    refused("../versions/" + MARCH, ErrorCode.UNKNOWN_RUN, "no version of that name");
    assertThat(seen()).isEqualTo(JUNE);
  }

  private void refused(String run, ErrorCode code, String words) {
    assertThatThrownBy(() -> CurrentVersion.below(out).set(run, "why"))
        .isInstanceOfSatisfying(DesistException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(words);
  }

  private String seen() {
    return Versions.below(out).current().orElseThrow();
  }

  /** A version without marts, offered as its run would. */
  private boolean publish(String run) {
    Versions versions = Versions.below(out);
    String snapshot = run.substring(0, 10);
    if (!versions.has(run)) {
      new VersionManifest(
              run,
              snapshot,
              "m",
              "h",
              "e",
              "s",
              VersionManifest.contentHash(List.of()),
              List.of(),
              List.of())
          .write(versions.draft(run));
      versions.finish(run);
    }
    return CurrentVersion.below(out).offer(run, LocalDate.parse(snapshot), told::add);
  }
}
