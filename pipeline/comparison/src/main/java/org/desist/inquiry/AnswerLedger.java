// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.Fingerprint;
import org.desist.run.Folders;

/**
 * Whom the answers were about: {@code OUT/restricted/answers}, private. {@code ledger.jsonl} has a
 * line for every answer that showed an outcome, to which lines are only added, each with the hash
 * of the line before; {@code people/HASH} has the keys of the people that were analysed. A line is
 * on the disk before the first outcome is read, so that no answer is out that is not there.
 */
final class AnswerLedger {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BEGINNING = "0".repeat(64);

  private final Path folder;
  private final Path file;
  private final Clock clock;

  AnswerLedger(Path out, Clock clock) {
    this.folder = out.resolve("restricted").resolve("answers");
    this.file = folder.resolve("ledger.jsonl");
    this.clock = clock;
  }

  /**
   * Who asks, and what.
   *
   * @param request name of the request
   * @param organisation whose it is
   * @param requestHash of all that was asked
   * @param run the run it is answered from
   */
  record Asked(String request, String organisation, String requestHash, String run) {}

  /**
   * A line.
   *
   * @param time to the second, UTC
   * @param people SHA-256 of the keys of those who were analysed, the name of their file
   * @param count how many they are
   * @param close why the answer was given though others are about nearly the same people, or null
   * @param acceptedBy who answers for that, or null
   * @param previous hash of the line before
   * @param hash of this line without it
   */
  record Entry(
      String time,
      String request,
      String organisation,
      String requestHash,
      String run,
      String people,
      int count,
      String close,
      String acceptedBy,
      String previous,
      String hash) {
    private Entry with(String ownHash) {
      return new Entry(
          time,
          request,
          organisation,
          requestHash,
          run,
          people,
          count,
          close,
          acceptedBy,
          previous,
          ownHash);
    }

    private Entry sealed() {
      return with(Fingerprint.ofText(text(with(""))));
    }
  }

  /**
   * What was decided.
   *
   * @param isClose whether the people differ from those of earlier answers by too few
   * @param isGiven whether outcomes may be read
   * @param number which request of its organisation this is, from 1
   */
  record Decision(boolean isClose, boolean isGiven, int number) {}

  /**
   * Decides whether outcomes of some people may be read, and writes down that they are.
   *
   * @param people keys of those who would be analysed
   * @param smallest the smallest number of people that may be told of
   * @param overrides why it is to be given though it is close, if at all
   * @throws DesistException DAMAGED when the ledger is not as it was written; STORAGE when it
   *     cannot be read or written
   */
  Decision decide(Asked asked, Collection<String> people, int smallest, Overrides overrides) {
    Folders.createPrivate(folder.getParent());
    Folders.createPrivate(folder);
    try {
      Folders.preparePrivateFile(file);
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        // Two requests at once must not both find nothing close. Closing the file lets go of it.
        channel.lock();
        return decide(asked, new TreeSet<>(people), smallest, overrides, channel);
      }
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot use %s: %s. Check that the folder is writable, then try again."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private Decision decide(
      Asked asked, Set<String> people, int smallest, Overrides overrides, FileChannel channel)
      throws IOException {
    List<Entry> entries = entries();
    List<Set<String>> earlier = new ArrayList<>();
    for (String hash : entries.stream().map(Entry::people).distinct().toList()) {
      earlier.add(people(hash));
    }
    boolean isClose = SmallDifference.isLeft(earlier, people, smallest);
    boolean isGiven = !isClose || overrides.close() != null;
    if (isGiven) {
      append(asked, people, isClose ? overrides : Overrides.NONE, entries, channel);
    }
    return new Decision(isClose, isGiven, number(asked, entries));
  }

  /** Requests that come again keep their number. */
  private static int number(Asked asked, List<Entry> entries) {
    List<String> requests =
        entries.stream()
            .filter(entry -> entry.organisation().equals(asked.organisation()))
            .map(Entry::request)
            .distinct()
            .toList();
    int place = requests.indexOf(asked.request());
    return place < 0 ? requests.size() + 1 : place + 1;
  }

  private void append(
      Asked asked,
      Set<String> people,
      Overrides overrides,
      List<Entry> entries,
      FileChannel channel)
      throws IOException {
    String keys = String.join("\n", people) + "\n";
    String hash = Fingerprint.ofText(keys);
    Entry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
    Entry entry =
        new Entry(
            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
            asked.request(),
            asked.organisation(),
            asked.requestHash(),
            asked.run(),
            hash,
            people.size(),
            overrides.close(),
            overrides.acceptedBy(),
            last == null ? BEGINNING : last.hash(),
            "");
    if (entries.stream().anyMatch(one -> isSame(one, entry))) {
      return;
    }
    Path set = place(hash);
    Folders.createPrivate(set.getParent());
    if (!Files.exists(set)) {
      Folders.replace(set, keys);
      Folders.closeToOthers(set);
    }
    String written = whole();
    byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
    // Half a line of a killed process is no answer.
    channel.truncate(bytes.length);
    channel.position(bytes.length);
    ByteBuffer line =
        ByteBuffer.wrap((text(entry.sealed()) + "\n").getBytes(StandardCharsets.UTF_8));
    while (line.hasRemaining()) {
      channel.write(line);
    }
    channel.force(true);
  }

  /** The same answer again, from the same run. */
  private static boolean isSame(Entry one, Entry other) {
    return one.request().equals(other.request())
        && one.requestHash().equals(other.requestHash())
        && one.run().equals(other.run())
        && one.people().equals(other.people());
  }

  private List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    String previous = BEGINNING;
    int number = 0;
    for (String line : whole().lines().toList()) {
      number++;
      Entry entry = entry(line, number);
      if (!entry.previous().equals(previous) || !entry.sealed().hash().equals(entry.hash())) {
        throw damaged(file + ", line " + number);
      }
      previous = entry.hash();
      entries.add(entry);
    }
    return entries;
  }

  private Entry entry(String line, int number) {
    try {
      return JSON.readValue(line, Entry.class);
    } catch (JsonProcessingException e) {
      throw damaged(file + ", line " + number);
    }
  }

  /** The lines that have an end. */
  private String whole() throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    return text.substring(0, text.lastIndexOf('\n') + 1);
  }

  private Set<String> people(String hash) throws IOException {
    Path set = place(hash);
    if (!Files.exists(set)) {
      throw damaged(set.toString());
    }
    String keys = Files.readString(set, StandardCharsets.UTF_8);
    if (!Fingerprint.ofText(keys).equals(hash)) {
      throw damaged(set.toString());
    }
    return Set.copyOf(keys.lines().toList());
  }

  private Path place(String hash) {
    return folder.resolve("people").resolve(hash);
  }

  private static DesistException damaged(String what) {
    return new DesistException(
        ErrorCode.DAMAGED,
        "Cannot tell whom earlier answers were about: %s is not as it was written. Restore OUT/restricted/answers from its backup; until then no request can be answered."
            .formatted(what));
  }

  private static String text(Entry entry) {
    try {
      return JSON.writeValueAsString(entry);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a line in memory can be written", e);
    }
  }
}
