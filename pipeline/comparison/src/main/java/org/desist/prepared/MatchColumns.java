// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.prepared;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.desist.comparison.DesignMatrix.Interaction;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.error.Nearest;

/**
 * What the columns of a table of units are, by name as the table spells it.
 *
 * @param id key of a unit; null for the number of the row, from 1
 * @param treatment 0 or 1, true or false
 * @param covariates what the score is made of; one at least
 * @param interactions products of covariates
 * @param exact what matched units must have in common
 * @param outcomes numbers, or 0 and 1; one at least
 * @param categories covariates or exact columns whose values are levels, numbers too
 * @param quantities covariates, exact columns or outcomes whose values are amounts
 */
public record MatchColumns(
    String id,
    String treatment,
    List<String> covariates,
    List<Interaction> interactions,
    List<String> exact,
    List<String> outcomes,
    List<String> categories,
    List<String> quantities) {
  /**
   * Checks the names against each other.
   *
   * @throws DesistException BAD_ARGUMENT when a column has two parts to play that exclude each
   *     other, or when one is declared that has no part
   */
  public MatchColumns {
    covariates = List.copyOf(covariates);
    interactions = List.copyOf(interactions);
    exact = List.copyOf(exact);
    outcomes = List.copyOf(outcomes);
    categories = List.copyOf(categories);
    quantities = List.copyOf(quantities);
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
    Set<String> traits = new LinkedHashSet<>(covariates);
    traits.addAll(exact);
    for (String name : categories) {
      declared("--category", name, traits, "the covariates or exact columns");
      if (quantities.contains(name)) {
        throw new DesistException(
            ErrorCode.BAD_ARGUMENT,
            "Cannot take %s for a category and for a number. Name it once.".formatted(name));
      }
    }
    traits.addAll(outcomes);
    for (String name : quantities) {
      declared("--number", name, traits, "the covariates, exact columns or outcomes");
    }
  }

  private static void declared(String option, String name, Set<String> among, String what) {
    if (!among.contains(name)) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot use %s %s: it is not among %s. %s"
              .formatted(
                  option,
                  name,
                  what,
                  Nearest.to(name, among)
                      .map("Is it %s?"::formatted)
                      .orElse("Name it there too, or leave it out.")));
    }
  }
}
