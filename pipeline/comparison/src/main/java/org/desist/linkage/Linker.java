// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.List;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * Links a short list (some ten thousand entries) to a long one (a million people or more) by score.
 * The same lists give the same links, whatever the threads do.
 */
public final class Linker {
  private final LinkageSettings settings;
  private final List<FieldComparison> comparisons;
  private final List<BlockingRule> rules;

  /** With the comparisons of the method. */
  public Linker(LinkageSettings settings) {
    this(settings, NameComparisons.standard(), BlockingRule.standard());
  }

  /** With comparisons, at most 21, and blocking rules of one's own. */
  public Linker(
      LinkageSettings settings, List<FieldComparison> comparisons, List<BlockingRule> rules) {
    if (rules.isEmpty()
        || comparisons.isEmpty()
        || comparisons.size() > AgreementPatterns.MOST_COMPARISONS) {
      throw new DesistException(
          ErrorCode.BAD_METHOD,
          "Cannot link by score with "
              + comparisons.size()
              + " comparisons and "
              + rules.size()
              + " blocking rules: give 1 to "
              + AgreementPatterns.MOST_COMPARISONS
              + " comparisons and a rule at least.");
    }
    this.settings = settings;
    this.comparisons = List.copyOf(comparisons);
    this.rules = List.copyOf(rules);
  }

  /** Finds the pairs, estimates and weighs. Either list may be empty. */
  public Linkage link(PersonList left, PersonList right) {
    long[] pairs = Blocking.pairs(left, right, rules, settings.mostPairs());
    Estimation estimation = Estimation.of(left, right, comparisons, settings);
    MatchModel model = new MatchModel(left, right, comparisons, estimation);
    return new Linkage(left, right, pairs, model);
  }
}
