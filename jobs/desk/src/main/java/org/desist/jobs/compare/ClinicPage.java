// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.desist.answer.AmountWords;
import org.desist.answer.Answer.AttritionStep;
import org.desist.answer.Answer.Detectable;
import org.desist.answer.Clinic;
import org.desist.inquiry.Comparison.Consultation;
import org.desist.jobs.compare.ListGaps.Gap;
import org.desist.jobs.page.Pages;
import org.desist.jobs.report.GroupLikeness;
import org.desist.participant.ParticipantFile.Participants;
import org.desist.participant.ParticipantLinks;
import org.desist.participant.ParticipantLinks.LinkRule;
import org.desist.text.FigureText;

/**
 * What a request would come to, as one page for whoever sent the list: no network, no script, and
 * no outcome, since none has been read. Like the screen it withholds no count; it names rows by the
 * provider's own reference and repeats no value of the list, and it is its owner's alone.
 *
 * @param programme what was done with the participants
 * @param organisation who asks
 * @param request its own name
 * @param snapshot day of the extracts
 * @param tone what colours the verdict: open, sealed or few
 * @param verdict what it says without the colour
 * @param sentences the verdict in words
 * @param counts of the list, by name
 * @param steps from those submitted to those who would be analysed
 * @param linking people by how they were found
 * @param faults what to mend
 * @param gaps what rows lack
 * @param needs people that an answer needs, and those there are
 * @param listNotes about the file as a whole
 * @param assumptions what was recognised in the list that is not in the form of its contract
 * @param effect the smallest that could be seen, in sentences
 * @param alike the groups as they would be; null when there are too few people for any
 * @param notes what to know of the groups
 */
public record ClinicPage(
    String programme,
    String organisation,
    String request,
    String snapshot,
    String tone,
    String verdict,
    List<String> sentences,
    Map<String, String> counts,
    List<Step> steps,
    Map<String, String> linking,
    ListFaults faults,
    List<Gap> gaps,
    List<Need> needs,
    List<String> listNotes,
    List<String> assumptions,
    List<String> effect,
    GroupLikeness alike,
    List<String> notes) {
  /** One step from those submitted to those who would be analysed. */
  public record Step(String reason, String people, String remaining) {}

  /** How many people are needed, and whether there are as many. */
  public record Need(String what, String needed, String there, String tone, String verdict) {}

  static Path file(Consultation consultation) {
    return consultation.folder().resolve("clinic.html");
  }

  /**
   * Writes the page beside the lists; only its owner may read it.
   *
   * @throws org.desist.error.DesistException STORAGE when it cannot be written
   */
  public static void write(Consultation consultation) {
    ParticipantLinks links = consultation.links();
    Pages.writePrivate(
        "page",
        render(of(consultation.clinic(), links.participants(), ListFaults.of(links))),
        file(consultation));
  }

  static String render(ClinicPage page) {
    return Pages.render("org/desist/jobs/compare/clinic.html", Map.of("clinic", page));
  }

  static ClinicPage of(Clinic clinic, Participants list, ListFaults faults) {
    return new ClinicPage(
        clinic.protocol().programme(),
        clinic.protocol().organisation(),
        clinic.protocol().request(),
        clinic.protocol().snapshot(),
        tone(clinic),
        verdict(clinic),
        sentences(clinic),
        counts(clinic, list),
        clinic.attrition().stream().map(ClinicPage::step).toList(),
        linking(clinic),
        faults,
        ListGaps.of(list),
        needs(clinic),
        list.notes(),
        clinic.protocol().assumptions(),
        effect(clinic.detectable()),
        clinic.groups() == null ? null : GroupLikeness.of(clinic.groups()),
        clinic.notes());
  }

  private static String tone(Clinic clinic) {
    return switch (clinic.state()) {
      case TOO_FEW, NOT_ESTIMABLE -> "few";
      case SEALED, TOO_CLOSE -> "sealed";
      case OPEN -> "open";
    };
  }

  private static String verdict(Clinic clinic) {
    return switch (clinic.state()) {
      case TOO_FEW -> "Not yet: too few people";
      case NOT_ESTIMABLE -> "Not yet: no comparison group can be made";
      case SEALED -> "Not yet: the groups would not be alike";
      case TOO_CLOSE -> "Not yet: other answers are about nearly the same people";
      case OPEN -> "Ready: the request would be answered";
    };
  }

  private static List<String> sentences(Clinic clinic) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Of %s people on the list, %s would be analysed."
            .formatted(
                FigureText.count(clinic.attrition().get(0).people()),
                FigureText.count(analysed(clinic))));
    sentences.add(
        switch (clinic.state()) {
          case TOO_FEW ->
              "That is too few for an answer: mend the rows named below, or send more people.";
          case NOT_ESTIMABLE ->
              "Nobody could be found to compare them with: the sections below say what sets them apart.";
          case SEALED ->
              "The people they would be compared with differ from them, so no result would be given.";
          case TOO_CLOSE ->
              "Answers that were given before are about nearly the same people, so no result would be given.";
          case OPEN ->
              "That is enough, and the people they would be compared with are like them in everything on record.";
        });
    sentences.add("What people did in the year that counts has not been read for this page.");
    return sentences;
  }

  private static int analysed(Clinic clinic) {
    return clinic.attrition().get(clinic.attrition().size() - 1).remaining();
  }

  private static Map<String, String> counts(Clinic clinic, Participants list) {
    Map<String, Integer> byRule = clinic.linking().byRule();
    int notFound = byRule.get(LinkRule.UNLINKED.name());
    int usable = list.usable().size();
    Map<String, String> counts = new LinkedHashMap<>();
    counts.put("Rows on the list", FigureText.count(list.rows().size()));
    counts.put("Rows that can be looked up", FigureText.count(usable));
    counts.put("Found in the police records", FigureText.count(usable - notFound));
    counts.put("Not found", FigureText.count(notFound));
    return counts;
  }

  private static Step step(AttritionStep step) {
    return new Step(
        step.reason().words(),
        step.reason() == AttritionStep.Reason.SUBMITTED ? "" : FigureText.count(step.people()),
        FigureText.count(step.remaining()));
  }

  private static Map<String, String> linking(Clinic clinic) {
    Map<String, String> rows = new LinkedHashMap<>();
    for (LinkRule rule : LinkRule.values()) {
      rows.put(rule.words(), FigureText.count(clinic.linking().byRule().get(rule.name())));
    }
    return rows;
  }

  private static List<Need> needs(Clinic clinic) {
    return List.of(
        need("People on the list", clinic.needed().submitted(), clinic.attrition().get(0).people()),
        need("People who can be analysed", clinic.needed().analysed(), analysed(clinic)));
  }

  private static Need need(String what, int needed, int there) {
    boolean isEnough = there >= needed;
    return new Need(
        what,
        FigureText.count(needed),
        FigureText.count(there),
        isEnough ? "green" : "red",
        isEnough ? "enough" : FigureText.count(needed - there) + " more needed");
  }

  /** Rounded up, so that nobody is promised more than could be seen. */
  private static List<String> effect(Detectable detectable) {
    if (detectable == null) {
      return List.of("Nobody is left to be analysed, so no effect could be seen.");
    }
    if (Double.isNaN(detectable.points())) {
      return List.of(
          FigureText.text(
              "With %,d people, however large the effect was, it could not be told from chance.",
              detectable.treated()));
    }
    long expected = Math.round(100 * detectable.expectedRate());
    long fewer = AmountWords.noticedPeople(detectable.points());
    return List.of(
        FigureText.text(
            "From what was on record before, about %d in 100 such people would be expected to offend again within a year.",
            expected),
        FigureText.text(
            "With %,d people, the programme would have to bring that down to about %d in 100 (%d fewer in 100) to be noticed four times in five.",
            detectable.treated(), Math.max(0, expected - fewer), fewer),
        "A smaller effect would most likely be missed, even if it is real: the answer would then be that the direction is not known. More people make smaller effects visible.");
  }
}
