// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import static org.desist.jobs.report.SampleOutcomes.EFFECTIVE;

import java.util.ArrayList;
import java.util.List;
import org.desist.answer.Answer.Curve;
import org.desist.answer.ComparedGroups;
import org.desist.answer.ComparedGroups.BalanceRow;
import org.desist.answer.ComparedGroups.Diagnostic;
import org.desist.comparison.Balance.BalanceThresholds;
import org.desist.comparison.Balance.CovariateBalance;
import org.desist.comparison.Balance.Verdict;
import org.desist.comparison.CaliperChoice.CaliperTrial;
import org.desist.comparison.MatchSettings.Caliper;
import org.desist.comparison.MatchSettings.CaliperScale;
import org.desist.comparison.Term;

/** The two groups of an invented request: balance, scores and weeks to a reoffence. */
final class SampleGroups {
  private SampleGroups() {}

  /** Half of those who will, have by week 16. */
  static Curve curve(double treated, double comparison) {
    List<Double> own = new ArrayList<>();
    List<Double> other = new ArrayList<>();
    for (int week = 0; week <= 52; week++) {
      double share = (1 - Math.exp(-week / 20.0)) / (1 - Math.exp(-52 / 20.0));
      own.add(Math.round(treated * share * 231) / 231.0);
      other.add(comparison * share);
    }
    return new Curve(own, other);
  }

  static ComparedGroups groups(boolean isAlike) {
    List<BalanceRow> balance = balance(isAlike);
    return new ComparedGroups(
        231,
        214_806,
        21_950,
        EFFECTIVE,
        0.05,
        List.of(
            new CaliperTrial(new Caliper(0.05, CaliperScale.SCORE), Verdict.FAILED, 2, !isAlike),
            new CaliperTrial(
                new Caliper(0.5, CaliperScale.LOGIT_DEVIATIONS),
                isAlike ? Verdict.PASSED : Verdict.FAILED,
                isAlike ? 0 : 3,
                isAlike)),
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

  private static ComparedGroups.Scores scores() {
    List<Double> treated = bins(0.34, 0.16);
    return new ComparedGroups.Scores(
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
