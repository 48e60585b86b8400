// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.guard;

import com.networknt.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.yaml.YamlDocument;

/**
 * A file of exemptions: which publication checks may fail, why, and until which snapshot. The day
 * of the snapshot decides, not the clock: the same run comes to the same end on any day.
 */
public final class Exemptions {
  private static final Schema SCHEMA = YamlDocument.schema("contract/exemptions.schema.json");

  private final List<Exemption> list;

  private Exemptions(List<Exemption> list) {
    this.list = List.copyOf(list);
  }

  /**
   * Lets a guard's hard level pass, for a time.
   *
   * @param guard label of the guard
   * @param subject what it looked at, as the run page spells it; null for all of the guard's
   * @param measure what it compared; null for all
   * @param reason why, as the run page repeats it
   * @param until last day of a snapshot that it holds for
   */
  private record Exemption(
      String guard, String subject, String measure, String reason, LocalDate until) {
    /** Whether it speaks of a check, whatever the day. */
    boolean covers(GuardCheck check) {
      return check.guard().label().equals(guard)
          && (subject == null || subject.equals(check.subject()))
          && (measure == null || measure.equals(check.measure()));
    }

    boolean holdsFor(LocalDate snapshot) {
      return !snapshot.isAfter(until);
    }

    /** What it is about. */
    String about() {
      return guard
          + (subject == null ? "" : " of " + subject)
          + (measure == null ? "" : ", " + measure);
    }
  }

  /** The file's content. */
  private record Content(List<Exemption> exemptions) {}

  /**
   * Checks after exemptions.
   *
   * @param checks the same checks, some let through
   * @param notes what is to be told of exemptions that did nothing
   */
  public record Applied(List<GuardCheck> checks, List<String> notes) {
    public Applied {
      checks = List.copyOf(checks);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Reads a file.
   *
   * @param file null for no exemptions
   * @throws DesistException BAD_EXEMPTIONS with every fault, its line, key and value
   */
  public static Exemptions read(Path file) {
    if (file == null) {
      return new Exemptions(List.of());
    }
    YamlDocument<Content> document = document(file);
    if (document.value() == null) {
      throw new DesistException(
          ErrorCode.BAD_EXEMPTIONS,
          "Cannot use the exemptions %s:\n%s\nCorrect it and try again; docs/guards.md shows such a file."
              .formatted(
                  file,
                  document.faults().stream()
                      .map(fault -> "  " + fault.sentence())
                      .collect(Collectors.joining("\n"))));
    }
    return new Exemptions(document.value().exemptions());
  }

  private static YamlDocument<Content> document(Path file) {
    try {
      return YamlDocument.read(file, SCHEMA, Content.class);
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.BAD_EXEMPTIONS,
          "Cannot read the exemptions %s: %s. Name a readable file in UTF-8 with --exemptions."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** Lets failed checks through where an exemption holds on the day of the snapshot. */
  public Applied apply(List<GuardCheck> checks, LocalDate snapshot) {
    List<GuardCheck> after = checks.stream().map(check -> apply(check, snapshot)).toList();
    List<String> notes = new ArrayList<>();
    for (Exemption exemption : list) {
      List<GuardCheck> covered = checks.stream().filter(exemption::covers).toList();
      if (covered.isEmpty()) {
        notes.add(
            "The exemption for %s matches no check: correct its guard, subject or measure."
                .formatted(exemption.about()));
      } else if (!exemption.holdsFor(snapshot)) {
        notes.add(
            "The exemption for %s ended on %s, before this snapshot (%s): it does nothing."
                .formatted(exemption.about(), exemption.until(), snapshot));
      }
    }
    return new Applied(after, notes);
  }

  private GuardCheck apply(GuardCheck check, LocalDate snapshot) {
    if (check.outcome() != GuardOutcome.HARD) {
      return check;
    }
    Optional<Exemption> found =
        list.stream()
            .filter(exemption -> exemption.covers(check) && exemption.holdsFor(snapshot))
            .findFirst();
    return found
        .map(
            exemption ->
                check.letThrough(
                    GuardOutcome.EXEMPTED,
                    "%s (until %s)".formatted(exemption.reason(), exemption.until())))
        .orElse(check);
  }
}
