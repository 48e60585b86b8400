// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.desist.jobs.compare.ListFinding;
import org.desist.jobs.compare.ListFinding.Kind;
import org.desist.jobs.terminal.Paragraph;
import org.desist.text.FigureText;
import org.desist.text.Visible;

/**
 * What one sender has to mend in all their requests, as plain text for a letter or an e-mail. Rows
 * are named by the sender's own reference; no value of a list is repeated.
 */
final class SenderLetter {
  /** As wide as an e-mail is quoted without being broken. */
  private static final int WIDTH = 76;

  /** Characters of references: some twenty lines. */
  private static final int MANY = 1500;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private SenderLetter() {}

  /** One request in a letter; what was found on its list is null where that was not read. */
  record Part(IntakeEntry entry, IntakeFinding finding) {
    /** Whether its sender has something to do, or could add people before the answer. */
    boolean isForSender() {
      return entry.state().isForSender()
          || (entry.state() == IntakeState.READY
              && finding != null
              && finding.findings().stream().anyMatch(one -> one.kind() == Kind.REFUSED));
    }
  }

  /** The letter. */
  static String text(String organisation, List<Part> parts) {
    List<String> lines = new ArrayList<>();
    lines.add("To: " + organisation);
    lines.add("About: " + about(parts));
    for (Part part : parts) {
      lines.add("");
      lines.addAll(request(part));
    }
    lines.add("");
    lines.addAll(
        Paragraph.lines(
            "",
            "Rows are named by your own reference, or by their number, the row under the headings"
                + " being row 1. Mend them in your own records, then send the whole list again, with"
                + " everybody who started. Send personal data only the way that was agreed with you,"
                + " not in an answer to this letter.",
            WIDTH));
    return Visible.text(String.join("\n", lines) + "\n");
  }

  private static String about(List<Part> parts) {
    return parts.size() == 1
        ? "your comparison request"
        : FigureText.text("your %,d comparison requests", parts.size());
  }

  private static List<String> request(Part part) {
    IntakeEntry entry = part.entry();
    List<String> lines = new ArrayList<>();
    String title =
        entry.request() == null
            ? "The folder " + entry.folder()
            : "%s (request %s)".formatted(entry.programme(), entry.request());
    lines.add(title);
    lines.add("-".repeat(Math.min(WIDTH, title.length())));
    lines.addAll(Paragraph.lines("", sent(entry) + " " + verdict(entry.state()), WIDTH));
    entry.why().forEach(why -> lines.addAll(Paragraph.lines("  ", why, WIDTH)));
    if (part.finding() != null) {
      part.finding().notes().forEach(note -> lines.addAll(Paragraph.lines("  ", note, WIDTH)));
      for (Kind kind : Kind.values()) {
        lines.addAll(findings(kind, part));
      }
    }
    return lines;
  }

  private static String sent(IntakeEntry entry) {
    String day = DAY.format(LocalDate.ofInstant(Instant.parse(entry.sent()), ZoneOffset.UTC));
    return entry.people() == null
        ? "Sent on %s.".formatted(day)
        : FigureText.text("Your list of %s has %,d rows.", day, entry.people());
  }

  private static String verdict(IntakeState state) {
    return switch (state) {
      case WAITING -> "It cannot be used as it was sent:";
      case TOO_FEW -> "There are too few people for an answer:";
      case NOT_ALIKE ->
          "No answer could be given, as the groups would not be alike. Tell us whom the programme is"
              + " for, so that scope and filters can be made to fit:";
      case READY, NOT_JUDGED, ANSWERED, WITHDRAWN ->
          "It can be answered as it is. Mending rows first would add people to it:";
    };
  }

  /** Where nearly every row is meant, nobody reads them all. */
  private static String shown(String references) {
    int end = references.length() <= MANY ? -1 : references.lastIndexOf(", ", MANY);
    return end < 0
        ? references
        : references.substring(0, end) + " and others: ask us for the clinic's page";
  }

  private static List<String> findings(Kind kind, Part part) {
    List<ListFinding> found =
        part.finding().findings().stream().filter(one -> one.kind() == kind).toList();
    List<String> lines = new ArrayList<>();
    if (!found.isEmpty()) {
      lines.add("");
      lines.addAll(Paragraph.lines("  ", kind.words(), WIDTH));
    }
    for (ListFinding one : found) {
      String rows =
          one.rows().equals("all")
              ? "all rows"
              : "%s of %s rows".formatted(one.rows(), FigureText.count(part.entry().people()));
      String what = one.what().isEmpty() ? one.advice() : one.what() + " " + one.advice();
      lines.addAll(
          Paragraph.lines("  - ", "%s, %s: %s".formatted(one.column(), rows, what), WIDTH));
      if (!one.references().isEmpty()) {
        lines.addAll(Paragraph.lines("    ", "Your references: " + shown(one.references()), WIDTH));
      }
    }
    return lines;
  }
}
