// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.List;
import org.desist.answer.Answer.State;
import org.desist.answer.Detectable;
import org.desist.answer.Groups;

/**
 * Everything about a request that is settled before an outcome is read.
 *
 * @param state what may follow
 * @param attrition who left and why
 * @param detectable what could be seen; null when nobody is left
 * @param grouping the two groups; null when there are too few people, or no score
 * @param groups what is told of them; null as well
 * @param parts groups of participants with comparison groups of their own
 * @param notes what a reader has to know
 */
record Design(
    State state,
    Attrition attrition,
    Detectable detectable,
    Grouping grouping,
    Groups groups,
    List<SubAnalyses.Part> parts,
    List<String> notes) {}
