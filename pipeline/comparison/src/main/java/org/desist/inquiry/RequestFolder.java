// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.publish.RequestMarts;
import org.desist.run.Fingerprint;
import org.desist.run.Folders;
import org.desist.run.ReaderAccess;

/**
 * Where a request's answer is published, {@code OUT/requests/NAME}, and apart from it {@code
 * OUT/restricted/requests/NAME}, private, for the lists of persons, work in progress and the log of
 * protocols. An answer is written as a draft and takes its place by renaming: readers see the old
 * one or the new one.
 */
public final class RequestFolder {
  private static final int HASH_SHOWN = 8;

  private static final String EARLIER_PREFIX = ".";
  private static final Pattern EARLIER_NAME = Pattern.compile("\\.(?!pruned-)[a-z0-9][a-z0-9-]*");

  /** Who was found. */
  static final String MATCHES = "matches.csv";

  /** Who was not, and what to mend. */
  static final String UNLINKED = "unlinked.csv";

  /** The answer before its figures were rounded. */
  static final String EXACT = "exact.json";

  private final Path answer;
  private final Path working;

  private RequestFolder(Path out, String name) {
    this.answer = RequestMarts.folder(out).resolve(name);
    this.working = RequestMarts.restricted(out).resolve(name);
  }

  /** The folder of a request; nothing is created. */
  public static RequestFolder of(Path out, String request) {
    return new RequestFolder(out, name(request));
  }

  /**
   * Takes what releases before this one kept of all requests among the published answers to where
   * it belongs.
   *
   * @param out the output folder, with nobody else at work on its requests
   */
  public static void adoptEarlier(Path out) {
    Path requests = RequestMarts.folder(out);
    for (String name : Folders.names(requests)) {
      new RequestFolder(out, name).adopt();
    }
    for (Path earlier : earlier(out)) {
      String name = earlier.getFileName().toString().substring(EARLIER_PREFIX.length());
      new RequestFolder(out, name).adopt();
    }
  }

  /** The private folders that releases before this one kept beside the answers, sorted. */
  public static List<Path> earlier(Path out) {
    Path requests = RequestMarts.folder(out);
    if (!Files.isDirectory(requests)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(requests)) {
      return entries
          .filter(entry -> EARLIER_NAME.matcher(entry.getFileName().toString()).matches())
          .filter(Files::isDirectory)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot list %s: %s. Check that the folder is readable, then try again."
              .formatted(requests, e.getMessage()),
          e);
    }
  }

  private void adopt() {
    Path earlier = answer.resolveSibling(EARLIER_PREFIX + answer.getFileName());
    List<Path> lists =
        Stream.of(MATCHES, UNLINKED).map(answer::resolve).filter(Files::exists).toList();
    if (!Files.exists(earlier) && lists.isEmpty()) {
      return;
    }
    createRestricted();
    if (Files.exists(earlier) && !Files.exists(working)) {
      Folders.move(earlier, working);
    }
    Folders.delete(earlier);
    Folders.createPrivate(working);
    for (Path list : lists) {
      Path place = working.resolve(list.getFileName());
      if (Files.exists(place)) {
        Folders.delete(list);
      } else {
        Folders.move(list, place);
      }
    }
  }

  /** Private from the folder of all that is. */
  private void createRestricted() {
    Path requests = working.getParent();
    Folders.createPrivate(requests.getParent());
    Folders.createPrivate(requests);
  }

  /** A name that every file system takes, and of its own for every request, or whoever asks. */
  public static String name(String request) {
    String plain = request.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String tidy = plain.replaceAll("^-|-$", "");
    return tidy.equals(request)
        ? tidy
        : (tidy + "-" + Fingerprint.ofText(request).substring(0, HASH_SHOWN)).replaceAll("^-", "");
  }

  /** Where a finished answer lies; it need not exist. */
  public Path answer() {
    return answer;
  }

  /**
   * Private, for the lists of persons and what this request keeps besides its answer; created when
   * missing. An answer that a killed process had put aside is put back.
   */
  public Path working() {
    adopt();
    createRestricted();
    Folders.createPrivate(working);
    if (Files.exists(aside()) && !Files.exists(answer)) {
      Folders.createOpen(answer.getParent());
      Folders.move(aside(), answer);
    }
    return working;
  }

  private Path aside() {
    return working.resolve("before");
  }

  /** An empty private folder for what models write. */
  Path work() {
    return emptied("work");
  }

  /** Deletes what models wrote. */
  public void dropWork() {
    Folders.delete(working.resolve("work"));
  }

  /** An empty folder to write an answer into. */
  Path draft() {
    return emptied("draft");
  }

  private Path emptied(String name) {
    Path folder = working().resolve(name);
    Folders.delete(folder);
    Folders.create(folder);
    return folder;
  }

  /** Puts the draft in the place of the answer before. */
  void publish() {
    Path draft = working.resolve("draft");
    ReaderAccess.openAll(draft);
    Folders.createOpen(answer.getParent());
    Folders.delete(aside());
    if (Files.exists(answer)) {
      Folders.move(answer, aside());
    }
    Folders.move(draft, answer);
    Folders.delete(aside());
  }

  /** Hashes of this request as it was answered before, other than this one, the oldest first. */
  List<String> earlierHashes(String hash) {
    return protocols().stream().filter(line -> !Objects.equals(line, hash)).distinct().toList();
  }

  /** Writes down that a request is about to be answered: from now on a change of it shows. */
  void fix(String hash) {
    try {
      if (!protocols().contains(hash)) {
        Files.writeString(
            log(),
            hash + "\n",
            StandardCharsets.UTF_8,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      throw unusable("write", e);
    }
  }

  private List<String> protocols() {
    try {
      return Files.exists(log()) ? Files.readAllLines(log(), StandardCharsets.UTF_8) : List.of();
    } catch (IOException e) {
      throw unusable("read", e);
    }
  }

  private Path log() {
    return working().resolve("protocols");
  }

  private DesistException unusable(String what, IOException cause) {
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot %s %s: %s. Check that the folder is writable, then try again."
            .formatted(what, log(), cause.getMessage()),
        cause);
  }
}
