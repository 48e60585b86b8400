// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.compare;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.desist.answer.AmountWords;
import org.desist.answer.Answer.AttritionStep;
import org.desist.answer.Answer.Detectable;
import org.desist.answer.Clinic;
import org.desist.answer.ComparedGroups.Diagnostic;
import org.desist.inquiry.Comparison.Consultation;
import org.desist.jobs.compare.ListFaults.Group;
import org.desist.jobs.terminal.Paragraph;
import org.desist.jobs.terminal.TextTable;
import org.desist.participant.ParticipantLinks.LinkRule;
import org.desist.text.FigureText;

/** What a request would come to, on one screen, for whoever sends the participants. */
public final class ClinicScreen {
  private ClinicScreen() {}

  /** Prints it. */
  public static void print(Consultation consultation, PrintWriter screen) {
    Clinic clinic = consultation.clinic();
    screen.println(
        "Request %s: %s, %s"
            .formatted(
                clinic.protocol().request(),
                clinic.protocol().organisation(),
                clinic.protocol().programme()));
    screen.println("No outcome has been read.");
    assumptions(consultation, screen);
    screen.println();
    attrition(clinic.attrition(), screen);
    linking(clinic.linking().byRule(), screen);
    verdict(clinic, screen);
    faults(ListFaults.of(consultation.links()), screen);
    screen.println();
    screen.println("This as a page:            " + ClinicPage.file(consultation));
    screen.println("Who was found, by row:     " + consultation.folder().resolve("matches.csv"));
    screen.println(
        "Who was not, and what to mend: " + consultation.folder().resolve("unlinked.csv"));
    screen.flush();
  }

  /** With what is not used of it. */
  private static void assumptions(Consultation consultation, PrintWriter screen) {
    List<String> all = new ArrayList<>(consultation.clinic().protocol().assumptions());
    all.addAll(consultation.links().participants().notes());
    if (!all.isEmpty()) {
      screen.println();
      screen.println("What we assumed about your list:");
      all.forEach(one -> Paragraph.print("  - ", one, screen));
    }
  }

  private static void attrition(List<AttritionStep> steps, PrintWriter screen) {
    TextTable table = TextTable.open().left("participants").right("left").right("remaining");
    for (AttritionStep step : steps) {
      boolean isFirst = step.reason() == AttritionStep.Reason.SUBMITTED;
      table.row(
          step.reason().words(),
          isFirst ? "" : FigureText.count(step.people()),
          FigureText.count(step.remaining()));
    }
    screen.println(table.text());
    screen.println();
  }

  private static void linking(Map<String, Integer> byRule, PrintWriter screen) {
    TextTable table = TextTable.open().left("found").right("people");
    for (LinkRule rule : LinkRule.values()) {
      table.row(rule.words(), FigureText.count(byRule.get(rule.name())));
    }
    screen.println(table.text());
    screen.println();
  }

  private static void verdict(Clinic clinic, PrintWriter screen) {
    if (clinic.detectable() != null) {
      screen.println(sentence(clinic.detectable()));
    }
    if (clinic.groups() != null) {
      clinic.groups().leftOut().forEach(sentence -> screen.println("  " + sentence));
      screen.println();
      for (Diagnostic one : clinic.groups().diagnostics()) {
        screen.println("  %-13s %s: %s".formatted(one.verdict(), one.name(), one.sentence()));
      }
    }
    screen.println();
    screen.println(
        switch (clinic.state()) {
          case TOO_FEW ->
              "As it stands there are too few people for an answer: mend the rows below, or send more.";
          case NOT_ESTIMABLE -> "As it stands no comparison group can be made:";
          case SEALED -> "As it stands the answer would be sealed: the groups are not alike.";
          case TOO_CLOSE ->
              "As it stands the answer would be sealed: other answers are about nearly the same people.";
          case OPEN -> "As it stands the request would be answered.";
        });
    clinic.notes().forEach(note -> screen.println("  " + note));
  }

  /** The smallest difference in words. */
  public static String sentence(Detectable detectable) {
    if (Double.isNaN(detectable.points())) {
      return FigureText.text(
          "With %,d people against %,d no difference would reliably be noticed.",
          detectable.treated(), detectable.comparison());
    }
    return FigureText.text(
        "With %,d people against %,d and an expected rate of %.0f%%, a fall of %s or more would be noticed four times in five (80%% power).",
        detectable.treated(),
        detectable.comparison(),
        100 * detectable.expectedRate(),
        AmountWords.noticed(detectable.points()));
  }

  /** What rows share is said once, by column, with as many references as can be taken in. */
  private static void faults(ListFaults faults, PrintWriter screen) {
    List<Group> groups =
        Stream.concat(faults.refused().stream(), faults.warned().stream()).toList();
    if (groups.isEmpty()) {
      return;
    }
    screen.println();
    screen.println("To mend, for whoever sent the list, by your own reference:");
    for (Group group : groups) {
      Paragraph.print(
          "  - ", "%s: %s %s".formatted(group.column(), group.what(), group.advice()), screen);
      Paragraph.print(
          "    ",
          group.isLong()
              ? group.rows() + " rows: each is in unlinked.csv and on the page."
              : group.references(),
          screen);
    }
  }
}
