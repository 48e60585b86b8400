// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import java.util.List;
import org.desist.answer.Answer;
import org.desist.answer.ComparedGroups;
import org.desist.answer.Protocol;
import org.desist.text.FigureText;

/**
 * One element of the design, in the terms of the TARGET checklist (transparent reporting of
 * observational studies emulating a target trial, 2025): what the randomised trial would have done,
 * and what was done in its place.
 *
 * @param name of the element
 * @param trial in the trial
 * @param emulation from the records
 */
public record TargetTrial(String name, String trial, String emulation) {
  /** Every element, of an answer that has groups. */
  static List<TargetTrial> of(Answer answer) {
    Protocol protocol = answer.protocol();
    ComparedGroups groups = answer.groups();
    String proof =
        protocol.measure().equals("reconviction")
            ? "proven by a conviction"
            : "proven by a conviction, caution, reprimand or warning";
    return List.of(
        new TargetTrial(
            "Eligibility criteria",
            "People of %s with a release from prison, a sentence or a caution (filters: %s), for whom %s was to be had."
                .formatted(protocol.scope(), protocol.filters(), protocol.programme()),
            "The index events of the police, prison and probation records of %s whose follow-up is final. Participants: those on the list who were found, with an index event from six months before to six months after the start. Others: everybody who is not on the list, with an index event of the same kinds in the same years. Who had a detail that only one group has was left out."
                .formatted(protocol.snapshot())),
        new TargetTrial(
            "Treatment strategies",
            "Begin %s, or do not; anything else is open to both.".formatted(protocol.programme()),
            "Being on the list of participants, whether the programme was completed or not; not being on it. Whether others took part in something alike is not recorded."),
        new TargetTrial(
            "Assignment procedures",
            "At random on the index date, and known to everybody.",
            "Not at random. Taken to be as good as random among people alike in %s. Matching: %s."
                .formatted(String.join(", ", groups.covariates()), protocol.matching())),
        new TargetTrial(
            "Follow-up",
            "From assignment for a year, and six months more for the proof.",
            String.join(
                " ",
                "From the index date, likewise for both groups.",
                String.join(" ", answer.immortalTime()))),
        new TargetTrial(
            "Outcomes",
            "Primary: any offence within the year, %s. Secondary: how many, how soon, of which court mode, with custody."
                .formatted(proof),
            "The same, from the police records of both groups; who recorded them did not know of this comparison."),
        new TargetTrial(
            "Causal contrast",
            "The difference between being assigned to the programme and not, among those assigned (intention to treat).",
            "The same difference among the %s participants analysed (the effect on the treated)."
                .formatted(FigureText.count(groups.treated()))),
        new TargetTrial(
            "Identifying assumptions",
            "None but randomisation and complete follow-up.",
            "No cause of both taking part and reoffending is missing from the details above (the E-value says how strong one would have to be, and offending before the index date looks for one); everybody compared could have been either; nobody's year depends on whether others took part; being on the list means the programme that is named."),
        new TargetTrial(
            "Data analysis plan",
            "A difference of the two arms with its interval; the primary outcome tested alone.",
            "A difference of the weighted groups with its interval, by Welch's test. The one-year rate is tested alone at 5%, the secondary outcomes after Holm's correction, groups of participants after that of Benjamini and Hochberg. Nothing is shown unless every check of the groups passes. Beside it: a second estimate by weights and an outcome model (doubly robust), and six outcomes of before the index date."));
  }
}
