// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.desist.answer.Answer;
import org.desist.answer.Answer.AttritionStep;
import org.desist.answer.Answer.AttritionStep.Reason;
import org.desist.answer.Answer.Detectable;
import org.desist.answer.Clinic;
import org.desist.answer.OutcomeResult;
import org.desist.comparison.Balance.Verdict;
import org.desist.text.FigureText;

/**
 * What to do next: in words for whoever asked, and by key and option for the analyst who answers.
 */
final class Advice {
  /** The check of the outcomes of before the index date. */
  private static final String OFFENDING_BEFORE = "Offending before";

  private static final int[] DIFFERENCES = {10, 5};

  private Advice() {}

  /** Sentences for whoever asked, the most useful first. */
  static List<String> of(Answer answer) {
    List<String> advice =
        switch (answer.state()) {
          case TOO_FEW -> tooFew(answer);
          case NOT_ESTIMABLE -> notEstimable();
          case SEALED -> sealed(answer);
          case TOO_CLOSE -> tooClose();
          case OPEN -> open(answer.headline().orElse(null));
        };
    List<String> all = new ArrayList<>(advice);
    all.add(
        "Ask the analyst who sent you this report about anything in it; it is request %s."
            .formatted(answer.protocol().request()));
    return all;
  }

  /** Keys of the request and options of the command that may help; empty for an open answer. */
  static List<String> forAnalyst(Answer answer) {
    return switch (answer.state()) {
      case TOO_FEW ->
          List.of(
              "unlinked.csv of the request's restricted folder names the rows to mend by the provider's own reference; compare --clinic makes a page of it.",
              "filters and scope in request.yaml: wider ones keep more participants, where the programme was for them.");
      case NOT_ESTIMABLE ->
          List.of(
              "filters and method.interactions in request.yaml: one of them may have left nobody like the participants.",
              "scope: national, or method.exact without the details that the notes name.");
      case TOO_CLOSE ->
          List.of(
              "compare --override-close REASON --accepted-by NAME gives the answer all the same; report and ledger then say who accepted that, and why.");
      case SEALED ->
          Stream.concat(
                  answer.notes().stream(),
                  Stream.of(
                      "method.caliper: auto in request.yaml, where it fixes another: the method then tries narrower ones.",
                      "method.exact with a red detail: fewer people are compared, but like with like.",
                      "filters and scope: as narrow as the programme was.",
                      "compare --override REASON shows a sealed result all the same; the report then says so, with the reason."))
              .toList();
      case OPEN -> List.of();
    };
  }

  private static List<String> open(OutcomeResult headline) {
    if (headline != null && headline.isSignificant()) {
      return List.of(
          "Repeat the sentences under \u201cYou can say\u201d as they stand, with both limits.",
          headline.difference() < 0
              ? "Keep sending everybody who starts, and ask again with people of other years: a second answer shows whether the result holds."
              : "Look with those who run the programme at what may lie behind it, and ask again with people of other years before you decide anything.");
    }
    List<String> advice = new ArrayList<>();
    advice.add("Do not start, stop or change the programme because of this result.");
    advice.add(
        headline == null || headline.neededPeople() == null
            ? "Send us more people: add the participants of earlier or later years."
            : "Send us more people: about %s would have to be analysed to show a difference like this, and %s were. Add other years, or ask together with programmes of the same kind: their answers can be pooled."
                .formatted(
                    FigureText.count(headline.neededPeople()),
                    FigureText.count(headline.treatedPeople())));
    return advice;
  }

  private static List<String> notEstimable() {
    return List.of(
        "Tell us where, when and for whom the programme worked: nobody like the participants was found where we looked.",
        "Ask us to look further: more regions or years bring more people to compare with.");
  }

  /** A sealed answer has a note where another caliper would have passed. */
  private static List<String> tooClose() {
    return List.of(
        "Use the answer that you have: it is about nearly the same people.",
        "If the list before was wrong, tell us what was wrong with it. We can then decide whether the new answer takes the place of the old one.",
        "To ask about more people, wait until at least ten have joined or left.");
  }

  private static List<String> sealed(Answer answer) {
    List<String> advice = new ArrayList<>();
    if (!answer.notes().isEmpty()) {
      advice.add(
          "Ask us to run it again, and to leave to the method how near two people have to be: every check would then pass.");
    }
    advice.add(
        "Tell us where, for whom and after which sentences the programme worked: compared only with people from there, the groups may come close enough.");
    if (answer.groups() != null
        && answer.groups().diagnostics().stream()
            .anyMatch(
                one -> one.name().equals(OFFENDING_BEFORE) && one.verdict() == Verdict.FAILED)) {
      advice.add(
          "Tell us how people were chosen: the groups differed in what they did before, so something that drives offending is not among the details.");
    }
    return advice;
  }

  private static List<String> tooFew(Answer answer) {
    List<String> advice = new ArrayList<>();
    more(answer).ifPresent(advice::add);
    answer.attrition().stream()
        .filter(step -> step.reason() != Reason.SUBMITTED && step.people() != null)
        .filter(step -> step.people() > 0)
        // A stable order: the first of two that are equal.
        .sorted(Comparator.comparing(AttritionStep::people).reversed())
        .findFirst()
        .ifPresentOrElse(
            step -> advice.add(remedy(step)),
            () ->
                advice.add(
                    "Tell us more about the people on the list who could not be used: PNC ids or prison numbers, full forenames, dates of birth that were checked, and the date of the release or sentence before the programme. The analyst has a page that names the rows by your own reference."));
    Detectable detectable = answer.detectable();
    if (Summary.isSeen(detectable) && detectable.points() > 0 && detectable.treated() > 0) {
      for (int points : DIFFERENCES) {
        if (points < detectable.points()) {
          advice.add(
              FigureText.text(
                  "About %s participants who can be analysed would be needed to detect a difference of %d people in 100.",
                  FigureText.count(needed(detectable, points)), points));
        }
      }
    }
    advice.add("Add the participants of earlier or later years to the same list.");
    return advice;
  }

  /**
   * How many more people to send. Only counts that are told are used, so that nothing withheld can
   * be worked out from the sum.
   */
  private static Optional<String> more(Answer answer) {
    Integer submitted = answer.attrition().isEmpty() ? null : answer.attrition().get(0).people();
    if (answer.needed() == null || submitted == null) {
      return Optional.empty();
    }
    Integer remaining = answer.attrition().get(answer.attrition().size() - 1).remaining();
    // Where the count is withheld, what could be seen is told of ten people at least.
    int analysed =
        remaining != null
            ? remaining
            : answer.detectable() == null ? 0 : answer.detectable().treated();
    Clinic.Needed needed = answer.needed();
    // Of those who are sent, as many can be analysed as of those who were.
    double analysable =
        analysed == 0 ? 0 : (needed.analysed() - analysed) * (double) submitted / analysed;
    int listed = needed.submitted() - submitted;
    long more = (long) Math.ceil(Math.max(listed, analysable));
    String amount =
        more < 1
            ? "more people"
            : FigureText.text(
                "%s%,d more %s",
                remaining == null ? "at least " : "", more, more == 1 ? "person" : "people");
    return Optional.of(
        FigureText.text(
            "Send us %s: an answer needs %,d people on the list and %,d who can be analysed.%s",
            amount,
            needed.submitted(),
            needed.analysed(),
            more > listed
                ? " That is if as few of them can be analysed as of those you sent."
                : ""));
  }

  /** The error shrinks with the root of the number of people, as long as the pool is far larger. */
  private static long needed(Detectable detectable, int points) {
    double ratio = detectable.points() / points;
    return (long) Math.ceil(detectable.treated() * ratio * ratio / 10) * 10;
  }

  private static String remedy(AttritionStep step) {
    String people = FigureText.count(step.people());
    String words =
        switch (step.reason()) {
          case SUBMITTED -> "";
          case UNUSABLE ->
              "Tell us more about the %s people whom we could not look up: the name, the date of birth or a valid PNC id or prison number, and a date of the programme.";
          case NOT_FOUND ->
              "Tell us more about the %s people whom we did not find in the police records: PNC ids or prison numbers, full forenames, dates of birth that were checked.";
          case NO_INDEX_EVENT ->
              "Tell us the date of the release, sentence or conviction before the programme for the %s people for whom we found none near its start.";
          case OUT_OF_SCOPE ->
              "Tell us whether the programme was also for people like the %s who were left out as outside the request.";
          case DUPLICATE ->
              "Send us other people in place of the %s who were on the list more than once.";
          case NOT_FINAL ->
              "Ask again when a year, and six months for the courts, have passed for the %s people who were followed for too short a time.";
          case NO_COMMON_SUPPORT, NO_MATCH ->
              "Ask us to look further, in more regions or years, for people like the %s with whom nobody could be compared.";
        };
    return words.formatted(people);
  }
}
