// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.Folders;

/**
 * The desk's status file: one JSON object a line, oldest first, to which lines are only added. It
 * is one for all inboxes, and read for one of them. A line that a killed process left without an
 * end does not count, and the next one takes its place.
 */
public final class IntakeJournal {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final String inbox;
  private final List<IntakeEntry> entries;
  private final Map<String, IntakeEntry> latest = new LinkedHashMap<>();

  private IntakeJournal(Path file, String inbox, List<IntakeEntry> entries) {
    this.file = file;
    this.inbox = inbox;
    this.entries = new ArrayList<>(entries);
    entries.forEach(entry -> latest.put(entry.folder(), entry));
  }

  /**
   * Reads what it has of an inbox; one that does not exist has no lines.
   *
   * @param inbox address of the folder that holds the requests
   * @throws DesistException STORAGE when it cannot be read
   */
  public static IntakeJournal read(Path file, String inbox) {
    List<IntakeEntry> entries = new ArrayList<>();
    int number = 0;
    for (String line : whole(file).lines().toList()) {
      number++;
      try {
        IntakeEntry entry = JSON.readValue(line, IntakeEntry.class);
        if (inbox.equals(entry.inbox())) {
          entries.add(entry);
        }
      } catch (JsonProcessingException e) {
        throw new DesistException(
            ErrorCode.STORAGE,
            "Cannot read %s, line %s: %s. Take the line out; its request is then judged again."
                .formatted(file, number, e.getOriginalMessage()),
            e);
      }
    }
    return new IntakeJournal(file, inbox, entries);
  }

  /** The lines that have an end. */
  private static String whole(Path file) {
    try {
      String text = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
      return text.substring(0, text.lastIndexOf('\n') + 1);
    } catch (IOException e) {
      throw unusable("read", file, e);
    }
  }

  /** Address of the folder that holds the requests. */
  String inbox() {
    return inbox;
  }

  /** Each change of a request, the oldest first. */
  List<IntakeEntry> entries() {
    return List.copyOf(entries);
  }

  /** Where each request stands, by the order in which they first came. */
  public Collection<IntakeEntry> latest() {
    return List.copyOf(latest.values());
  }

  /** Where a request stood last. */
  public Optional<IntakeEntry> latest(String folder) {
    return Optional.ofNullable(latest.get(folder));
  }

  /** What was last said of a request with these very files against some run. */
  Optional<IntakeEntry> judged(String folder, String hash) {
    return entries.stream()
        .filter(entry -> entry.folder().equals(folder) && entry.hash().equals(hash))
        .filter(entry -> entry.run() != null && entry.state() != IntakeState.WITHDRAWN)
        .reduce((earlier, later) -> later);
  }

  /**
   * Adds a line, unless the last about the request says the same; it is on the disk when this
   * returns.
   *
   * @throws DesistException STORAGE when it cannot be written
   */
  public void add(IntakeEntry entry) {
    if (entry.isSame(latest.get(entry.folder()))) {
      return;
    }
    try {
      Folders.preparePrivateFile(file);
      long end = whole(file).getBytes(StandardCharsets.UTF_8).length;
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(end);
        ByteBuffer line =
            ByteBuffer.wrap(
                (JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        channel.position(end);
        while (line.hasRemaining()) {
          channel.write(line);
        }
        channel.force(true);
      }
    } catch (IOException e) {
      throw unusable("write", file, e);
    }
    entries.add(entry);
    latest.put(entry.folder(), entry);
  }

  private static DesistException unusable(String what, Path file, IOException cause) {
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot %s %s: %s. Check the room on the disk and who owns the file, then try again."
            .formatted(what, file, cause.getMessage()),
        cause);
  }
}
