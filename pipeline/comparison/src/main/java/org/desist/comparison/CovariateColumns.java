// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * The numeric columns of covariates. A number with missing values is its numbers, the mean of the
 * present ones in place of each missing one, and an indicator of missing: with the indicator in the
 * model the choice of the constant changes no score. Text is one indicator per level in sort order
 * (UTF-16 code units) and, last, one for missing.
 */
final class CovariateColumns {
  private static final int MISSING = -1;

  private CovariateColumns() {}

  /** Every column, the first level of a text covariate too. */
  static List<Column> all(List<Covariate> covariates) {
    List<Column> columns = new ArrayList<>();
    for (Covariate covariate : covariates) {
      if (covariate instanceof Covariate.Numbers numbers) {
        columns.addAll(numbers(numbers));
      } else if (covariate instanceof Covariate.Text text) {
        columns.addAll(levels(text));
      }
    }
    return columns;
  }

  /** Columns for a model: without the first level of each text covariate, the reference. */
  static List<Column> withoutReference(Covariate covariate) {
    List<Column> columns = all(List.of(covariate));
    boolean isText = covariate instanceof Covariate.Text;
    return isText && !columns.isEmpty() ? columns.subList(1, columns.size()) : columns;
  }

  private static List<Column> numbers(Covariate.Numbers numbers) {
    double sum = 0;
    int present = 0;
    for (int unit = 0; unit < numbers.size(); unit++) {
      double value = numbers.at(unit);
      if (Double.isInfinite(value)) {
        throw new DesistException(
            ErrorCode.BAD_ARGUMENT,
            String.format(
                Locale.ROOT,
                "Cannot use covariate %s: unit %d is infinite. Give a number, or nothing.",
                numbers.name(),
                unit + 1));
      }
      if (!Double.isNaN(value)) {
        sum += value;
        present++;
      }
    }
    double mean = present == 0 ? 0 : sum / present;
    List<Column> columns = new ArrayList<>();
    columns.add(
        new Column(
            Term.number(numbers.name()),
            unit -> Double.isNaN(numbers.at(unit)) ? mean : numbers.at(unit)));
    if (present < numbers.size()) {
      columns.add(
          new Column(Term.missing(numbers.name()), unit -> Double.isNaN(numbers.at(unit)) ? 1 : 0));
    }
    return columns;
  }

  private static List<Column> levels(Covariate.Text text) {
    TreeSet<String> levels = new TreeSet<>();
    for (int unit = 0; unit < text.size(); unit++) {
      if (text.at(unit) != null) {
        levels.add(text.at(unit));
      }
    }
    List<String> sorted = List.copyOf(levels);
    Map<String, Integer> positions = new HashMap<>();
    sorted.forEach(level -> positions.put(level, positions.size()));
    int[] codes = new int[text.size()];
    boolean anyMissing = false;
    for (int unit = 0; unit < codes.length; unit++) {
      String value = text.at(unit);
      codes[unit] = value == null ? MISSING : positions.get(value);
      anyMissing |= value == null;
    }
    Map<String, String> shown = VisibleText.shown(sorted);
    // A level of that very word is not the absence of one.
    shown.computeIfPresent("missing", (level, same) -> '"' + level + '"');
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Term term = Term.level(text.name(), shown.get(sorted.get(i)), sorted.size());
      columns.add(indicator(term, codes, i));
    }
    if (anyMissing) {
      columns.add(indicator(Term.missing(text.name()), codes, MISSING));
    }
    return columns;
  }

  private static Column indicator(Term term, int[] codes, int code) {
    return new Column(term, unit -> codes[unit] == code ? 1 : 0);
  }

  /**
   * A numeric column of one term.
   *
   * @param term what it is
   * @param values the value of a unit; never NaN
   */
  record Column(Term term, IntToDoubleFunction values) {
    double at(int unit) {
      return values.applyAsDouble(unit);
    }
  }
}
