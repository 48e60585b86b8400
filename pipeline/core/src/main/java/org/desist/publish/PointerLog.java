// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.Folders;
import org.desist.run.Shell;
import org.desist.storage.Locations;

/**
 * {@code OUT/current.log}: who made which version current, when, and why, a JSON object a line. It
 * is only ever added to. A line that cannot be read is counted and left as it is.
 */
public final class PointerLog {
  /** Its name below the output folder. */
  public static final String FILE = "current.log";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Some hundred changes; what came before can be read in the file. */
  private static final int LATEST_BYTES = 64 * 1024;

  private final Path file;

  private PointerLog(Path file) {
    this.file = file;
  }

  /** The record of an output folder; nothing is created. */
  public static PointerLog below(Path out) {
    return new PointerLog(out.resolve(FILE));
  }

  /**
   * One change.
   *
   * @param from the run whose version readers saw before, or null when they saw none
   * @param to the run whose version they see since
   */
  public record Change(Instant at, String by, String from, String to, String why) {}

  /**
   * The latest changes, oldest first.
   *
   * @param unreadable lines among them that are none
   */
  public record Latest(List<Change> changes, int unreadable) {
    public Latest {
      changes = List.copyOf(changes);
    }

    /**
     * The change that made a run's version current; empty when it was made without a record. A last
     * change that leads away from it was written down and never made.
     */
    public Optional<Change> to(String run) {
      int end = changes.size();
      while (end > 0 && !changes.get(end - 1).to().equals(run)) {
        if (!run.equals(changes.get(end - 1).from())) {
          return Optional.empty();
        }
        end--;
      }
      return end == 0 ? Optional.empty() : Optional.of(changes.get(end - 1));
    }
  }

  /**
   * Adds a change.
   *
   * @throws DesistException STORAGE when it cannot be written, with what to type
   */
  void add(Change change) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("at", change.at().toString());
    fields.put("by", change.by());
    fields.put("from", change.from());
    fields.put("to", change.to());
    fields.put("why", change.why());
    try {
      append(JSON.writeValueAsString(fields) + "\n");
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot write %s, which records who made which version current: %s. Make room, or move it away with: mv %s %s"
              .formatted(
                  file,
                  e.getMessage(),
                  Shell.quoted(file),
                  Shell.quoted(file.resolveSibling(FILE + ".moved"))),
          e);
    }
  }

  private void append(String line) throws IOException {
    if (Locations.isRemote(file)) {
      // A store adds to nothing; the file is small, and one process at a time works here.
      String before = Files.exists(file) ? Files.readString(file) : "";
      Folders.replace(file, whole(before) + line);
      return;
    }
    Set<StandardOpenOption> add = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isRegular()) {
      throw new IOException("it is no regular file");
    }
    // A process that was killed may have left half a line.
    String text = endsInLine() ? line : "\n" + line;
    try (SeekableByteChannel channel = Files.newByteChannel(file, add)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  private static String whole(String text) {
    return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
  }

  private boolean endsInLine() throws IOException {
    byte[] tail = tail(1);
    return tail.length == 0 || tail[0] == '\n';
  }

  private boolean isRegular() throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .isRegularFile();
  }

  /**
   * The latest changes.
   *
   * @throws DesistException STORAGE when the file cannot be read
   */
  public Latest latest() {
    try {
      if (!isRegular()) {
        return new Latest(List.of(), 1);
      }
      return parsed(new String(tail(LATEST_BYTES), StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return new Latest(List.of(), 0);
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot read %s: %s. Check that it is readable.".formatted(file, e.getMessage()),
          e);
    }
  }

  private byte[] tail(int most) throws IOException {
    if (!Files.exists(file)) {
      return new byte[0];
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      channel.position(Math.max(0, channel.size() - most));
      ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(most, channel.size()));
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // Until it is full.
      }
      return bytes.array();
    }
  }

  private static Latest parsed(String text) {
    List<Change> changes = new ArrayList<>();
    int unreadable = 0;
    List<String> lines = text.lines().toList();
    // The first of a tail may begin in the middle.
    int first = text.length() < LATEST_BYTES / 2 ? 0 : 1;
    for (String line : lines.subList(Math.min(first, lines.size()), lines.size())) {
      Optional<Change> change = change(line);
      change.ifPresent(changes::add);
      unreadable += change.isPresent() || line.isBlank() ? 0 : 1;
    }
    return new Latest(changes, unreadable);
  }

  private static Optional<Change> change(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      if (node == null || !node.path("to").isTextual()) {
        return Optional.empty();
      }
      return Optional.of(
          new Change(
              Instant.parse(node.path("at").asText()),
              node.path("by").asText(),
              node.path("from").isTextual() ? node.path("from").asText() : null,
              node.path("to").asText(),
              node.path("why").asText()));
    } catch (IOException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
