// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the words of a report mean. */
final class Glossary {
  private static final Map<String, String> ALL = terms();

  private Glossary() {}

  /** Explanations by term, in the order in which a reader meets them. */
  static Map<String, String> all() {
    return ALL;
  }

  private static Map<String, String> terms() {
    Map<String, String> terms = new LinkedHashMap<>();
    terms.put(
        "proven reoffence",
        "An offence within a year of the index date that leads to a conviction, caution, reprimand or warning within that year or the six months after it.");
    terms.put(
        "index date",
        "The day from which the year is counted: release from prison, or the sentence or caution in the community.");
    terms.put(
        "one-year reoffending rate", "The share of people with at least one proven reoffence.");
    terms.put(
        "comparison group",
        "People from the same records who did not take part and whose history is like that of the participants. They are weighted, so that together they look like the participants.");
    terms.put(
        "score",
        "How likely somebody with a given history was to take part. People with nearly equal scores are compared.");
    terms.put("caliper", "How far apart two scores may be for the people to be compared.");
    terms.put(
        "95% interval",
        "The range in which the true figure plausibly lies. The fewer people, the wider it is.");
    terms.put(
        "p-value",
        "How often chance alone would bring about a difference at least as large, if the programme changed nothing.");
    terms.put(
        "corrected for many tests",
        "The p-value, allowed for how many outcomes are tested together: of many, chance makes some look different. Compared with 0.05 like the other.");
    terms.put(
        "doubly robust",
        "A second estimate, by weights and by a model of the outcome at once: right when either of the two is.");
    terms.put(
        "target trial",
        "The randomised trial that would have answered the question, and that the comparison stands in for.");
    terms.put(
        "statistically significant",
        "Chance alone would bring about such a difference in at most 5 of 100 studies, and enough participants reoffended to rely on it.");
    terms.put(
        "standardised difference",
        "The difference between the groups in a detail, in percent of its standard deviation: small is green, larger amber, too large red; the chart names the limits.");
    terms.put(
        "effective size",
        "For how many equally weighted people the weighted comparison group counts.");
    terms.put(
        "E-value",
        "How strongly a cause that was not recorded would have to be tied to both taking part and reoffending, to explain the difference away.");
    terms.put(
        "withheld",
        "A number of fewer than ten people, or one from which such a number could be worked out, is not printed.");
    return Collections.unmodifiableMap(terms);
  }
}
