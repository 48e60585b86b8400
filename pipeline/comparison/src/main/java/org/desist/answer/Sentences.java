// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.answer;

import java.util.List;
import org.desist.answer.Answer.Detectable;
import org.desist.answer.OutcomeResult.Status;
import org.desist.text.FigureText;

/**
 * The answer in three sentences: what was found, how sure that is, and what it rests on.
 *
 * @param submitted people
 * @param analysed people
 */
record Sentences(Protocol protocol, int submitted, int analysed) {
  // METHOD 9: counts from 1 to 9 are withheld, and with them what they could be worked out from.
  private static final int SHOWN = 10;

  List<String> tooFew(Detectable detectable) {
    return List.of(
        "There are too few people to say whether %s changes reoffending: %s could be analysed."
            .formatted(protocol.programme(), people()),
        detectable(detectable),
        "This does not show that the programme fails to affect reoffending: send more participants, or tell us more about those who could not be used, and ask again.");
  }

  List<String> notEstimable() {
    return List.of(
        "It cannot be said whether %s changes reoffending: no comparison group could be made."
            .formatted(protocol.programme()),
        "The score by which similar people are found could not be worked out from the %s people submitted; the notes name the details that stood in the way."
            .formatted(FigureText.count(submitted)),
        "This does not show that the programme fails to affect reoffending: ask again with more places or years to compare with, so that people like the participants are among the others.");
  }

  List<String> sealed() {
    return List.of(
        "The result for %s is sealed: the two groups are not shown to be alike."
            .formatted(protocol.programme()),
        "A difference between groups that are not alike can come from who took part rather than from the programme, so no outcome is given, though %s could be matched."
            .formatted(people()),
        "This does not show that the programme fails to affect reoffending: the checks below say where the groups differ, and what can be done.");
  }

  List<String> overridden(OutcomeResult headline) {
    String care =
        "The groups are not shown to be alike, so a difference can come from who took part rather than from the programme; %s were analysed"
            .formatted(people());
    return isTested(headline)
        ? List.of(
            "Sealed, and shown under an override: " + rates(headline) + ".",
            OutcomeWords.sentence(headline),
            care + (headline.isSignificant() ? "." : ", and " + noProof()))
        : List.of(
            "Sealed, and shown under an override: it cannot be said whether %s changes reoffending."
                .formatted(protocol.programme()),
            untested(headline),
            care + ", and " + noProof());
  }

  List<String> tooClose() {
    return List.of(
        "There is no answer on %s from this request: answers that were given before are about nearly the same people."
            .formatted(protocol.programme()),
        "Whoever has both could work out what became of a few of them, which nobody may be told.",
        "This says nothing about the programme; the answers given before stand.");
  }

  List<String> open(OutcomeResult headline) {
    if (!isTested(headline)) {
      return List.of(
          "It cannot be said whether %s changes reoffending.".formatted(protocol.programme()),
          untested(headline),
          "This does not show that the programme fails to affect reoffending; %s were analysed."
              .formatted(people()));
    }
    String rests = "%s were analysed".formatted(capital(people()));
    return headline.isSignificant()
        ? List.of(
            "People who took part in %s %s %s often than similar people who did not: %s."
                .formatted(
                    protocol.programme(),
                    verb(),
                    headline.difference() < 0 ? "less" : "more",
                    rates(headline)),
            OutcomeWords.sentence(headline),
            rests
                + ", each compared with people of a similar history; what was not recorded can still differ.")
        : List.of(
            "It is not known yet whether %s changes reoffending: %s."
                .formatted(protocol.programme(), rates(headline)),
            OutcomeWords.sentence(headline),
            rests
                + needed(headline)
                + ": this does not show that the programme fails to affect reoffending.");
  }

  private static boolean isTested(OutcomeResult headline) {
    return headline != null && headline.status() == Status.TESTED && OutcomeWords.isTold(headline);
  }

  private String untested(OutcomeResult headline) {
    if (headline == null) {
      return "There is no one-year rate of these people.";
    }
    return switch (headline.status()) {
      case SUPPRESSED ->
          "The one-year rate is withheld, because it would show the number of fewer than ten people.";
      case TOO_FEW ->
          "The one-year rate is not measured, because fewer participants reoffended than the method asks for.";
      case TESTED, NOT_TESTED ->
          "Of 100 typical people, %s; these are too few for a test.".formatted(values(headline));
    };
  }

  private String rates(OutcomeResult headline) {
    return "of 100 typical people, " + values(headline);
  }

  private String values(OutcomeResult headline) {
    return "%s %s within a year, against %s of 100 in the comparison group"
        .formatted(
            FigureText.people(headline.treated()),
            verb(),
            FigureText.people(headline.comparison()));
  }

  private String verb() {
    return protocol.measure().equals("reconviction") ? "were reconvicted" : "reoffended";
  }

  private static String needed(OutcomeResult headline) {
    return headline.neededPeople() == null
        ? ""
        : ", and about %s would have been needed for a difference like this to be significant"
            .formatted(FigureText.count(headline.neededPeople()));
  }

  private static String noProof() {
    return "this does not show that the programme fails to affect reoffending.";
  }

  private static String detectable(Detectable detectable) {
    if (detectable == null || !Double.isFinite(detectable.points())) {
      return "With nobody left to compare, no difference of any size could be detected.";
    }
    return "With so few, only a difference of %s or more would be likely to be detected, and a smaller one would be missed."
        .formatted(AmountWords.noticed(detectable.points()));
  }

  private String people() {
    String all = FigureText.count(submitted);
    if (analysed == submitted) {
      return submitted < SHOWN && submitted > 0
          ? "all of the fewer than 10 people submitted"
          : "all %s people submitted".formatted(all);
    }
    if (submitted < SHOWN) {
      return "some of the fewer than 10 people submitted";
    }
    if (analysed == 0) {
      return "none of the %s people submitted".formatted(all);
    }
    if (analysed < SHOWN) {
      return "fewer than 10 of the %s people submitted".formatted(all);
    }
    return submitted - analysed < SHOWN
        ? "nearly all of the %s people submitted".formatted(all)
        : "%s of the %s people submitted".formatted(FigureText.count(analysed), all);
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
