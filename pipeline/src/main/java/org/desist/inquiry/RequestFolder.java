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
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.publish.RequestMarts;
import org.desist.run.Fingerprint;
import org.desist.run.Folders;

/**
 * Where a request's answer lies, {@code OUT/requests/NAME}, and beside it {@code .NAME}, private,
 * for work in progress and the log of protocols. An answer is written as a draft and takes its
 * place by renaming: readers see the old one or the new one.
 */
public final class RequestFolder {
  private static final int HASH_SHOWN = 8;

  private final Path answer;
  private final Path working;

  private RequestFolder(Path answer, Path working) {
    this.answer = answer;
    this.working = working;
  }

  /** The folder of a request; nothing is created. */
  public static RequestFolder of(Path out, String request) {
    Path requests = RequestMarts.folder(out);
    String name = name(request);
    return new RequestFolder(requests.resolve(name), requests.resolve("." + name));
  }

  /** A name that every file system takes, and of its own for every request. */
  private static String name(String request) {
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
   * Private, for what this request keeps beside its answer; created when missing. An answer that a
   * killed process had put aside is put back.
   */
  public Path working() {
    Folders.createPrivate(working);
    if (Files.exists(aside()) && !Files.exists(answer)) {
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
    Folders.delete(aside());
    if (Files.exists(answer)) {
      Folders.move(answer, aside());
    }
    Folders.move(working.resolve("draft"), answer);
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
