// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.answer;

import java.util.List;
import org.desist.answer.Answer.Detectable;
import org.desist.answer.Answer.State;
import org.desist.answer.OutcomeResult.Kind;
import org.desist.answer.OutcomeResult.Status;
import org.desist.comparison.Effect;
import org.desist.comparison.Interval;
import org.desist.text.FigureText;

/**
 * What an outcome says, in words a provider may repeat (METHOD 8.8): a rate for 100 typical people
 * in each group, reoffences for every 100, times in days, with both limits of the interval, and
 * never more than the figures bear. {@link AmountWords} words the amounts.
 */
public final class OutcomeWords {
  /** What every result that is not significant says. */
  public static final String NO_PROOF =
      "This does not show that the programme fails to affect reoffending.";

  private OutcomeWords() {}

  /**
   * One outcome in one or two sentences.
   *
   * @param result its words are not read; its title is a noun phrase that can follow "the"
   */
  public static String of(OutcomeResult result) {
    return switch (result.status()) {
      case TESTED -> isTold(result) ? tested(result) : notTested(result);
      case NOT_TESTED -> notTested(result);
      case TOO_FEW ->
          "Not measured: fewer participants reoffended than the method asks for. " + NO_PROOF;
      case SUPPRESSED -> "Withheld: it would show the number of fewer than ten people. " + NO_PROOF;
    };
  }

  /**
   * Offending before the index date, which no programme can have changed, in one sentence.
   *
   * @param result of the placebo outcome; its words are not read
   */
  public static String placebo(OutcomeResult result) {
    if (result.status() != Status.TESTED || !isTold(result)) {
      return "Offending before the programme could not be compared, so this check says nothing.";
    }
    if (result.isSignificant()) {
      return "%s (%s): the groups differed before the programme could have any effect, and the result has to be read with care."
          .formatted(claim(result, Tense.WAS_ALREADY), p(result));
    }
    return "%s (%s): %s"
        .formatted(
            claim(result, Tense.COULD_HAVE_BEEN),
            p(result),
            result.interval().hasOneSign()
                ? "among several such checks, chance alone can bring that about."
                : "no difference is seen where there should be none.");
  }

  /** How a difference stands: it could be so, could have been, or was so before. */
  private enum Tense {
    COULD_BE("could be", "could be"),
    COULD_HAVE_BEEN("could have been", "could have been"),
    WAS_ALREADY("was already", "were already");

    private final String one;
    private final String many;

    Tense(String one, String many) {
      this.one = one;
      this.many = many;
    }
  }

  /** The difference of an outcome, without the end of its sentence. */
  private static String claim(OutcomeResult result, Tense tense) {
    String range = AmountWords.range(result.kind(), result.interval());
    String comma = AmountWords.isOneWay(result.interval()) ? "" : ",";
    return switch (result.kind()) {
      case RATE ->
          "For 100 typical people in each group, the %s %s %s%s among the participants"
              .formatted(subject(result), tense.one, range, comma);
      case FREQUENCY ->
          "For every 100 people in each group, there %s %s %s%s among the participants"
              .formatted(tense.many, range, counted(result), comma);
      case DAYS ->
          "Of those who reoffended, participants did so, on average, %s the comparison group; it %s %s"
              .formatted(AmountWords.time(result.difference()), tense.one, range);
    };
  }

  /** What a frequency counts: "reoffences per person, either way" are "reoffences, either way". */
  private static String counted(OutcomeResult result) {
    return subject(result).replace(" per person", "");
  }

  /** The p-value, and what is left of it among several tests. */
  private static String p(OutcomeResult result) {
    String own = "p-value " + FigureText.pValue(result.pValue());
    if (Double.isNaN(result.correctedPValue())) {
      return own;
    }
    boolean isOfAll = result.analysis().equals("all") || result.analysis().equals("placebo");
    return own
        + "; %s after the correction of %s"
            .formatted(
                FigureText.pValue(result.correctedPValue()),
                isOfAll ? "Holm" : "Benjamini and Hochberg");
  }

  /**
   * The second estimate of the one-year rate, in one or two sentences.
   *
   * @param isFar whether it differs from the matched one by more than their joint error
   */
  public static String second(OutcomeResult result, boolean isFar) {
    return "Weighted by the odds of the score and adjusted by an outcome model (doubly robust), the one-year rate could be %s among the participants. %s"
        .formatted(
            people(result.interval()),
            isFar
                ? "That differs from the matched estimate by more than their joint error: the result hangs on how the groups are made comparable, and has to be read with care."
                : "That agrees with the matched estimate within their joint error.");
  }

  /**
   * How many people of 100 a difference of rates can come to, such as "lower by between 2 and 14
   * people", or "lower by as many as 8 people, or higher by as many as 6 people".
   *
   * @param interval of the difference, its limits finite
   */
  public static String people(Interval interval) {
    return AmountWords.range(Kind.RATE, interval);
  }

  /**
   * The answer in exactly three sentences.
   *
   * @param override why a sealed result is shown; null when it is not
   * @param headline the one-year rate; null when there is none, and not read unless it may be shown
   * @param submitted people
   * @param analysed people; 0 when matching was not reached
   * @param detectable null when nobody is left
   */
  public static List<String> sentences(
      State state,
      String override,
      OutcomeResult headline,
      Protocol protocol,
      int submitted,
      int analysed,
      Detectable detectable) {
    Sentences sentences = new Sentences(protocol, submitted, analysed);
    return switch (state) {
      case TOO_FEW -> sentences.tooFew(detectable);
      case NOT_ESTIMABLE -> sentences.notEstimable();
      case SEALED -> override == null ? sentences.sealed() : sentences.overridden(headline);
      case TOO_CLOSE -> sentences.tooClose();
      case OPEN -> sentences.open(headline);
    };
  }

  /** Whether there are limits to speak of. */
  static boolean isTold(OutcomeResult result) {
    return result.interval() != null
        && Double.isFinite(result.interval().lower())
        && Double.isFinite(result.interval().upper());
  }

  /** The difference of a tested outcome in one sentence. */
  static String sentence(OutcomeResult result) {
    String claim = claim(result, Tense.COULD_BE);
    if (result.isSignificant()) {
      return "%s, which is statistically significant (%s).".formatted(claim, p(result));
    }
    // One sign without significance: the method asks for more reoffenders than there are, or so
    // many outcomes are tested that chance alone brings one like this about.
    return result.interval().hasOneSign()
        ? "%s, but %s (%s): more people would need to be analysed to confirm the direction."
            .formatted(
                claim,
                result.correctedPValue() > Effect.SIGNIFICANCE
                    ? "among so many tests chance alone can bring that about"
                    : "too few of them reoffended to rely on it",
                p(result))
        : "%s (%s): more people would need to be analysed to determine the direction."
            .formatted(claim, p(result));
  }

  private static String tested(OutcomeResult result) {
    if (result.isSignificant()) {
      return sentence(result);
    }
    return sentence(result) + " " + NO_PROOF + needed(result);
  }

  private static String notTested(OutcomeResult result) {
    String treated = AmountWords.value(result.kind(), result.treated());
    String comparison = AmountWords.value(result.kind(), result.comparison());
    String values =
        switch (result.kind()) {
          case RATE ->
              "For 100 typical people in each group, the %s is %s among the participants and %s in the comparison group"
                  .formatted(subject(result), treated, comparison);
          case FREQUENCY ->
              "For every 100 people in each group, there are %s %s among the participants and %s in the comparison group"
                  .formatted(treated, counted(result), comparison);
          case DAYS ->
              "Of those who reoffended, participants did so after %s on average and the comparison group after %s"
                  .formatted(treated, comparison);
        };
    return values + ", too few for a test. " + NO_PROOF + needed(result);
  }

  /** How many would have been needed; empty where that is not known. */
  static String needed(OutcomeResult result) {
    return result.neededPeople() == null
        ? ""
        : " For a difference like this to be significant, about %s participants would have been needed."
            .formatted(FigureText.count(result.neededPeople()));
  }

  /** The title inside a sentence: "One-year rate" loses its capital, "OGRS" does not. */
  private static String subject(OutcomeResult result) {
    String title = result.title();
    boolean isWord = title.length() > 1 && Character.isLowerCase(title.charAt(1));
    return isWord ? Character.toLowerCase(title.charAt(0)) + title.substring(1) : title;
  }
}
