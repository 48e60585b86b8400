// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.inquiry.RequestFolder;
import org.desist.method.Retention;
import org.desist.publish.RequestMarts;
import org.desist.run.Folders;

/**
 * Which comparison requests are kept: until the day that a request names itself, else for some days
 * after it was answered. Both days are noted beside the answer.
 */
public final class RequestLives {
  private static final String NOTE = "life.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path requests;
  private final Path restricted;
  private final List<Path> earlier;
  private final Retention retention;
  private final LocalDate today;

  RequestLives(Path out, Retention retention, LocalDate today) {
    this.requests = RequestMarts.folder(out);
    this.restricted = RequestMarts.restricted(out);
    this.earlier = RequestFolder.earlier(out);
    this.retention = retention;
    this.today = today;
  }

  /**
   * Notes the days of a request that has just been answered.
   *
   * @param working its private folder
   * @param retentionUntil last day on which it is kept, or null when it names none
   */
  public static void note(Path working, LocalDate answered, LocalDate retentionUntil) {
    Map<String, String> days = new LinkedHashMap<>();
    days.put("answered", answered.toString());
    days.put("retention_until", retentionUntil == null ? null : retentionUntil.toString());
    Path file = working.resolve(NOTE);
    Path draft = working.resolve("." + NOTE + ".draft");
    try {
      Files.writeString(draft, JSON.writeValueAsString(days) + "\n");
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot write %s: %s. Check the room on the disk, then answer again."
              .formatted(file, e.getMessage()),
          e);
    }
    Folders.move(draft, file);
  }

  /** Those with an answer, and those of which there is only a private folder, sorted. */
  List<String> names() {
    Set<String> names = new TreeSet<>(Folders.names(requests));
    names.addAll(Folders.names(restricted));
    earlier.forEach(folder -> names.add(folder.getFileName().toString().substring(1)));
    return List.copyOf(names);
  }

  /** The private folder, and the answer: that by which it is found goes last. */
  List<Path> folders(String name) {
    return Stream.of(restricted.resolve(name), earlier(name), requests.resolve(name))
        .filter(Files::exists)
        .toList();
  }

  /** Why a request goes; empty when it stays. */
  Optional<String> outlived(String name) {
    Map<?, ?> days = days(name);
    Object until = days.get("retention_until");
    if (until != null) {
      return today.isAfter(LocalDate.parse(until.toString()))
          ? Optional.of("to be kept until " + until)
          : Optional.empty();
    }
    Object noted = days.get("answered");
    LocalDate answered = noted == null ? written(name) : LocalDate.parse(noted.toString());
    return ChronoUnit.DAYS.between(answered, today) > retention.requestDays()
        ? Optional.of(
            String.format(
                Locale.ROOT, "answered on %s, over %d days ago", answered, retention.requestDays()))
        : Optional.empty();
  }

  private Path working(String name) {
    Path now = restricted.resolve(name);
    return Files.exists(now) ? now : earlier(name);
  }

  /** Where releases before this one had the private folder, until pruning or an answer moves it. */
  private Path earlier(String name) {
    return requests.resolve("." + name);
  }

  private Map<?, ?> days(String name) {
    Path file = working(name).resolve(NOTE);
    if (!Files.isRegularFile(file)) {
      return Map.of();
    }
    try {
      return JSON.readValue(file.toFile(), Map.class);
    } catch (JsonProcessingException e) {
      throw unreadable(file, e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw unreadable(file, e.getMessage(), e);
    }
  }

  /** Answers of before this was noted have only the date of their folder. */
  private LocalDate written(String name) {
    Path answer = folders(name).get(folders(name).size() - 1);
    try {
      return Files.getLastModifiedTime(answer).toInstant().atZone(ZoneOffset.UTC).toLocalDate();
    } catch (IOException e) {
      throw unreadable(answer, e.getMessage(), e);
    }
  }

  private static DesistException unreadable(Path file, String problem, IOException cause) {
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot read %s: %s. Answer the request again, or remove it by hand."
            .formatted(file, problem),
        cause);
  }
}
