// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.desist.answer.Answer;
import org.desist.answer.Answer.State;
import org.desist.answer.AttritionStep;
import org.desist.answer.AttritionStep.Reason;
import org.desist.answer.Curve;
import org.desist.answer.Detectable;
import org.desist.answer.Groups;
import org.desist.answer.Groups.BalanceRow;
import org.desist.answer.Groups.Diagnostic;
import org.desist.answer.Linking;
import org.desist.answer.OutcomeResult;
import org.desist.answer.OutcomeResult.Kind;
import org.desist.answer.OutcomeResult.Status;
import org.desist.answer.Protocol;
import org.desist.answer.Sensitivity;
import org.desist.answer.Words;
import org.desist.comparison.BalanceThresholds;
import org.desist.comparison.CovariateBalance;
import org.desist.comparison.Interval;
import org.desist.comparison.Intervals;
import org.desist.comparison.Term;
import org.desist.comparison.Verdict;

/** Answers of invented requests: one of each state. */
public final class SampleAnswers {
  private static final Interval NONE = new Interval(Double.NaN, Double.NaN);
  private static final double EFFECTIVE = 18_400;

  private SampleAnswers() {}

  /** 231 participants who reoffend less: nine points, significant. */
  public static Answer normal() {
    return shown(
        "Mentoring at the Gate", "gate-2018", State.OPEN, null, 0.264, -0.142, -0.021, 0.009);
  }

  /** The same people without a difference that could be told from chance. */
  public static Answer inconclusive() {
    return shown(
        "Art in Custody & <Music>", "art-2019", State.OPEN, null, 0.331, -0.081, 0.052, 0.668);
  }

  /** The same, of a programme with this name. */
  public static Answer named(String programme) {
    return shown(programme, "named", State.OPEN, null, 0.331, -0.081, 0.052, 0.668);
  }

  /** Matched, but unlike: nothing is told of the outcome. */
  public static Answer sealed() {
    return closed(State.SEALED);
  }

  /** Sealed, and shown all the same. */
  public static Answer overridden() {
    return shown(
        "Work Release",
        "work-2017",
        State.SEALED,
        "the funder asked for the figure before the audit",
        0.264,
        -0.142,
        -0.021,
        0.009);
  }

  /** 48 submitted, 27 left. */
  public static Answer tooFew() {
    Protocol protocol = protocol("Garden Course", "garden-2020", List.of());
    Detectable detectable = new Detectable(27, 21_950, 0.4, 26.4);
    return new Answer(
        protocol,
        State.TOO_FEW,
        null,
        Words.sentences(State.TOO_FEW, null, null, protocol, 48, 27, detectable),
        List.of(
            step(Reason.SUBMITTED, 48, 48),
            new AttritionStep(Reason.UNUSABLE, null, null, "suppressed"),
            step(Reason.NOT_FOUND, 12, null),
            new AttritionStep(Reason.NO_INDEX_EVENT, null, null, "suppressed"),
            step(Reason.OUT_OF_SCOPE, 0, 27),
            step(Reason.DUPLICATE, 0, 27),
            step(Reason.NOT_FINAL, 0, 27),
            step(Reason.NO_MATCH, 0, 27)),
        fewLinked(),
        detectable,
        null,
        List.of(),
        List.of(),
        null,
        null,
        null,
        List.of("The method asks for 60 people submitted and 30 analysed."));
  }

  /** No score could be worked out. */
  static Answer notEstimable() {
    Protocol protocol = protocol("Garden Course", "garden-2020", List.of());
    return new Answer(
        protocol,
        State.NOT_ESTIMABLE,
        null,
        Words.sentences(State.NOT_ESTIMABLE, null, null, protocol, 775, 0, null),
        attrition(),
        linking(74),
        null,
        null,
        List.of(),
        List.of(),
        null,
        null,
        null,
        List.of("Nationality separates participants from everybody else."));
  }

  private static Answer closed(State state) {
    Protocol protocol = protocol("Work Release", "work-2017", List.of());
    return new Answer(
        protocol,
        state,
        null,
        Words.sentences(state, null, null, protocol, 775, 231, detectable()),
        attrition(),
        linking(74),
        detectable(),
        groups(false),
        List.of(),
        List.of(),
        null,
        placebo(),
        null,
        List.of("Two pool members without a date of birth were left out."));
  }

  /** The sealed answer as a careless caller might build it: with outcomes in it. */
  static Answer leaking() {
    Answer shown = overridden();
    Answer sealed = sealed();
    return new Answer(
        sealed.protocol(),
        State.SEALED,
        null,
        sealed.sentences(),
        sealed.attrition(),
        sealed.linking(),
        sealed.detectable(),
        sealed.groups(),
        shown.outcomes(),
        shown.subAnalyses(),
        shown.curve(),
        shown.placebo(),
        shown.sensitivity(),
        sealed.notes());
  }

  static Answer shown(
      String programme,
      String request,
      State state,
      String override,
      double treated,
      double lower,
      double upper,
      double p) {
    Protocol protocol =
        protocol(
            programme,
            request,
            state == State.OPEN && p < 0.05 ? List.of("0f".repeat(32)) : List.of());
    boolean isSignificant = p <= 0.05;
    double middle = (lower + upper) / 2;
    OutcomeResult rate =
        tested(
            "all",
            "all",
            "rate",
            "One-year reoffending rate",
            Kind.RATE,
            231,
            treated,
            treated - middle,
            lower,
            upper,
            p,
            isSignificant ? null : 4_310L);
    List<OutcomeResult> outcomes =
        List.of(
            rate,
            tested(
                "all",
                "all",
                "frequency",
                "Reoffences per person",
                Kind.FREQUENCY,
                231,
                0.84,
                1.16,
                -0.66,
                0.02,
                0.066,
                null),
            tested(
                "all",
                "all",
                "days_to_first_reoffence",
                "Days to the first reoffence",
                Kind.DAYS,
                61,
                148.2,
                131.4,
                -8.3,
                41.9,
                0.19,
                null),
            tested(
                "all",
                "all",
                "first_reoffence_either_way",
                "Rate of a first reoffence triable either way",
                Kind.RATE,
                231,
                0.152,
                0.211,
                -0.106,
                -0.012,
                0.014,
                null),
            tested(
                "all",
                "all",
                "first_reoffence_summary",
                "Rate of a summary first reoffence",
                Kind.RATE,
                231,
                0.104,
                0.121,
                -0.057,
                0.023,
                0.41,
                null),
            untold(
                "first_reoffence_indictable",
                "Rate of an indictable-only first reoffence",
                Kind.RATE,
                Status.SUPPRESSED),
            tested(
                "all",
                "all",
                "custodial_reoffence",
                "Custodial reoffending rate",
                Kind.RATE,
                231,
                0.091,
                0.118,
                -0.065,
                0.011,
                0.16,
                null),
            untold(
                "custodial_frequency",
                "Custodial reoffences per person",
                Kind.FREQUENCY,
                Status.NOT_TESTED));
    return new Answer(
        protocol,
        state,
        override,
        Words.sentences(state, override, rate, protocol, 775, 231, detectable()),
        attrition(),
        linking(74),
        detectable(),
        groups(state == State.OPEN),
        outcomes,
        List.of(
            tested(
                "age",
                "18-24",
                "rate",
                "One-year reoffending rate",
                Kind.RATE,
                88,
                0.31,
                0.42,
                -0.21,
                -0.01,
                0.031,
                null),
            tested(
                "age",
                "25-34",
                "rate",
                "One-year reoffending rate",
                Kind.RATE,
                97,
                0.25,
                0.31,
                -0.149,
                0.029,
                0.18,
                2_210L),
            untold(
                "rate",
                "One-year reoffending rate",
                Kind.RATE,
                Status.TOO_FEW,
                "age",
                "35 and over"),
            tested(
                "completion",
                "completed",
                "rate",
                "One-year reoffending rate",
                Kind.RATE,
                160,
                0.22,
                0.35,
                -0.196,
                -0.064,
                0.001,
                null),
            tested(
                "completion",
                "left early",
                "rate",
                "One-year reoffending rate",
                Kind.RATE,
                71,
                0.37,
                0.35,
                -0.093,
                0.133,
                0.73,
                18_450L)),
        curve(treated, treated - middle),
        placebo(),
        isSignificant ? new Sensitivity(0.763, 1.95, 1.29) : new Sensitivity(0.96, 1.25, 1),
        List.of("Two pool members without a date of birth were left out."));
  }

  /** Nobody reoffends, many details, some off every scale, and a name without a blank. */
  static Answer extreme() {
    Answer answer =
        shown(
            "Pneumonoultramicroscopicsilicovolcanoconiosis-".repeat(3),
            "x",
            State.OPEN,
            null,
            0,
            -0.41,
            -0.27,
            1e-9);
    List<BalanceRow> rows = new ArrayList<>();
    for (int term = 0; term < 160; term++) {
      double after = term == 7 ? Double.POSITIVE_INFINITY : term == 9 ? Double.NaN : term % 12 - 6;
      rows.add(
          new BalanceRow(
              "term",
              String.format(
                  Locale.ROOT, "a_detail_with_a_long_name_and_no_blank_%d: and a level", term),
              new CovariateBalance(
                  new Term(Term.Kind.NUMBER, "term", ""),
                  1234567.891,
                  Double.NaN,
                  0,
                  0,
                  term == 8 ? Double.NEGATIVE_INFINITY : 12.0 * term,
                  after,
                  Double.NaN,
                  new BalanceThresholds(5, 10).light(after))));
    }
    Groups g = answer.groups();
    List<Double> low = new ArrayList<>();
    List<Double> never = new ArrayList<>();
    for (int bin = 0; bin < 20; bin++) {
      low.add(bin == 0 ? 1.0 : 0.0);
    }
    for (int week = 0; week <= 52; week++) {
      never.add(0.0);
    }
    Groups groups =
        new Groups(
            g.treated(),
            g.pool(),
            g.comparison(),
            Double.NaN,
            g.caliper(),
            g.covariates(),
            g.leftOut(),
            g.diagnostics(),
            rows,
            new Groups.Scores(low, low, low, 0, 0.02, 1, 1),
            new BalanceThresholds(5, 10));
    return new Answer(
        answer.protocol(),
        answer.state(),
        null,
        answer.sentences(),
        answer.attrition(),
        answer.linking(),
        null,
        groups,
        answer.outcomes(),
        answer.subAnalyses(),
        new Curve(never, never),
        answer.placebo(),
        new Sensitivity(0, Double.POSITIVE_INFINITY, 12),
        List.of());
  }

  /** The same answer of another measure. */
  static Answer measuring(Answer answer, String measure) {
    Protocol p = answer.protocol();
    Protocol protocol =
        new Protocol(
            p.request(),
            p.organisation(),
            p.programme(),
            p.scope(),
            p.matching(),
            p.requestHash(),
            p.earlierHashes(),
            p.method(),
            p.methodHash(),
            measure,
            p.runId(),
            p.snapshot(),
            p.engine(),
            p.software());
    return new Answer(
        protocol,
        answer.state(),
        answer.override(),
        answer.sentences(),
        answer.attrition(),
        answer.linking(),
        answer.detectable(),
        answer.groups(),
        answer.outcomes(),
        answer.subAnalyses(),
        answer.curve(),
        answer.placebo(),
        answer.sensitivity(),
        answer.notes());
  }

  private static Protocol protocol(String programme, String request, List<String> earlier) {
    return new Protocol(
        request,
        "Northgate Trust",
        programme,
        "national",
        "radius matching with replacement, caliper 0.05 on the score",
        "4b1d".repeat(16),
        earlier,
        "moj-2017",
        "9c20".repeat(16),
        "reoffending",
        "20211231-1",
        "2021-12-31",
        "DuckDB 1.5.6",
        "0.1.0");
  }

  private static List<AttritionStep> attrition() {
    return List.of(
        step(Reason.SUBMITTED, 775, 775),
        step(Reason.UNUSABLE, 21, 754),
        step(Reason.NOT_FOUND, 74, 680),
        step(Reason.NO_INDEX_EVENT, 268, 412),
        step(Reason.OUT_OF_SCOPE, 43, 369),
        step(Reason.DUPLICATE, 16, 353),
        step(Reason.NOT_FINAL, 110, 243),
        step(Reason.NO_MATCH, 12, 231));
  }

  private static AttritionStep step(Reason reason, Integer people, Integer remaining) {
    return new AttritionStep(reason, people, remaining, "ok");
  }

  private static Linking fewLinked() {
    Map<String, Integer> rules = new TreeMap<>();
    rules.put("PNC_ID", 33);
    rules.put("NAME_DOB", null);
    rules.put("UNLINKED", 12);
    return new Linking(rules, 14.5, 3);
  }

  private static Linking linking(Integer unlinked) {
    Map<String, Integer> rules = new TreeMap<>();
    rules.put("PNC_ID", 402);
    rules.put("NOMS_NUMBER", 118);
    rules.put("NAME_DOB", 121);
    rules.put("SCORED", 39);
    rules.put("UNLINKED", unlinked);
    return new Linking(rules, 14.5, 3);
  }

  private static Detectable detectable() {
    return new Detectable(231, 21_950, 0.354, 8.83);
  }

  private static OutcomeResult tested(
      String analysis,
      String category,
      String outcome,
      String title,
      Kind kind,
      int people,
      double treated,
      double comparison,
      double lower,
      double upper,
      double p,
      Long needed) {
    boolean isRate = kind == Kind.RATE;
    return worded(
        new OutcomeResult(
            analysis,
            category,
            outcome,
            title,
            kind,
            Status.TESTED,
            people,
            21_950,
            EFFECTIVE,
            treated,
            isRate ? Intervals.wilson(treated, people) : spread(treated, 0.2),
            comparison,
            isRate ? Intervals.wilson(comparison, EFFECTIVE) : spread(comparison, 0.02),
            treated - comparison,
            new Interval(lower, upper),
            p,
            p <= 0.05,
            needed,
            "-"));
  }

  private static OutcomeResult untold(String outcome, String title, Kind kind, Status status) {
    return untold(outcome, title, kind, status, "all", "all");
  }

  private static OutcomeResult untold(
      String outcome, String title, Kind kind, Status status, String analysis, String category) {
    boolean isTold = status == Status.NOT_TESTED;
    return worded(
        new OutcomeResult(
            analysis,
            category,
            outcome,
            title,
            kind,
            status,
            231,
            21_950,
            EFFECTIVE,
            isTold ? 0.11 : Double.NaN,
            NONE,
            isTold ? 0.19 : Double.NaN,
            NONE,
            isTold ? -0.08 : Double.NaN,
            NONE,
            Double.NaN,
            false,
            null,
            "-"));
  }

  private static OutcomeResult placebo() {
    OutcomeResult r =
        tested(
            "all",
            "all",
            "placebo",
            "Rate of offending in the year before",
            Kind.RATE,
            231,
            0.614,
            0.623,
            -0.072,
            0.054,
            0.78,
            null);
    return with(r, Words.placebo(r));
  }

  private static OutcomeResult worded(OutcomeResult r) {
    return with(r, Words.of(r));
  }

  private static OutcomeResult with(OutcomeResult r, String words) {
    return new OutcomeResult(
        r.analysis(),
        r.category(),
        r.outcome(),
        r.title(),
        r.kind(),
        r.status(),
        r.treatedPeople(),
        r.comparisonPeople(),
        r.effectiveComparison(),
        r.treated(),
        r.treatedInterval(),
        r.comparison(),
        r.comparisonInterval(),
        r.difference(),
        r.interval(),
        r.pValue(),
        r.isSignificant(),
        r.neededPeople(),
        words);
  }

  private static Interval spread(double value, double share) {
    return new Interval(value * (1 - share), value * (1 + share));
  }

  /** Half of those who will, have by week 16. */
  private static Curve curve(double treated, double comparison) {
    List<Double> own = new ArrayList<>();
    List<Double> other = new ArrayList<>();
    for (int week = 0; week <= 52; week++) {
      double share = (1 - Math.exp(-week / 20.0)) / (1 - Math.exp(-52 / 20.0));
      own.add(Math.round(treated * share * 231) / 231.0);
      other.add(comparison * share);
    }
    return new Curve(own, other);
  }

  private static Groups groups(boolean isAlike) {
    List<BalanceRow> balance = balance(isAlike);
    return new Groups(
        231,
        214_806,
        21_950,
        EFFECTIVE,
        0.05,
        List.of(
            "age",
            "age squared",
            "sex",
            "ethnicity",
            "nationality",
            "index offence group",
            "index category",
            "previous offences",
            "previous sanctions",
            "Copas rate",
            "OGRS3",
            "calendar quarter",
            "region"),
        List.of("Court mode: every participant has the same value."),
        List.of(
            new Diagnostic(
                "Balance",
                isAlike ? Verdict.PASSED : Verdict.FAILED,
                isAlike
                    ? "No detail differs by more than 10% of a standard deviation."
                    : "2 details differ by more than 10% of a standard deviation: OGRS3, region: Wales."),
            new Diagnostic(
                "Common support",
                Verdict.PASSED,
                "231 of 243 participants have somebody to be compared with."),
            new Diagnostic(
                "Effective size",
                isAlike ? Verdict.PASSED : Verdict.NOT_EVALUATED,
                isAlike
                    ? "The comparison group counts for 18,400 people."
                    : "The weights have no variance in one stratum.")),
        balance,
        scores(),
        new BalanceThresholds(5, 10));
  }

  private static List<BalanceRow> balance(boolean isAlike) {
    String[] titles = {
      "age",
      "age squared",
      "sex: M",
      "ethnicity: White",
      "ethnicity: Black",
      "ethnicity: Asian",
      "ethnicity: Other",
      "nationality: other than British",
      "index offence: violence",
      "index offence: robbery",
      "index offence: theft",
      "index offence: drugs",
      "index offence: motoring",
      "index offence: public order and everything that goes with it",
      "index category: CUSTODY",
      "index category: COURT_ORDER",
      "sentence: up to 6 months",
      "sentence: 12 months to under 2 years",
      "previous offences",
      "previous sanctions",
      "previous custody",
      "Copas rate",
      "age at first sanction",
      "OGRS3",
      "quarter: 2018-01",
      "quarter: 2018-04",
      "quarter: 2018-07",
      "region: London",
      "region: Wales",
      "region: Yorkshire and the Humber"
    };
    List<BalanceRow> rows = new ArrayList<>();
    for (int term = 0; term < titles.length; term++) {
      double before = 42 * Math.sin(term * 2.3 + 1) * Math.exp(-term / 25.0);
      double after = (isAlike ? 0.13 : 0.2) * before + 0.4;
      if (!isAlike && (titles[term].equals("OGRS3") || titles[term].equals("region: Wales"))) {
        after = 14.2 - term / 10.0;
      }
      double mean = 0.1 + 0.03 * term;
      rows.add(
          new BalanceRow(
              titles[term].split(":", -1)[0],
              titles[term],
              new CovariateBalance(
                  new Term(Term.Kind.NUMBER, titles[term].split(":", -1)[0], ""),
                  mean,
                  mean - before / 250,
                  mean,
                  mean - after / 250,
                  before,
                  after,
                  1 + after / 60,
                  new BalanceThresholds(5, 10).light(after))));
    }
    return rows;
  }

  private static Groups.Scores scores() {
    List<Double> treated = bins(0.34, 0.16);
    return new Groups.Scores(
        treated, bins(0.12, 0.12), bins(0.335, 0.158), 0.021, 0.861, 0.437, 0.968);
  }

  private static List<Double> bins(double mean, double deviation) {
    double[] heights = new double[20];
    double sum = 0;
    for (int bin = 0; bin < 20; bin++) {
      double z = ((bin + 0.5) / 20 - mean) / deviation;
      heights[bin] = Math.exp(-z * z / 2);
      sum += heights[bin];
    }
    List<Double> shares = new ArrayList<>();
    for (double height : heights) {
      shares.add(height / sum);
    }
    return shares;
  }
}
