// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.answer;

import java.util.List;
import org.desist.answer.Answer.AttritionStep;
import org.desist.answer.Answer.Detectable;
import org.desist.answer.Answer.Linking;

/**
 * What a request would come to, told before any outcome is read. For those who hold the
 * participants: nothing is withheld.
 *
 * @param protocol what is asked
 * @param state OPEN when every diagnostic of the groups passes
 * @param needed how many people an answer needs
 * @param attrition from those submitted to those who would be analysed
 * @param linking how participants were found
 * @param detectable the smallest difference that could be detected; null when nobody is left
 * @param groups the groups as they would be; null when there are too few people for any
 * @param notes what to know, one sentence each
 */
public record Clinic(
    Protocol protocol,
    Answer.State state,
    Needed needed,
    List<AttritionStep> attrition,
    Linking linking,
    Detectable detectable,
    ComparedGroups groups,
    List<String> notes) {
  public Clinic {
    attrition = List.copyOf(attrition);
    notes = List.copyOf(notes);
  }

  /**
   * How many people an answer needs at least: as many as the method, or as the request where that
   * asks for more.
   */
  public record Needed(int submitted, int analysed) {}
}
