// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.prepared;

import java.util.ArrayList;
import java.util.List;
import org.desist.comparison.Interaction;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * What the columns of a table of units are, by name as the table spells it.
 *
 * @param id key of a unit; null for the number of the row, from 1
 * @param treatment 0 or 1, true or false
 * @param covariates what the score is made of; one at least
 * @param interactions products of covariates
 * @param exact what matched units must have in common
 * @param outcomes numbers, or 0 and 1; one at least
 */
public record MatchColumns(
    String id,
    String treatment,
    List<String> covariates,
    List<Interaction> interactions,
    List<String> exact,
    List<String> outcomes) {
  /**
   * Checks the names against each other.
   *
   * @throws DesistException BAD_ARGUMENT when a column has two parts to play that exclude each
   *     other
   */
  public MatchColumns {
    covariates = List.copyOf(covariates);
    interactions = List.copyOf(interactions);
    exact = List.copyOf(exact);
    outcomes = List.copyOf(outcomes);
    List<String> results = new ArrayList<>(outcomes);
    results.add(treatment);
    for (int i = 0; i < results.size(); i++) {
      String name = results.get(i);
      if (results.indexOf(name) != i || covariates.contains(name) || exact.contains(name)) {
        throw new DesistException(
            ErrorCode.BAD_ARGUMENT,
            "Cannot use column %s twice: %s is one thing only. Name it once."
                .formatted(name, name.equals(treatment) ? "a treatment" : "an outcome"));
      }
    }
  }
}
