// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.desist.answer.AnswerRounding;
import org.desist.comparison.Exclusion;
import org.desist.comparison.LogisticFit.Collinearity;
import org.desist.comparison.Term;

/**
 * Who and what is not in the score, and why.
 *
 * @param exclusions people who have nobody like them in the other group
 * @param constants names of covariates that are the same for everybody
 * @param collinear terms that follow from others
 */
record LeftOut(List<Exclusion> exclusions, List<String> constants, List<Collinearity> collinear) {
  static final LeftOut NOTHING = new LeftOut(List.of(), List.of(), List.of());

  LeftOut {
    exclusions = List.copyOf(exclusions);
    constants = List.copyOf(constants);
    collinear = List.copyOf(collinear);
  }

  /** Participants who left. */
  int participants() {
    return exclusions.stream().mapToInt(Exclusion::treated).sum();
  }

  /** In sentences, for whoever holds the list: nothing is withheld. */
  List<String> sentences() {
    return sentences(0);
  }

  /**
   * In sentences that may be published: how many participants have a detail is for the attrition to
   * say, and one that 1 to fewer than {@code smallest} have is not named.
   */
  List<String> sentences(int smallest) {
    List<String> sentences = new ArrayList<>();
    for (int from = 0; from < exclusions.size(); ) {
      int to = from + 1;
      while (to < exclusions.size() && isOneSentence(exclusions.get(from), exclusions.get(to))) {
        to++;
      }
      sentences.add(sentence(exclusions.subList(from, to), smallest));
      from = to;
    }
    constants.forEach(name -> sentences.add(name.replace('_', ' ') + ": the same for everybody."));
    collinear.forEach(one -> sentences.add(sentence(one)));
    return sentences;
  }

  private static boolean isOneSentence(Exclusion first, Exclusion other) {
    return first.cause() == Exclusion.Cause.LEVEL
        && other.cause() == Exclusion.Cause.LEVEL
        && column(first).equals(column(other))
        && first.treated() > 0 == other.treated() > 0;
  }

  private static String column(Exclusion exclusion) {
    return exclusion.terms().get(0).column();
  }

  private static String sentence(List<Exclusion> alike, int smallest) {
    Exclusion first = alike.get(0);
    int treated = alike.stream().mapToInt(Exclusion::treated).sum();
    int others = alike.stream().mapToInt(Exclusion::untreated).sum();
    String who = who(treated, others, smallest);
    return switch (first.cause()) {
      case LEVEL ->
          "%s: %s. Nobody there is compared, as %s: %s."
              .formatted(
                  TraitTitles.column(column(first)),
                  levels(alike, smallest),
                  treated > 0 ? "only participants have it" : "no participant has it",
                  who);
      case SEPARATION ->
          "%s: %s participants from all others without a fault. Whom %s apart is not compared: %s."
              .formatted(
                  details(first, smallest),
                  first.terms().size() == 1 ? "tells" : "together tell",
                  first.terms().size() == 1 ? "it tells" : "they tell",
                  who);
      case EXTREME ->
          "%s: so far from everybody else's that the score is 0 or 1. Who has that is not compared: %s."
              .formatted(details(first, smallest), who);
    };
  }

  /** Counts of events: a person of the pool can have several. */
  private static String who(int treated, int others, int smallest) {
    List<String> who = new ArrayList<>();
    if (treated > 0) {
      who.add(smallest == 0 ? count(treated, "participant") : "participants");
    }
    if (others > 0) {
      who.add(
          others < smallest
              ? String.format(Locale.ROOT, "fewer than %d index events of the pool", smallest)
              : count(smallest == 0 ? others : AnswerRounding.count(others), "index event")
                  + " of the pool");
    }
    return String.join(" and ", who) + " left out";
  }

  private static String count(int number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }

  private static String levels(List<Exclusion> alike, int smallest) {
    TreeSet<String> levels = new TreeSet<>();
    alike.stream()
        .filter(one -> !isFew(one, smallest))
        .forEach(one -> levels.add(TraitTitles.level(one.terms().get(0))));
    List<String> told = new ArrayList<>(levels);
    if (alike.stream().anyMatch(one -> isFew(one, smallest))) {
      told.add(String.format(Locale.ROOT, "what fewer than %d participants have", smallest));
    }
    return String.join(", ", told);
  }

  private static boolean isFew(Exclusion exclusion, int smallest) {
    return exclusion.treated() > 0 && exclusion.treated() < smallest;
  }

  private static String details(Exclusion exclusion, int smallest) {
    return isFew(exclusion, smallest) ? columns(exclusion.terms()) : details(exclusion.terms());
  }

  private static String details(List<Term> terms) {
    return String.join(", ", terms.stream().map(TraitTitles::of).distinct().toList());
  }

  /** The names of covariates without their levels. */
  static String columns(List<Term> terms) {
    return String.join(
        ", ", terms.stream().map(term -> TraitTitles.column(term.column())).distinct().toList());
  }

  private static String sentence(Collinearity one) {
    return "%s: follows from %s, and is not counted twice."
        .formatted(TraitTitles.of(one.term()), details(one.determinedBy()));
  }
}
