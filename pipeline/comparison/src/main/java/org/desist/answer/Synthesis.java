// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.desist.answer.OutcomeResult.Status;
import org.desist.comparison.Interval;
import org.desist.comparison.MetaAnalysis;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The one-year rate differences of several requests, and what they come to together.
 *
 * @param measure reoffending or reconviction, of every request
 * @param studies requests whose answer is shown and whose rate was tested, by name
 * @param leftOut the others, by name
 * @param pooled null below two studies
 * @param withoutOverridden the same without results shown under an override; null when none is, or
 *     fewer than two are left
 */
public record Synthesis(
    String measure,
    List<Study> studies,
    List<LeftOut> leftOut,
    MetaAnalysis pooled,
    MetaAnalysis withoutOverridden) {
  private static final double LIMIT = 0.975;

  public Synthesis {
    studies = List.copyOf(studies);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * One request.
   *
   * @param requestHash of the request that was answered
   * @param treated participants analysed
   * @param treatedRate 0 to 1
   * @param comparisonRate 0 to 1
   * @param difference participants less comparison group
   * @param interval 95%, of the difference
   * @param standardError of the difference
   * @param isOverridden whether the result was sealed and is shown under an override
   */
  public record Study(
      String request,
      String organisation,
      String programme,
      String requestHash,
      int treated,
      double treatedRate,
      double comparisonRate,
      double difference,
      Interval interval,
      double standardError,
      boolean isOverridden) {}

  /** A request that has no result to give, and why in a sentence. */
  public record LeftOut(String request, String organisation, String programme, String reason) {}

  /**
   * Pools what can be pooled.
   *
   * @throws DesistException BAD_ARGUMENT when a request is there twice, or measures differ
   */
  public static Synthesis of(List<Answer> answers) {
    check(answers);
    List<Study> studies = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    answers.stream()
        .sorted(Comparator.comparing(answer -> answer.protocol().request()))
        .forEach(
            answer ->
                usable(answer)
                    .ifPresentOrElse(
                        headline -> studies.add(study(answer, headline)),
                        () -> leftOut.add(leftOut(answer))));
    List<Study> sound = studies.stream().filter(study -> !study.isOverridden()).toList();
    return new Synthesis(
        answers.isEmpty() ? "" : answers.get(0).protocol().measure(),
        studies,
        leftOut,
        pool(studies),
        sound.size() == studies.size() ? null : pool(sound));
  }

  private static MetaAnalysis pool(List<Study> studies) {
    return studies.size() < 2
        ? null
        : MetaAnalysis.of(
            studies.stream().mapToDouble(Study::difference).toArray(),
            studies.stream().mapToDouble(Study::standardError).toArray());
  }

  private static Optional<OutcomeResult> usable(Answer answer) {
    return answer.isShown()
        ? answer
            .headline()
            .filter(headline -> headline.status() == Status.TESTED && OutcomeWords.isTold(headline))
        : Optional.empty();
  }

  private static Study study(Answer answer, OutcomeResult headline) {
    Protocol protocol = answer.protocol();
    return new Study(
        protocol.request(),
        protocol.organisation(),
        protocol.programme(),
        protocol.requestHash(),
        headline.treatedPeople(),
        headline.treated(),
        headline.comparison(),
        headline.difference(),
        headline.interval(),
        standardError(headline),
        answer.state() == Answer.State.SEALED);
  }

  /**
   * Half the interval by Student's quantile, with Satterthwaite's degrees of freedom as the test
   * has them.
   */
  public static double standardError(OutcomeResult rate) {
    double own = squaredError(rate.treated(), rate.treatedPeople());
    double other = squaredError(rate.comparison(), rate.effectiveComparison());
    double degrees =
        (own + other)
            * (own + other)
            / (own * own / (rate.treatedPeople() - 1)
                + other * other / (rate.effectiveComparison() - 1));
    double half = (rate.interval().upper() - rate.interval().lower()) / 2;
    return half / new TDistribution(degrees).inverseCumulativeProbability(LIMIT);
  }

  private static double squaredError(double rate, double size) {
    return rate * (1 - rate) / (size - 1);
  }

  private static LeftOut leftOut(Answer answer) {
    Protocol protocol = answer.protocol();
    return new LeftOut(
        protocol.request(), protocol.organisation(), protocol.programme(), reason(answer));
  }

  private static String reason(Answer answer) {
    return switch (answer.state()) {
      case TOO_FEW -> "Too few people for an answer.";
      case NOT_ESTIMABLE -> "No comparison group could be made.";
      case SEALED ->
          answer.override() == null
              ? "Sealed: the two groups are not shown to be alike."
              : "Its one-year rate was not tested.";
      case TOO_CLOSE -> "Sealed: other answers are about nearly the same people.";
      case OPEN -> "Its one-year rate was not tested.";
    };
  }

  private static void check(List<Answer> answers) {
    Set<String> requests = new HashSet<>();
    Set<String> measures = new TreeSet<>();
    for (Answer answer : answers) {
      if (!requests.add(answer.protocol().request())) {
        throw new DesistException(
            ErrorCode.BAD_ARGUMENT,
            "Cannot pool the request %s with itself: two answers are of it. Give one answer per request."
                .formatted(answer.protocol().request()));
      }
      measures.add(answer.protocol().measure());
    }
    if (measures.size() > 1) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot pool answers that measure %s. Give answers of one measure."
              .formatted(String.join(" and ", measures)));
    }
  }
}
