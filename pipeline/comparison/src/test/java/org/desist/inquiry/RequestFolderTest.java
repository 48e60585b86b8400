// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.desist.error.DesistException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestFolderTest {
  @TempDir Path out;

  private RequestFolder folder(String request) {
    return RequestFolder.of(out, request);
  }

  @Test
  void aTidyNameIsTheNameOfItsFolder() {
    assertThat(folder("mentoring-2018").answer())
        .isEqualTo(out.resolve("requests").resolve("mentoring-2018"));
    assertThat(out).isEmptyDirectory();
  }

  @Test
  void namesThatDifferInAnyCharacterHaveFoldersOfTheirOwn() {
    List<String> names =
        List.of(
            "a b", "a-b", "A-b", "a/b", "a.b", "a b ", " a-b", "a--b", "../a-b", "ä-b", "!", "?",
            "..");
    Set<String> folders = new TreeSet<>();
    for (String name : names) {
      Path answer = folder(name).answer();
      assertThat(answer.getParent()).isEqualTo(out.resolve("requests"));
      assertThat(answer.getFileName().toString()).matches("[a-z0-9][a-z0-9-]*");
      folders.add(answer.getFileName().toString());
    }
    assertThat(folders).hasSameSizeAs(names);
  }

  @Test
  void whatIsPublishedTakesThePlaceOfTheAnswerBefore() throws IOException {
    RequestFolder folder = folder("mine");
    Files.writeString(folder.draft().resolve("answer.json"), "first");
    Files.writeString(folder.working().resolve("draft").resolve("old.csv"), "old");
    folder.publish();
    Path draft = folder.draft();
    Files.writeString(draft.resolve("answer.json"), "second");
    assertThat(folder.answer().resolve("answer.json")).hasContent("first");

    folder.publish();

    assertThat(folder.answer().resolve("answer.json")).hasContent("second");
    assertThat(folder.answer().resolve("old.csv")).doesNotExist();
    assertThat(draft).doesNotExist();
    assertThat(folder.working()).isEmptyDirectory();
  }

  @Test
  void earlierHashesAreThoseFixedBefore() {
    RequestFolder folder = folder("mine");

    assertThat(folder.earlierHashes("aa")).isEmpty();
    folder.fix("aa");
    folder.fix("bb");
    folder.fix("aa");
    folder.fix("cc");

    assertThat(folder.earlierHashes("bb")).containsExactly("aa", "cc");
    assertThat(folder.earlierHashes("dd")).containsExactly("aa", "bb", "cc");
    assertThat(folder("other").earlierHashes("dd")).isEmpty();
  }

  @Test
  void workIsEmptyPrivateAndDropped() throws IOException {
    RequestFolder folder = folder("mine");
    Files.writeString(folder.work().resolve("table"), "rows");
    assertThat(folder.work()).isEmptyDirectory();
    assertThat(Files.getPosixFilePermissions(folder.working()))
        .containsExactlyInAnyOrder(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE);

    folder.dropWork();

    assertThat(folder.working().resolve("work")).doesNotExist();
  }

  @Test
  void aLogThatCannotBeReadIsNamed() throws IOException {
    RequestFolder folder = folder("mine");
    Files.createDirectory(folder.working().resolve("protocols"));

    assertThatThrownBy(() -> folder.earlierHashes("aa"))
        .isInstanceOf(DesistException.class)
        .hasMessageStartingWith("Cannot read " + folder.working().resolve("protocols") + ": ")
        .hasMessageEndingWith("Check that the folder is writable, then try again.");
  }

  /** Releases before this one kept persons among the published answers. */
  @Test
  void whatAnEarlierReleaseLeftAmongTheAnswersIsTakenToItsPlace() throws IOException {
    Path requests = Files.createDirectories(out.resolve("requests"));
    write(requests.resolve("mine/answer.json"), "answer");
    write(requests.resolve("mine/matches.csv"), "who");
    write(requests.resolve("mine/unlinked.csv"), "who not");
    write(requests.resolve(".mine/protocols"), "aa\n");
    write(requests.resolve("asked/matches.csv"), "who");
    write(requests.resolve(".alone/protocols"), "bb\n");
    write(requests.resolve(".pruned-gone/old"), "old");

    RequestFolder.adoptEarlier(out);
    RequestFolder.adoptEarlier(out);

    Path restricted = out.resolve("restricted/requests");
    assertThat(restricted.resolve("mine/matches.csv")).hasContent("who");
    assertThat(restricted.resolve("mine/unlinked.csv")).hasContent("who not");
    assertThat(restricted.resolve("asked/matches.csv")).hasContent("who");
    assertThat(folder("mine").earlierHashes("dd")).containsExactly("aa");
    assertThat(folder("alone").earlierHashes("dd")).containsExactly("bb");
    assertThat(requests.resolve("mine").toFile().list()).containsExactly("answer.json");
    assertThat(requests.toFile().list()).containsExactlyInAnyOrder("mine", "asked", ".pruned-gone");
    for (String closed : List.of("", "/requests", "/requests/mine", "/requests/alone")) {
      assertThat(Files.getPosixFilePermissions(out.resolve("restricted" + closed)))
          .as(closed)
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
