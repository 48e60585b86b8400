// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.desist.answer.Answer.AttritionStep;
import org.desist.answer.Answer.AttritionStep.Reason;
import org.desist.answer.Answer.Detectable;
import org.desist.answer.Answer.Linking;
import org.desist.answer.Protocol;

/** What was asked in an invented request, and how its participants were found and left. */
final class SampleFacts {
  private SampleFacts() {}

  static Protocol protocol(String programme, String request, List<String> earlier) {
    return new Protocol(
        request,
        "Northgate Trust",
        programme,
        "national",
        "index disposal CUSTODY or COURT_ORDER",
        "radius matching with replacement, caliper 0.05 on the score",
        List.of(
            "Dates of date_of_birth are read as dd/MM/yyyy, as request.yaml says.",
            "Words for the sex are read as M and F."),
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

  static List<AttritionStep> attrition() {
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

  static AttritionStep step(Reason reason, Integer people, Integer remaining) {
    return new AttritionStep(reason, people, remaining, "ok");
  }

  static Linking fewLinked() {
    Map<String, Integer> rules = new TreeMap<>();
    rules.put("PNC_ID", 33);
    rules.put("NAME_DOB", null);
    rules.put("UNLINKED", 12);
    return new Linking(rules, 14.5, 3);
  }

  static Linking linking(Integer unlinked) {
    Map<String, Integer> rules = new TreeMap<>();
    rules.put("PNC_ID", 402);
    rules.put("NOMS_NUMBER", 118);
    rules.put("NAME_DOB", 121);
    rules.put("SCORED", 39);
    rules.put("UNLINKED", unlinked);
    return new Linking(rules, 14.5, 3);
  }

  static Detectable detectable() {
    return new Detectable(231, 21_950, 0.354, 8.83);
  }
}
